package dev.housecount.insights;

import dev.housecount.rollup.Part;
import dev.housecount.rollup.Visit;
import java.util.EnumSet;
import java.util.List;

/** Which documentation is read. */
final class TechDocs implements Report {
  private static final Column ENTITY =
      Column.text("entity", "The entity whose documentation was read.");

  @Override
  public Card card() {
    return new Card(
        "techdocs",
        "Which documentation is read, and by how many people?",
        Parameter.all(
            Parameter.COMMON, Parameter.EVENTS, EnumSet.of(Parameter.LIMIT, Parameter.SORT)));
  }

  @Override
  public Shape shape(Question question) {
    return Shape.of(ranking(EntityLabels.none()).columns(), Part.VISITS);
  }

  @Override
  public Table table(View view) {
    return ranking(new EntityLabels(view::entity))
        .table(view, ofDocs(view.done().visits()), ofDocs(view.leftOut().visits()));
  }

  static List<Visit> ofDocs(List<Visit> visits) {
    return visits.stream().filter(visit -> visit.kind().isOfDocs()).toList();
  }

  private static Ranking<Visit> ranking(EntityLabels labels) {
    return new Ranking<>(
        ENTITY,
        List.of(labels.title(), labels.owner()),
        List.of(
            People.figure("readers", "People who visited a page of it.", Visit::who),
            People.count("views", "visits", "Visits of its pages.", visit -> true),
            new Figure<>(
                Column.count("pages", "pages", "Different pages of it that were visited."),
                visits ->
                    visits.stream().map(v -> v.entity() + " " + v.page()).distinct().count())),
        visit -> visit.entity() == null ? null : visit.entity().toString(),
        Visit::who,
        SmallGroups.FEWEST);
  }
}
