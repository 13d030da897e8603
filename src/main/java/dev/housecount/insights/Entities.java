package dev.housecount.insights;

import dev.housecount.event.EntityRef;
import dev.housecount.rollup.Part;
import dev.housecount.rollup.Visit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Which entities' pages are visited; or which are not. */
final class Entities implements Report {
  private static final Column ENTITY =
      Column.text("entity", "The entity whose page, or a tab of it, was visited.");

  private static final Untouched UNVISITED =
      new Untouched(
          Column.text("entity", "An entity of the catalog whose page nobody visited."),
          EntityLabels::all,
          List.of(
              new Untouched.More(
                  Column.time("createdAt", "When it was created, as the catalog says."),
                  facts -> facts.createdAt() == null ? null : facts.createdAt().toString())));

  @Override
  public Card card() {
    return Card.ranked(
        "entities", "Which entities are looked at, and which by nobody?", Parameter.VISITED);
  }

  @Override
  public Shape shape(Question question) {
    List<Column> columns =
        question.has(Parameter.VISITED)
            ? UNVISITED.columns()
            : ranking(EntityLabels.none()).columns();
    return Shape.of(columns, question.filter().needs(Part.ENTITY_VISITS));
  }

  @Override
  public Table table(View view) {
    List<Visit> visits = ofEntities(view.done().visits());
    if (view.question().has(Parameter.VISITED)) {
      return UNVISITED.table(view, touched(visits), facts -> true);
    }
    EntityLabels labels = new EntityLabels(view::entity);
    return ranking(labels).table(view, visits, ofEntities(view.leftOut().visits()));
  }

  static Set<EntityRef> touched(List<Visit> visits) {
    return visits.stream().map(Visit::entity).filter(Objects::nonNull).collect(Collectors.toSet());
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
}
