package dev.housecount.counts;

import static dev.housecount.counts.CountedPortal.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.housecount.insights.Answer;
import dev.housecount.insights.Filter;
import dev.housecount.insights.Grain;
import dev.housecount.insights.Insights;
import dev.housecount.insights.NotKeptException;
import dev.housecount.insights.Parameter;
import dev.housecount.insights.Question;
import dev.housecount.insights.Report;
import dev.housecount.store.Order;
import dev.housecount.store.RecordRange;
import dev.housecount.store.StoredRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is told of the time of which the people are forgotten. */
class CountingTest {
  private final CountedPortal portal = new CountedPortal();

  @Test
  void everyReport_ofAMonthAWeekAndADay_isWhatItWasWhenTheyWereOver() {
    portal.live(57); // until 3 March
    Question march = question("2026-03-01", "2026-03-03", null);
    assertThat(CountedPortal.lines(portal.ask("entities", march).table()))
        .anyMatch(row -> row.contains("~"));
    assertThat(portal.rows("searches", "2026-02-01", "2026-03-01", null))
        .singleElement()
        .asString()
        .startsWith("secret term 2 ");
    Map<String, List<String>> live = new LinkedHashMap<>();
    List<List<String>> times =
        List.of(
            List.of("2026-02-01", "2026-03-01"),
            List.of("2026-02-16", "2026-02-23"),
            List.of("2026-03-01", "2026-03-02"));
    for (Report report : Insights.reports()) {
      for (List<String> time : times) {
        live.put(report.card().name() + time, asked(report, time));
      }
    }
    portal.live(130);
    for (Report report : Insights.reports()) {
      for (List<String> time : times) {
        assertThat(asked(report, time))
            .as(report.card().name() + time)
            .isEqualTo(faceless(live.get(report.card().name() + time)));
      }
    }
  }

  /** Without rows of people and terms. */
  private static List<String> faceless(List<String> rows) {
    return rows.stream()
        .filter(row -> !row.contains("~"))
        .map(row -> row.replaceFirst("^secret term ", "other "))
        .toList();
  }

  private List<String> asked(Report report, List<String> time) {
    Grain grain =
        !report.card().parameters().contains(Parameter.GRAIN)
            ? null
            : time.get(1).equals("2026-03-01")
                ? Grain.MONTH
                : time.get(1).equals("2026-02-23") ? Grain.WEEK : Grain.DAY;
    Answer answer = portal.ask(report.card().name(), question(time.get(0), time.get(1), grain));
    List<String> lines = new ArrayList<>(CountedPortal.lines(answer.table()));
    lines.add("total " + answer.table().total().values());
    return lines;
  }

  @Test
  void aYearOfMonths_isCountedOnceAndThenKnown() {
    portal.live(200); // until 24 July: people are known from 25 April on
    assertThat(portal.rows("active-users", "2026-01-01", "2026-07-01", Grain.MONTH))
        .containsExactly(
            "2026-01-01 2 2 0 0",
            "2026-02-01 3 1 2 0",
            "2026-03-01 3 1 2 0",
            "2026-04-01 3 1 2 0",
            "2026-05-01 3 1 2 0",
            "2026-06-01 3 1 2 0");
    Answer cut = portal.ask("active-users", question("2026-02-10", "2026-06-01", Grain.MONTH));
    assertThat(CountedPortal.lines(cut.table()))
        .startsWith("2026-02-10 null null null null", "2026-03-01 3 1 2 0");
    assertThat(cut.notes()).singleElement().asString().contains("not known any more");
    assertThat(cut.table().total().values().values()).containsOnlyNulls();
  }

  @Test
  void runsOfScriptsAndAgents_areKeptApart() {
    portal.live(30); // until 4 February
    portal.begins("daily", "api", "template:default/a");
    portal.begins("robot", "agent", "template:default/a");
    portal.begins("robot", "agent", "template:default/b");
    portal.live(150);
    Answer kept = portal.ask("templates", question("2026-02-01", "2026-03-01", null));
    assertThat(CountedPortal.lines(kept.table()))
        .containsExactly("template:default/a null null 0 0 1 0 0 0 1 0.0 null 1 1");
    assertThat(CountedPortal.line(kept.table().total())).isEqualTo("0 0 1 0 0 0 1 0.0 null 1 2");
  }

