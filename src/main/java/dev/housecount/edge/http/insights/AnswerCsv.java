package dev.housecount.edge.http.insights;

import dev.housecount.edge.http.page.CsvText;
import dev.housecount.insights.Column;
import dev.housecount.insights.Table;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of an answer as CSV, the columns' names as header. */
final class AnswerCsv {
  private AnswerCsv() {}

  static String of(Table table, boolean byteOrderMark) {
    String header =
        table.columns().stream().map(Column::name).collect(Collectors.joining(",", "", "\r\n"));
    String rows =
        table.rows().stream()
            .map(
                row ->
                    table.columns().stream()
                        .map(column -> cell(row.get(column.name())))
                        .collect(Collectors.joining(",", "", "\r\n")))
            .collect(Collectors.joining());
    return (byteOrderMark ? "\uFEFF" : "") + header + rows;
  }

  /** What is hidden or unknown is empty; a number below 0 is no formula. */
  static String cell(@Nullable Object value) {
    return value instanceof Number number ? number.toString() : CsvText.of(value);
  }
}
