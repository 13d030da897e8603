package dev.housecount.insights;

import dev.housecount.catalog.EntityFacts;
import dev.housecount.event.EntityRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A table of those entities of the catalog with which nobody did anything: no figure, and nobody
 * behind a row.
 *
 * @param key of the entity
 * @param labels of its facts
 * @param more what is told beside them
 */
record Untouched(Column key, Function<EntityLabels, List<Label>> labels, List<More> more) {
  /** A column of what the catalog says. */
  record More(Column column, Function<EntityFacts, @Nullable Object> of) {}

  List<Column> columns() {
    List<Column> columns = new ArrayList<>(List.of(key));
    labels.apply(EntityLabels.none()).forEach(label -> columns.add(label.column()));
    more.forEach(one -> columns.add(one.column()));
    return columns;
  }

  /**
   * @param touched what has no row
   * @param condition which of the rest have one
   */
  Table table(View view, Set<EntityRef> touched, Predicate<EntityFacts> condition) {
    if (!view.shown()) {
      return new Table(columns(), List.of(), Table.NO_TOTAL, 0, 1);
    }
    Filter filter = view.question().filter();
    List<Row> rows =
        view.entities().stream()
            .filter(facts -> !touched.contains(facts.ref()))
            .filter(facts -> Matcher.takes(filter, facts) && condition.test(facts))
            .map(this::row)
            .sorted(
                Sorting.by(view.question(), columns())
                    .thenComparing(row -> String.valueOf(row.get(key.name()))))
            .limit(view.question().limit())
            .toList();
    return new Table(columns(), rows, Table.NO_TOTAL, 0, 0);
  }

  private Row row(EntityFacts facts) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    String name = facts.ref().toString();
    values.put(key.name(), name);
    labels
        .apply(new EntityLabels(ref -> facts))
        .forEach(label -> values.put(label.column().name(), label.of().apply(name)));
    more.forEach(one -> values.put(one.column().name(), one.of().apply(facts)));
    return new Row(values);
  }
}
