package dev.housecount.oracle;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Rows as texts that can be compared: columns by name, numbers without floating point's dust. */
final class Texts {
  private Texts() {}

  /** Of all columns; what a period is called is nobody's matter. */
  static List<String> of(List<Map<String, Object>> rows) {
    return rows.stream().map(row -> of(row, row.keySet())).toList();
  }

  static String of(Map<String, Object> row, Set<String> columns) {
    return columns.stream()
        .filter(column -> !column.equals("period"))
        .sorted()
        .map(column -> column + "=" + plain(row.get(column)))
        .collect(Collectors.joining(" "));
  }

  private static String plain(Object value) {
    return value instanceof Number number
        ? String.format(Locale.ROOT, "%.4f", number.doubleValue())
        : String.valueOf(value);
  }
}
