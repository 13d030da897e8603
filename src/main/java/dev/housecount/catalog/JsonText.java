package dev.housecount.catalog;

import java.math.BigDecimal;

/** Writes a scalar of JSON as JavaScript does, and so the catalog's own search. */
final class JsonText {
  private static final double LEAST_PLAIN = 1e-6;
  private static final double LEAST_EXPONENT = 1e21;

  private JsonText() {}

  static String of(Object scalar) {
    return scalar instanceof Number number ? number(number.doubleValue()) : String.valueOf(scalar);
  }

  private static String number(double number) {
    if (number == 0 || !Double.isFinite(number)) {
      return number == 0 ? "0" : String.valueOf(number);
    }
    double size = Math.abs(number);
    if (size >= LEAST_PLAIN && size < LEAST_EXPONENT) {
      return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }
    String text = Double.toString(number).replace(".0E", "E");
    return text.contains("E-") ? text.replace("E-", "e-") : text.replace("E", "e+");
  }
}
