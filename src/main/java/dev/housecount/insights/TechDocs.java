package dev.housecount.insights;

import dev.housecount.catalog.EntityFacts;
import dev.housecount.rollup.Part;
import dev.housecount.rollup.Visit;
import java.util.List;

/** Which documentation is read. */
final class TechDocs implements Report {
  /** The field of entities that have documentation. */
  private static final String DOCUMENTED = "metadata.annotations.backstage.io/techdocs-ref";

  private static final Column ENTITY =
      Column.text("entity", "The entity whose documentation was read.");

  private static final Untouched UNREAD =
      new Untouched(
          Column.text("entity", "An entity whose documentation nobody read."),
          labels -> List.of(labels.title(), labels.owner()),
          List.of());

  @Override
  public Card card() {
    return Card.ranked(
        "techdocs", "Which documentation is read, and which by nobody?", Parameter.READ);
  }

  @Override
  public Shape shape(Question question) {
    List<Column> columns =
        question.has(Parameter.READ) ? UNREAD.columns() : ranking(EntityLabels.none()).columns();
    return Shape.of(columns, question.filter().needs(Part.DOC_VISITS));
  }

  @Override
  public Table table(View view) {
    List<Visit> visits = ofDocs(view.done().visits());
    if (view.question().has(Parameter.READ)) {
      return unread(view, visits);
    }
    return ranking(new EntityLabels(view::entity))
        .table(view, visits, ofDocs(view.leftOut().visits()));
  }

  /** What the catalog keeps tells of documentation where the deployment captures that. */
  private static Table unread(View view, List<Visit> visits) {
    boolean known = view.entities().stream().anyMatch(TechDocs::isDocumented);
    return UNREAD
        .table(view, Entities.touched(visits), TechDocs::isDocumented)
        .withNotes(known ? List.of() : List.of(Notes.NO_DOCUMENTATION));
  }

  private static boolean isDocumented(EntityFacts facts) {
    return facts.fields().keySet().stream().anyMatch(DOCUMENTED::equalsIgnoreCase);
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
            People.times("views", "visits", "Visits of its pages.", Visit::times),
            new Figure<>(
                Column.count("pages", "pages", "Different pages of it that were visited."),
                visits ->
                    visits.stream().map(v -> v.entity() + " " + v.page()).distinct().count())),
        visit -> visit.entity() == null ? null : visit.entity().toString(),
        Visit::who,
        SmallGroups.FEWEST);
  }
}