  @Test
  void daysAndWeeks_areKept_withTheirWindows() {
    portal.live(150);
    assertThat(portal.rows("active-users", "2026-02-01", "2026-02-03", Grain.DAY))
        .containsExactly(
            "2026-02-01 2 1 1 0 3 3 0.6666666666666666",
            "2026-02-02 2 0 2 0 3 3 0.6666666666666666");
    assertThat(portal.rows("active-users", "2026-02-02", "2026-02-09", Grain.WEEK))
        .containsExactly("2026-02-02 2 0 2 0");
  }

  @Test
  void aComparisonOfWhichNothingIsKept_isLeftOutWithANote() {
    portal.live(150);
    Question plugins = question("2026-05-20", "2026-06-01", null);
    Question compared =
        plugins.about(plugins.days(), plugins.days().movedTo(LocalDate.parse("2026-01-20")));
    Answer answer = portal.ask("plugins", compared);
    assertThat(answer.previous()).isNull();
    assertThat(answer.table().rows()).isNotEmpty();
    assertThat(answer.notes()).singleElement().asString().contains("cannot be compared");
  }

  @Test
  void whatCannotBeToldExactly_isRefused_sayingWhatCan() {
    portal.live(150);
    Question february = question("2026-02-01", "2026-03-01", null);
    assertThat(portal.ask("plugins", february).table().rows()).isNotEmpty();
    refused("plugins", question("2026-02-01", "2026-02-20", null));
    refused("plugins", question("2026-01-01", "2026-06-01", null));
    refused("active-users", question("2026-02-01", "2026-02-02", Grain.HOUR));
    refused("plugins", with(february, Filter.of("default").withKinds(Set.of("component"))));
    refused("plugins", with(february, Filter.of("another")));
    refused(
        "searches",
        new Question(
            february.days(),
            february.zone(),
            null,
            february.filter(),
            null,
            Question.DEFAULT_LIMIT,
            null,
            Set.of(Parameter.ZERO)));
    refused(
        "plugins",
        new Question(
            february.days(),
            ZoneId.of("Asia/Kolkata"),
            null,
            february.filter(),
            null,
            Question.DEFAULT_LIMIT,
            null,
            Set.of()));
    assertThatThrownBy(() -> portal.ask("plugins", limited(february, 1)))
        .isInstanceOf(NotKeptException.class);
  }

  private void refused(String report, Question question) {
    if (question.filter().portals().contains("another")) {
      assertThat(portal.ask(report, question).table().rows()).as("nobody was there").isEmpty();
      return;
    }
    assertThatThrownBy(() -> portal.ask(report, question))
        .isInstanceOf(NotKeptException.class)
        .hasMessageContaining("People are known from 2026-")
        .hasMessageContaining("calendar months");
  }

  private static Question with(Question q, Filter filter) {
    return new Question(
        q.days(), q.zone(), null, filter, q.grain(), q.limit(), q.sort(), q.options());
  }

  private static Question limited(Question q, int limit) {
    return new Question(
        q.days(), q.zone(), null, q.filter(), q.grain(), limit, q.sort(), q.options());
  }

  @Test
  void whatIsKept_namesNobody_andHasNoTerm_andIsOverInTime() {
    portal.live(120);
    List<StoredRecord> days = records("counts#default#day#tables");
    assertThat(days).hasSizeGreaterThan(100);
    for (String grain : List.of("day", "week", "month")) {
      for (String shelf : List.of("series", "tables")) {
        for (StoredRecord record : records("counts#default#" + grain + "#" + shelf)) {
          for (Counted one : CountText.decode(record.data())) {
            String text = one.table().rows() + " " + one.table().total();
            assertThat(text).doesNotContain("~").doesNotContain("secret");
          }
        }
      }
    }
    assertThat(days.get(0).expiresAt())
        .isEqualTo(Instant.parse("2026-01-06T00:00:00Z").plus(Duration.ofDays(400)));
    portal.clock.advance(Duration.ofDays(300));
    assertThat(records("counts#default#day#tables").get(0).key().sort())
        .isGreaterThan("2026-01-20");
  }

  @Test
  void whoeverHidesMoreLater_isToldNothingThatWasCountedBefore() {
    portal.live(150);
    Question february = question("2026-02-01", "2026-03-01", Grain.MONTH);
    Answer answer = portal.ask("active-users", february, 5);
    assertThat(CountedPortal.lines(answer.table()))
        .containsExactly("2026-02-01 null null null null");
  }

  private List<StoredRecord> records(String partition) {
    return portal.kept.read(new RecordRange(partition, "", "\uffff", Order.ASC, 1_000, true));
  }
}
