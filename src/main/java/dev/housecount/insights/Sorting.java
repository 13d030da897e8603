package dev.housecount.insights;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order of rows. */
final class Sorting {
  private Sorting() {}

  /**
   * By the column that the question names, else by the first count: figures from the largest on,
   * texts from A on, nulls last.
   *
   * @param columns the one that is named is among them
   */
  static Comparator<Row> by(Question question, List<Column> columns) {
    return columns.stream()
        .filter(
            column ->
                question.sort() == null
                    ? column.type() == Column.Type.COUNT
                    : column.name().equals(question.sort()))
        .findFirst()
        .map(Sorting::by)
        .orElse(Comparator.comparing(row -> 0));
  }

  private static Comparator<Row> by(Column column) {
    String name = column.name();
    if (column.type().isFigure()) {
      Comparator<@Nullable Double> descending = Comparator.nullsLast(Comparator.reverseOrder());
      return Comparator.comparing(row -> figure(row.get(name)), descending);
    }
    Comparator<@Nullable String> ascending = Comparator.nullsLast(Comparator.naturalOrder());
    return Comparator.comparing(row -> text(row.get(name)), ascending);
  }

  private static @Nullable Double figure(@Nullable Object value) {
    return value == null ? null : ((Number) value).doubleValue();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
