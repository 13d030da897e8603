package dev.housecount.insights;

import java.util.List;
import java.util.Map;

/**
 * What a report answers for one range, with what is hidden already hidden.
 *
 * @param total each person once; empty where a report has none
 * @param other how many values are together in the last row, which is then called {@code other}; 0
 *     where there is no such row
 * @param hidden how many rows have no figures because too few people are behind them
 * @param notes what whoever reads it should know, for a person
 */
public record Table(
    List<Column> columns, List<Row> rows, Row total, int other, int hidden, List<String> notes) {
  /** The name of the row in which values are together that have no row of their own. */
  public static final String OTHER = "other";

  static final Row NO_TOTAL = new Row(Map.of());

  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  Table(List<Column> columns, List<Row> rows, Row total, int other, int hidden) {
    this(columns, rows, total, other, hidden, List.of());
  }

  public Table withNotes(List<String> more) {
    return new Table(columns, rows, total, other, hidden, more);
  }

  /** The same table without any figure. */
  public Table allHidden() {
    List<Row> left = rows.stream().map(row -> row.hidden(columns)).toList();
    return new Table(columns, left, total.hidden(columns), other, rows.size(), notes);
  }
}
