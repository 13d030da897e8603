package dev.housecount.insights;

import dev.housecount.event.Pseudonym;
import dev.housecount.rollup.Who;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table with a row for each value, those first of which there is most, and all others together.
 *
 * @param <T> what was done
 * @param key of the value
 * @param value what one is about; null for what belongs to no row, nor to the total
 * @param least people behind a row, where the deployment's number is not smaller
 * @param always people behind a row whatever that number is; with 0 a row may be about nobody
 */
record Ranking<T>(
    Column key,
    List<Label> labels,
    List<Figure<T>> figures,
    Function<T, @Nullable String> value,
    Function<T, Who> who,
    int least,
    int always) {

  Ranking(
      Column key,
      List<Label> labels,
      List<Figure<T>> figures,
      Function<T, @Nullable String> value,
      Function<T, Who> who,
      int least) {
    this(key, labels, figures, value, who, least, 0);
  }

  List<Column> columns() {
    return Stream.of(
            Stream.of(key),
            labels.stream().map(Label::column),
            figures.stream().map(Figure::column))
        .flatMap(columns -> columns)
        .toList();
  }

  /**
   * @param done what is counted
   * @param leftOut the same, of what a filter leaves out
   */
  Table table(View view, List<T> done, List<T> leftOut) {
    return table(view, done, leftOut, List.of());
  }

  /**
   * @param rowless what is counted, too, but makes no row: it is in the total, and among others
   *     where there are some
   */
  Table table(View view, List<T> done, List<T> leftOut, List<T> rowless) {
    Map<String, List<T>> byValue = byValue(done);
    if (!view.shown()) {
      // Not even how many values there are.
      return new Table(columns(), List.of(), total(List.of()).hidden(columns()), 0, 1);
    }
    List<Row> all =
        shown(view, done, leftOut).entrySet().stream()
            .map(entry -> row(entry.getKey(), entry.getValue()))
            .toList();
    List<Row> rows = labelled(view, first(view, all));
    Stream<T> counted = byValue.values().stream().flatMap(List::stream);
    Row total = total(Stream.concat(counted, rowless.stream()).toList());
    int other = byValue.size() - rows.size();
    return new Table(
        columns(), other == 0 ? rows : withOther(rows, byValue, rowless), total, other, 0);
  }

  /** Of all rows those that are told. What is asked of the catalog is no more than it takes. */
  private List<Row> first(View view, List<Row> all) {
    Question question = view.question();
    boolean byLabel =
        labels.stream().anyMatch(label -> label.column().name().equals(question.sort()));
    return (byLabel ? labelled(view, all) : all)
        .stream().sorted(order(question)).limit(question.limit()).toList();
  }

  private List<Row> labelled(View view, List<Row> rows) {
    if (!labels.isEmpty()) {
      view.prefetch(rows.stream().map(row -> EntityLabels.ref(name(row))).toList());
    }
    return rows.stream().map(this::labelled).toList();
  }

  private Row labelled(Row row) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>(row.values());
    labels.forEach(label -> values.put(label.column().name(), label.of().apply(name(row))));
    return new Row(values);
  }

  private String name(Row row) {
    return String.valueOf(row.get(key.name()));
  }

  /** What was done with each value that may have a row of its own, by its name. */
  Map<String, List<T>> shown(View view, List<T> done, List<T> leftOut) {
    Map<String, List<T>> shown = byValue(done);
    Set<String> hidden = hidden(shown, byValue(leftOut), view.groups());
    shown.keySet().removeAll(hidden);
    return shown;
  }

  Map<String, List<T>> byValue(List<T> done) {
    Map<String, List<T>> byValue = new TreeMap<>();
    for (T one : done) {
      String name = value.apply(one);
      if (name != null) {
        byValue.computeIfAbsent(name, n -> new ArrayList<>()).add(one);
      }
    }
    return byValue;
  }

  private Set<String> hidden(
      Map<String, List<T>> done, Map<String, List<T>> leftOut, SmallGroups groups) {
    List<SmallGroups.Value> values = new ArrayList<>();
    done.forEach(
        (name, some) ->
            values.add(
                new SmallGroups.Value(
                    name, people(some), people(leftOut.getOrDefault(name, List.of())))));
    return groups.without(values, least, always);
  }

  private Set<Pseudonym> people(List<T> some) {
    return Activity.people(some, who);
  }

  private List<Row> withOther(List<Row> rows, Map<String, List<T>> byValue, List<T> rowless) {
    Set<Object> names =
        rows.stream().map(row -> row.get(key.name())).collect(java.util.stream.Collectors.toSet());
    List<T> rest = new ArrayList<>(rowless);
    byValue.forEach((name, some) -> rest.addAll(names.contains(name) ? List.of() : some));
    Map<String, @Nullable Object> other = new LinkedHashMap<>();
    other.put(key.name(), Table.OTHER);
    labels.forEach(label -> other.put(label.column().name(), null));
    figures.forEach(figure -> other.put(figure.column().name(), figure.of().apply(rest)));
    List<Row> all = new ArrayList<>(rows);
    all.add(new Row(other));
    return all;
  }

  /** Its labels are not told yet. */
  private Row row(String name, List<T> some) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put(key.name(), name);
    labels.forEach(label -> values.put(label.column().name(), null));
    figures.forEach(figure -> values.put(figure.column().name(), figure.of().apply(some)));
    return new Row(values);
  }

  private Row total(List<T> all) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    figures.forEach(figure -> values.put(figure.column().name(), figure.of().apply(all)));
    return new Row(values);
  }

  private Comparator<Row> order(Question question) {
    return Sorting.by(question, columns()).thenComparing(this::name);
  }
}
