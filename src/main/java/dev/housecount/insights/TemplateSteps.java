package dev.housecount.insights;

import dev.housecount.rollup.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far people get in the form of each template, as far as anybody can know: see RATIONALE.md of
 * {@code rollup}.
 *
 * @param templates which templates may have rows, and their labels
 */
record TemplateSteps(Ranking<Touch> templates) {
  private static final Column STEP =
      Column.number(
          "step",
          "place",
          "From 1, the first page of the form. Where no run told how many there are, the first alone.");

  private static final Column REACHED =
      Column.count(
          "reached",
          "times",
          "How often somebody got there: the first with each visit of the form, the last with each run that was submitted in it. Null for those between, of which no event tells.");

  List<Column> columns() {
    List<Column> columns = new ArrayList<>(List.of(templates.key()));
    templates.labels().forEach(label -> columns.add(label.column()));
    columns.addAll(List.of(STEP, REACHED));
    return columns;
  }

  /** The templates one after another, those first whose form was opened most; each whole or not. */
  Table table(View view, List<Touch> done, List<Touch> leftOut) {
    if (!view.shown()) {
      return new Table(columns(), List.of(), Table.NO_TOTAL, 0, 1);
    }
    Map<String, List<Touch>> all = templates.byValue(done);
    Set<String> left = new HashSet<>(all.keySet());
    List<Row> rows = new ArrayList<>();
    for (String name : mostOpened(templates.shown(view, done, leftOut))) {
      List<Row> steps = steps(name, all.getOrDefault(name, List.of()));
      if (rows.size() + steps.size() <= view.question().limit()) {
        rows.addAll(steps);
        left.remove(name);
      }
    }
    if (view.question().sort() != null) {
      rows.sort(Sorting.by(view.question(), columns()));
    }
    if (!left.isEmpty()) {
      rows.add(row(Table.OTHER, 1, left.stream().mapToLong(name -> opened(all, name)).sum()));
    }
    return new Table(columns(), rows, Table.NO_TOTAL, left.size(), 0);
  }

  private static List<String> mostOpened(Map<String, List<Touch>> byTemplate) {
    return byTemplate.keySet().stream()
        .sorted(
            Comparator.<String>comparingLong(name -> -opened(byTemplate, name))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private static long opened(Map<String, List<Touch>> byTemplate, String name) {
    return People.times(byTemplate.getOrDefault(name, List.of()), Touch::opened);
  }

  private List<Row> steps(String name, List<Touch> touches) {
    List<Run> told =
        touches.stream()
            .map(Touch::run)
            .filter(Objects::nonNull)
            .filter(run -> run.steps() != null)
            .toList();
    // A form may have changed: what it has now is what the latest run says.
    int last =
        told.stream()
            .max(Comparator.comparing(Run::at))
            .map(Run::steps)
            .map(Integer::intValue)
            .orElse(1);
    List<Row> rows = new ArrayList<>(List.of(row(name, 1, People.times(touches, Touch::opened))));
    for (int step = 2; step <= last; step++) {
      rows.add(row(name, step, step == last ? Long.valueOf(told.size()) : null));
    }
    return rows;
  }

  private Row row(String name, int step, @Nullable Long reached) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put(templates.key().name(), name);
    templates
        .labels()
        .forEach(
            label ->
                values.put(
                    label.column().name(),
                    name.equals(Table.OTHER) ? null : label.of().apply(name)));
    values.put(STEP.name(), (long) step);
    values.put(REACHED.name(), reached);
    return new Row(values);
  }
}
