package dev.housecount.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Rows for values, the highest first; what is cut is one more row.
 *
 * @param name of the column of the values
 * @param count the column by which it goes
 * @param labels of a value; of null, too
 */
record Ranking<T>(
    String name,
    String count,
    Function<String, Map<String, Object>> labels,
    Function<List<T>, Map<String, Object>> figures) {
  List<Map<String, Object>> of(Map<String, List<T>> groups, int limit) {
    return of(groups, limit, 0);
  }

  /**
   * @param least what is less by the count has no row of its own
   */
  List<Map<String, Object>> of(Map<String, List<T>> groups, int limit, int least) {
    List<Map<String, Object>> rows = new ArrayList<>();
    groups.forEach((value, all) -> rows.add(row(value, value, all)));
    rows.removeIf(row -> ((Number) row.get(count)).intValue() < least);
    List<Map<String, Object>> ranked =
        new ArrayList<>(Oracle.ranked(rows, count, name).stream().limit(limit).toList());
    List<Object> shown = ranked.stream().map(row -> row.get(name)).toList();
    List<T> rest = new ArrayList<>();
    groups.forEach((value, all) -> rest.addAll(shown.contains(value) ? List.of() : all));
    if (!rest.isEmpty()) {
      ranked.add(row("other", null, rest));
    }
    return ranked;
  }

  private Map<String, Object> row(String shown, String value, List<T> all) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put(name, shown);
    row.putAll(labels.apply(value));
    row.putAll(figures.apply(all));
    return row;
  }
}
