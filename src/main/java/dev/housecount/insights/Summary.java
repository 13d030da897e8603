package dev.housecount.insights;

import dev.housecount.event.Pseudonym;
import dev.housecount.rollup.Part;
import dev.housecount.rollup.Search;
import dev.housecount.rollup.Seen;
import dev.housecount.rollup.Visit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The key figures. */
final class Summary implements Report {
  private static final String METRIC = "metric";
  private static final String VALUE = "value";
  private static final String PREVIOUS = "previous";

  private static final List<Column> COLUMNS =
      List.of(
          Column.text(
              METRIC,
              "active_users: people with an event that counts; adoption: the share of the catalog's people who were active; visits; searches; zero_result_share: of the searches whose engine told a count, those that found nothing; template_runs; hours_saved by templates; docs_readers: people who visited documentation."),
          Column.number(VALUE, "as the metric says", "The figure of the range."),
          Column.number(
              PREVIOUS, "as the metric says", "The figure of the range to compare with."));

  @Override
  public Card card() {
    return new Card(
        "summary",
        "Is the portal used more than before?",
        Parameter.all(Parameter.COMMON, Parameter.EVENTS));
  }

  @Override
  public Shape shape(Question question) {
    return Shape.of(
        COLUMNS,
        question.filter().needs(Part.USES),
        Part.SEARCHES,
        Part.RUNS,
        question.filter().presence());
  }

  @Override
  public Table table(View view) {
    Activity done = view.done();
    Set<Pseudonym> active = Activity.people(done.seen(), Seen::who);
    List<Visit> visits = done.visits();
    List<Row> rows = new ArrayList<>();
    rows.add(row("active_users", (long) active.size()));
    rows.add(row("adoption", Adoption.share(view, active)));
    rows.add(row("visits", People.times(visits, Visit::times)));
    rows.add(row("searches", People.times(done.searches(), Search::times)));
    rows.add(row("zero_result_share", zeroShare(done.searches())));
    rows.add(row("template_runs", (long) done.runs().size()));
    rows.add(row("hours_saved", new SavedTime(view).of(done.runs()) / 60));
    rows.add(
        row("docs_readers", (long) Activity.people(TechDocs.ofDocs(visits), Visit::who).size()));
    Table table =
        new Table(COLUMNS, rows, Table.NO_TOTAL, 0, 0)
            .withNotes(Notes.of(view, !done.runs().isEmpty()));
    return view.shown() ? table : table.allHidden();
  }

  private static @Nullable Double zeroShare(List<Search> searches) {
    long zero = inState(searches, Search.State.ZERO);
    long found = inState(searches, Search.State.PRODUCTIVE);
    return zero + found == 0 ? null : Double.valueOf((double) zero / (zero + found));
  }

  private static long inState(List<Search> searches, Search.State state) {
    return People.times(searches, search -> search.state() == state ? search.times() : 0);
  }

  private static Row row(String metric, @Nullable Number value) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put(METRIC, metric);
    values.put(VALUE, value);
    values.put(PREVIOUS, null);
    return new Row(values);
  }

  @Override
  public Table compared(Table table, @Nullable Table previous) {
    if (previous == null) {
      return table;
    }
    Map<Object, @Nullable Object> before = new HashMap<>();
    previous.rows().forEach(row -> before.put(String.valueOf(row.get(METRIC)), row.get(VALUE)));
    List<Row> rows =
        table.rows().stream()
            .map(row -> row.with(PREVIOUS, before.get(String.valueOf(row.get(METRIC)))))
            .toList();
    return new Table(
        table.columns(), rows, table.total(), table.other(), table.hidden(), table.notes());
  }
}
