package dev.housecount.catalog;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads how much time a template saves: minutes, as Red Hat's annotation has them, or an ISO 8601
 * duration, as Backstage's has.
 */
final class SavedMinutes {
  private static final Pattern MINUTES = Pattern.compile("[0-9]{1,9}(?:[.][0-9]{1,9})?");
  private static final String NUMBER = "([0-9]{1,9}(?:[.,][0-9]{1,9})?)";
  private static final Pattern ISO =
      Pattern.compile(
          "P(?=.)(?:#Y)?(?:#M)?(?:#W)?(?:#D)?(?:T(?=.)(?:#H)?(?:#M)?(?:#S)?)?".replace("#", NUMBER),
          Pattern.CASE_INSENSITIVE);

  /** Of each unit in turn; years and months as Backstage takes them, of 365 and 30 days. */
  private static final double[] UNITS = {525_600, 43_200, 10_080, 1_440, 60, 1, 1 / 60d};

  private SavedMinutes() {}

  /** Null when it is neither. */
  static @Nullable Double read(@Nullable Object annotation) {
    if (!(annotation instanceof String || annotation instanceof Number)) {
      return null;
    }
    String text = JsonText.of(annotation).strip();
    if (MINUTES.matcher(text).matches()) {
      return Double.valueOf(text);
    }
    Matcher iso = ISO.matcher(text);
    return iso.matches() ? minutes(iso) : null;
  }

  private static double minutes(Matcher iso) {
    double minutes = 0;
    for (int unit = 0; unit < UNITS.length; unit++) {
      String number = iso.group(unit + 1);
      minutes += number == null ? 0 : Double.parseDouble(number.replace(',', '.')) * UNITS[unit];
    }
    return minutes;
  }
}
