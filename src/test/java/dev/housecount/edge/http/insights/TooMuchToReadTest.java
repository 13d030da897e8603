package dev.housecount.edge.http.insights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.edge.http.problem.ProblemException;
import dev.housecount.event.EntityRef;
import dev.housecount.insights.Days;
import dev.housecount.insights.Filter;
import dev.housecount.insights.Filters;
import dev.housecount.insights.Grain;
import dev.housecount.insights.Insights;
import dev.housecount.insights.Older;
import dev.housecount.insights.Question;
import dev.housecount.insights.SmallGroups;
import dev.housecount.insights.TooMuchToReadException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who asks too much is told what costs less: of what was asked, and of nothing else. */
class TooMuchToReadTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Days DAYS =
      new Days(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-29"));

  @Test
  void aSimpleQuestion_isToldOfShorterRanges() {
    assertThat(told(BERLIN, null, Filter.of("default"), null))
        .contains("for a shorter range. ")
        .contains("seal");
  }

  @Test
  void whateverCostsMore_isNamed() {
    Filter owned = Filters.ownedBy(new EntityRef("group", "default", "a"));
    assertThat(told(ZoneOffset.UTC, DAYS.before(), owned, Grain.HOUR))
        .contains("compare=none", "zone=Europe/Berlin", "grain=day", "by team");
  }

  private static String told(ZoneId zone, Days previous, Filter filter, Grain grain) {
    Insights insights =
        new Insights(
            () -> {
              throw new TooMuchToReadException(1_500);
            },
            () -> null,
            new SmallGroups(1),
            Duration.ofDays(90),
            BERLIN,
            Clock.fixed(Instant.parse("2026-11-29T20:00:00Z"), ZoneOffset.UTC),
            Older.NOTHING);
    Question question = new Question(DAYS, zone, previous, filter, grain, 100, null, Set.of());
    try {
      InsightsResource.answer(insights, Insights.report("active-users").orElseThrow(), question);
      throw new AssertionError("it is refused");
    } catch (ProblemException e) {
      assertThat(e.problem().toString()).contains("400", "too-much-to-read", "1500");
      return e.problem().toString();
    }
  }
}
