package dev.housecount.counts;

import dev.housecount.event.Pseudonym;
import dev.housecount.insights.Row;
import dev.housecount.insights.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes out of a table what outlives its time in it, or leads to a person. */
final class Faceless {
  /** Whose rows are what people typed. */
  static final String SEARCHES = "searches";

  private static final String TERM = "term";

  /** Metrics of a summary. */
  private static final Set<String> OF_SEARCHES = Set.of("searches", "zero_result_share");

  private Faceless() {}

  /** The same table with totals, and rows that are about nobody. */
  static Table of(String report, Table table) {
    if (report.equals(SEARCHES)) {
      return withoutTerms(table);
    }
    List<Row> rows = table.rows().stream().map(Faceless::row).filter(Objects::nonNull).toList();
    int dropped = table.rows().size() - rows.size();
    return new Table(
        List.of(), rows, table.total(), table.other(), table.hidden() + dropped, table.notes());
  }

  /** All terms together: no term is kept for longer than the searches themselves. */
  private static Table withoutTerms(Table table) {
    int terms = table.other() == 0 ? table.rows().size() : table.rows().size() - 1 + table.other();
    Map<String, @Nullable Object> other = new LinkedHashMap<>();
    other.put(TERM, Table.OTHER);
    other.putAll(table.total().values());
    List<Row> rows = table.rows().isEmpty() ? List.of() : List.of(new Row(other));
    return new Table(List.of(), rows, table.total(), terms, table.hidden(), table.notes());
  }

  /** A summary without what it says of searches; any other table as it is. */
  static Table withoutSearches(Table table) {
    List<Row> rows =
        table.rows().stream()
            .map(
                row -> OF_SEARCHES.contains(String.valueOf(row.get("metric"))) ? unknown(row) : row)
            .toList();
    return new Table(List.of(), rows, table.total(), table.other(), table.hidden(), table.notes());
  }

  private static Row unknown(Row row) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>(row.values());
    values.put("value", null);
    return new Row(values);
  }

  /** Without an owner who is a person; null for a person's page. */
  private static @Nullable Row row(Row row) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    boolean first = true;
    for (Map.Entry<String, @Nullable Object> cell : row.values().entrySet()) {
      boolean person = cell.getValue() instanceof String text && leadsToAPerson(text);
      if (person && first) {
        return null;
      }
      values.put(cell.getKey(), person ? null : cell.getValue());
      first = false;
    }
    return new Row(values);
  }

  private static boolean leadsToAPerson(String text) {
    return !Pseudonym.replaceIn(text, person -> "").equals(text);
  }
}
