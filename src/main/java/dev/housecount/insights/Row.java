package dev.housecount.insights;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of a table.
 *
 * @param values by the name of the column, in the order of the columns: {@code String}, {@code
 *     Long}, {@code Double}, {@code Boolean} or null
 */
public record Row(Map<String, @Nullable Object> values) {
  public Row {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  public @Nullable Object get(String column) {
    return values.get(column);
  }

  Row with(String column, @Nullable Object value) {
    Map<String, @Nullable Object> changed = new LinkedHashMap<>(values);
    changed.put(column, value);
    return new Row(changed);
  }

  /** The same row without its figures: what is hidden is null, never 0. */
  Row hidden(List<Column> columns) {
    Map<String, @Nullable Object> left = new LinkedHashMap<>(values);
    columns.stream()
        .filter(column -> column.type().isFigure() && left.containsKey(column.name()))
        .forEach(column -> left.put(column.name(), null));
    return new Row(left);
  }
}
