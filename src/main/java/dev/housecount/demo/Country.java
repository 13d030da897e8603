package dev.housecount.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;

/** Where people work: their clock, and the days on which nobody does. */
enum Country {
  GERMANY(
      "Europe/Berlin", "--01-01", "--05-01", "--10-03", "--12-24", "--12-25", "--12-26", "--12-31"),
  AMERICA("America/New_York", "--01-01", "--06-19", "--07-04", "--11-11", "--12-24", "--12-25"),
  INDIA("Asia/Kolkata", "--01-01", "--01-26", "--08-15", "--10-02", "--12-25");

  private static final MonthDay CHRISTMAS = MonthDay.of(12, 20);
  private static final MonthDay NEW_YEAR = MonthDay.of(1, 6);

  private final ZoneId zone;
  private final Set<MonthDay> holidays;

  Country(String zone, String... holidays) {
    this.zone = ZoneId.of(zone);
    this.holidays =
        java.util.Arrays.stream(holidays)
            .map(MonthDay::parse)
            .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }

  ZoneId zone() {
    return zone;
  }

  /** How much is done on a day, against an ordinary Monday. */
  double bustle(LocalDate day) {
    double week =
        switch (day.getDayOfWeek()) {
          case MONDAY, THURSDAY -> 1;
          case TUESDAY, WEDNESDAY -> 1.07;
          case FRIDAY -> 0.8;
          case SATURDAY, SUNDAY -> 0.04;
        };
    return isHoliday(day) ? 0.03 : week * season(day);
  }

  private boolean isHoliday(LocalDate day) {
    return holidays.contains(MonthDay.from(day)) || (this == AMERICA && isThanksgiving(day));
  }

  private static boolean isThanksgiving(LocalDate day) {
    return day.getMonthValue() == 11
        && day.equals(day.with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY)));
  }

  private static double season(LocalDate day) {
    MonthDay date = MonthDay.from(day);
    if (date.isAfter(CHRISTMAS) || date.isBefore(NEW_YEAR)) {
      return 0.4;
    }
    return day.getMonthValue() == 7 || day.getMonthValue() == 8 ? 0.75 : 1;
  }
}
