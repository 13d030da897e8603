package dev.housecount.insights;

import dev.housecount.catalog.EntityFacts;
import dev.housecount.event.EntityRef;
import dev.housecount.rollup.Part;
import dev.housecount.rollup.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which entities' pages are visited; or which are not. */
final class Entities implements Report {
  private static final Column ENTITY =
      Column.text("entity", "The entity whose page, or a tab of it, was visited.");
  private static final Column CREATED =
      Column.time("createdAt", "When it was created, as the catalog says.");

  @Override
  public Card card() {
    return new Card(
        "entities",
        "Which entities are looked at, and which by nobody?",
        Parameter.all(
            Parameter.COMMON,
            Parameter.EVENTS,
            EnumSet.of(Parameter.LIMIT, Parameter.SORT, Parameter.VISITED)));
  }

  @Override
  public Shape shape(Question question) {
    List<Column> columns =
        question.has(Parameter.VISITED) ? unvisited() : ranking(EntityLabels.none()).columns();
    return Shape.of(columns, Part.VISITS);
  }

  @Override
  public Table table(View view) {
    List<Visit> visits = ofEntities(view.done().visits());
    if (view.question().has(Parameter.VISITED)) {
      return unvisited(view, visits);
    }
    EntityLabels labels = new EntityLabels(view::entity);
    return ranking(labels).table(view, visits, ofEntities(view.leftOut().visits()));
  }

  private static List<Visit> ofEntities(List<Visit> visits) {
    return visits.stream().filter(visit -> visit.kind().isOfEntity()).toList();
  }

  private static Ranking<Visit> ranking(EntityLabels labels) {
    return new Ranking<>(
        ENTITY,
        labels.all(),
        VisitReport.figures(),
        visit -> visit.entity() == null ? null : visit.entity().toString(),
        Visit::who,
        SmallGroups.FEWEST);
  }

  private static List<Column> unvisited() {
    List<Column> columns = new ArrayList<>(List.of(ENTITY));
    EntityLabels.none().all().forEach(label -> columns.add(label.column()));
    columns.add(CREATED);
    return columns;
  }

  /** Nobody is behind these rows. */
  private static Table unvisited(View view, List<Visit> visits) {
    Set<EntityRef> visited =
        visits.stream().map(Visit::entity).filter(ref -> ref != null).collect(Collectors.toSet());
    List<Row> rows =
        view.entities().stream()
            .filter(facts -> !visited.contains(facts.ref()))
            .filter(facts -> Matcher.takes(view.question().filter(), facts))
            .map(Entities::row)
            .sorted(
                Sorting.by(view.question(), unvisited())
                    .thenComparing(row -> String.valueOf(row.get(ENTITY.name()))))
            .toList();
    List<Row> shown =
        view.shown() ? rows.subList(0, Math.min(rows.size(), view.question().limit())) : List.of();
    return new Table(unvisited(), shown, Table.NO_TOTAL, 0, view.shown() ? 0 : 1);
  }

  private static Row row(EntityFacts facts) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    String name = facts.ref().toString();
    values.put(ENTITY.name(), name);
    new EntityLabels(ref -> facts)
        .all()
        .forEach(label -> values.put(label.column().name(), label.of().apply(name)));
    Instant created = facts.createdAt();
    values.put(CREATED.name(), created == null ? null : created.toString());
    return new Row(values);
  }
}
