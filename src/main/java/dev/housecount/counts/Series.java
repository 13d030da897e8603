package dev.housecount.counts;

import dev.housecount.insights.Answer;
import dev.housecount.insights.Column;
import dev.housecount.insights.Days;
import dev.housecount.insights.Grain;
import dev.housecount.insights.Question;
import dev.housecount.insights.Report;
import dev.housecount.insights.Row;
import dev.housecount.insights.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A time series of which the first periods are counts, and the last are known. A period of which
 * nothing was kept, or not all, has no figures: null, never 0.
 *
 * @param known the first day of which people are
 * @param instead what can be asked, for a person
 */
record Series(CountStore store, String portal, int fewest, LocalDate known, String instead) {
  Table table(Report report, Question question, Function<Question, Answer> live) {
    Grain grain = question.series();
    Days days = question.days();
    List<Column> columns = report.shape(question).columns();
    NavigableMap<LocalDate, Counted> kept =
        store.read(portal, grain, report.card().name(), days.from(), days.to());
    List<Row> rows = new ArrayList<>();
    boolean unknown = false;
    @Nullable LocalDate first = null;
    for (Days part : grain.parts(days)) {
      if (!part.from().isBefore(known)) {
        first = first == null ? part.from() : first;
        continue;
      }
      Counted counted = grain.whole(part.from()).equals(part) ? kept.get(part.from()) : null;
      unknown |= counted == null;
      rows.add(counted == null ? empty(columns, part) : row(columns, counted));
    }
    int hidden = 0;
    if (first != null) {
      Table rest = live.apply(question.about(new Days(first, days.to()), null)).table();
      rows.addAll(rest.rows());
      hidden = rest.hidden();
    }
    Table table = new Table(columns, rows, total(columns, rows), 0, hidden, List.of());
    return unknown
        ? KeptAnswers.noted(table, "Periods without figures are not known any more. " + instead)
        : table;
  }

  private Row row(List<Column> columns, Counted counted) {
    Table shown = KeptAnswers.shown(counted, columns, fewest);
    return shown.rows().get(0);
  }

  private static Row empty(List<Column> columns, Days part) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    columns.forEach(column -> values.put(column.name(), null));
    values.put(columns.get(0).name(), part.from().toString());
    return new Row(values);
  }

  /** People of several periods cannot be added up: of one alone they are those of its row. */
  private static Row total(List<Column> columns, List<Row> rows) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (String name : List.of("users", "new", "returning", "resurrected")) {
      if (columns.stream().anyMatch(column -> column.name().equals(name))) {
        values.put(name, rows.size() == 1 ? rows.get(0).get(name) : null);
      }
    }
    return new Row(values);
  }
}
