package dev.housecount.insights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hours, days, weeks and months of zones in which they are not all alike. */
class GrainTest {
  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2026-03-29, 23",
    "Europe/Berlin, 2026-10-25, 25",
    "Europe/Berlin, 2026-10-26, 24",
    "Asia/Kathmandu, 2026-10-25, 24",
    // Half an hour is left out, or comes again.
    "Australia/Lord_Howe, 2026-10-04, 24",
    "Australia/Lord_Howe, 2026-04-05, 25",
    // The day begins at 1:00.
    "Africa/Cairo, 2026-04-24, 23",
    "Africa/Cairo, 2026-10-29, 25",
    "UTC, 2026-02-28, 24"
  })
  void hours_ofADay(String zone, LocalDate date, int hours) {
    List<Period> periods = periods(Grain.HOUR, zone, date, date.plusDays(1));
    assertThat(periods).hasSize(hours).doesNotHaveDuplicates();
    assertThat(periods.get(0).from()).isEqualTo(date.atStartOfDay(ZoneId.of(zone)).toInstant());
    assertNoGap(periods);
  }

  @Test
  void hours_halfHourChange_cutsTheHour() {
    LocalDate date = LocalDate.parse("2026-04-05");
    assertThat(labels(periods(Grain.HOUR, "Australia/Lord_Howe", date, date.plusDays(1))))
        .containsSubsequence(
            "2026-04-05T01:00+11:00",
            "2026-04-05T01:30+10:30",
            "2026-04-05T02:00+10:30",
            "2026-04-05T03:00+10:30");
  }

  @Test
  void hours_changeWithinAnHour_cutsTheHour() {
    LocalDate date = LocalDate.parse("2010-03-14"); // at one minute past midnight
    List<Period> periods = periods(Grain.HOUR, "America/St_Johns", date, date.plusDays(1));
    assertThat(labels(periods)).startsWith("2010-03-14T00:00-03:30", "2010-03-14T01:01-02:30");
    assertNoGap(periods);
  }

  @Test
  void hours_offsetOf45Minutes_areLocalOnes() {
    LocalDate date = LocalDate.parse("2026-11-28");
    List<Period> periods = periods(Grain.HOUR, "Asia/Kathmandu", date, date.plusDays(1));
    assertThat(periods.get(0).label()).isEqualTo("2026-11-28T00:00+05:45");
    assertThat(periods.get(0).from()).isEqualTo("2026-11-27T18:15:00Z");
  }

  @Test
  void days_missingMidnight_beginsLater() {
    LocalDate date = LocalDate.parse("2026-04-24");
    List<Period> periods = periods(Grain.DAY, "Africa/Cairo", date.minusDays(1), date.plusDays(1));
    assertThat(labels(periods)).containsExactly("2026-04-23", "2026-04-24");
    assertThat(periods.get(1).from()).isEqualTo("2026-04-23T22:00:00Z");
    assertNoGap(periods);
  }

  @Test
  void weeks_beginOnMonday_andAreCut() {
    List<Period> periods =
        periods(Grain.WEEK, "UTC", LocalDate.parse("2026-11-25"), LocalDate.parse("2026-12-08"));
    assertThat(labels(periods)).containsExactly("2026-11-25", "2026-11-30", "2026-12-07");
    assertThat(periods.get(2).to()).isEqualTo("2026-12-08T00:00:00Z");
    assertNoGap(periods);
  }

  @Test
  void months_areCut() {
    List<Period> periods =
        periods(Grain.MONTH, "UTC", LocalDate.parse("2026-01-31"), LocalDate.parse("2026-03-02"));
    assertThat(labels(periods)).containsExactly("2026-01-31", "2026-02-01", "2026-03-01");
    assertNoGap(periods);
  }

  private static List<Period> periods(Grain grain, String zone, LocalDate from, LocalDate to) {
    return grain.periods(new Days(from, to), ZoneId.of(zone));
  }

  private static List<String> labels(List<Period> periods) {
    return periods.stream().map(Period::label).toList();
  }

  private static void assertNoGap(List<Period> periods) {
    for (int i = 1; i < periods.size(); i++) {
      assertThat(periods.get(i).from()).isEqualTo(periods.get(i - 1).to());
    }
  }
}
