package dev.housecount.insights;

import dev.housecount.rollup.Miss;
import dev.housecount.rollup.Part;
import java.util.EnumSet;
import java.util.List;

/** Which pages people want and do not find. */
final class NotFound implements Report {
  private static final Ranking<Miss> RANKING =
      new Ranking<>(
          Column.text("subject", "The path that was not found."),
          List.of(),
          List.of(
              People.figure("users", "People who did not find it.", Miss::who),
              People.count("visits", "times", "How often it was not found.", miss -> true)),
          Miss::subject,
          Miss::who,
          SmallGroups.FEWEST);

  @Override
  public Card card() {
    return new Card(
        "not-found",
        "Which pages do people want that are not there?",
        Parameter.all(
            Parameter.COMMON, Parameter.EVENTS, EnumSet.of(Parameter.LIMIT, Parameter.SORT)));
  }

  @Override
  public Shape shape(Question question) {
    return Shape.of(RANKING.columns(), Part.MISSES);
  }

  @Override
  public Table table(View view) {
    return RANKING.table(view, view.done().misses(), view.leftOut().misses());
  }
}
