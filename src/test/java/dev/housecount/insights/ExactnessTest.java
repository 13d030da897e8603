package dev.housecount.insights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.event.EntityRef;
import dev.housecount.rollup.Asked;
import dev.housecount.rollup.Tally;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a report asks for exact times, and where it may be told how often instead. */
class ExactnessTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Kathmandu");
  private static final Days DAYS =
      new Days(LocalDate.parse("2026-10-26"), LocalDate.parse("2026-11-26"));
  private static final Filter ALL = Filter.of("default");
  private static final EntityRef TEAM = new EntityRef("group", "default", "a");

  private final List<Asked> asked = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "summary",
        "active-users",
        "adoption",
        "plugins",
        "sections",
        "entities",
        "templates",
        "techdocs",
        "searches",
        "not-found"
      })
  void wholeDaysOfThePortal_needNoTimes(String report) {
    assertThat(isExact(report, ALL, ZONE, null)).isFalse();
    assertThat(isExact(report, ALL, ZoneOffset.UTC, null)).isTrue();
    assertThat(isExact(report, Filters.ofTeam(TEAM, false), ZONE, null))
        .as("of a team of its time")
        .isFalse();
    assertThat(isExact(report, Filters.ownedBy(TEAM), ZONE, null))
        .as("of an owner of its time")
        .isFalse();
  }

  @Test
  void hours_areExact_longerPeriodsAreNot() {
    assertThat(isExact("active-users", ALL, ZONE, Grain.HOUR)).isTrue();
    assertThat(isExact("active-users", ALL, ZONE, Grain.WEEK)).isFalse();
  }

  @Test
  void noPart_isInTwoRanges() {
    assertThat(isExact("plugins", ALL, ZONE, null)).isFalse();
    assertThat(asked)
        .extracting(Asked::from)
        .containsExactly(DAYS.before().start(ZONE), DAYS.start(ZONE));
    assertThat(asked).extracting(Asked::to).containsExactly(DAYS.start(ZONE), DAYS.end(ZONE));
  }

  private boolean isExact(String report, Filter filter, ZoneId zone, Grain grain) {
    asked.clear();
    FakeDirectory catalog = new FakeDirectory();
    Insights insights =
        new Insights(
            Recording::new,
            () -> catalog,
            new SmallGroups(1),
            Duration.ofDays(90),
            ZONE,
            Clock.fixed(Portal.NOW, ZoneOffset.UTC),
            Older.NOTHING);
    Question question = new Question(DAYS, zone, DAYS.before(), filter, grain, 100, null, Set.of());
    insights.answer(Insights.report(report).orElseThrow(), question);
    assertThat(asked).isNotEmpty();
    return asked.stream().allMatch(Asked::exact);
  }

  /** Tells nothing. */
  private final class Recording implements ActivitySource.Reading {
    @Override
    public void tell(Asked what, Tally tally) {
      asked.add(what);
    }

    @Override
    public double units() {
      return 0;
    }
  }
}
