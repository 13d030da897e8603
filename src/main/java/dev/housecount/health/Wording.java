package dev.housecount.health;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;

/** How advice says figures and times. */
final class Wording {
  private Wording() {}

  /**
   * @param all more than 0
   */
  static String percent(long part, long all) {
    long percent = Math.round(part * 100.0 / all);
    return percent == 0 && part > 0 ? "Less than 1 %" : percent + " %";
  }

  static String day(Instant time, ZoneId zone) {
    LocalDate date = LocalDate.ofInstant(time, zone);
    return date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + ", " + date;
  }
}
