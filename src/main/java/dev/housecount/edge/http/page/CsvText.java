package dev.housecount.edge.http.page;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A cell of CSV (RFC 4180) that a spreadsheet shows and does not run. */
public final class CsvText {
  /** What begins a formula (OWASP, CSV injection), full-width forms included. */
  private static final String FORMULA_STARTS = "=+-@\t\r\n|%＝＋－＠";

  private CsvText() {}

  /** Empty for null. */
  public static String of(@Nullable Object value) {
    String text = neutral(Objects.toString(value, ""));
    boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  /** Spreadsheets skip leading white space before they look for a formula. */
  private static String neutral(String text) {
    String start = text.stripLeading();
    boolean formula =
        (!start.isEmpty() && FORMULA_STARTS.indexOf(start.charAt(0)) >= 0)
            || (!text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0);
    return formula ? "'" + text : text;
  }
}
