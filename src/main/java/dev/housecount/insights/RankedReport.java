package dev.housecount.insights;

import dev.housecount.rollup.Part;
import java.util.List;
import java.util.function.Function;

/**
 * A report that ranks one part of what was done, and nothing else.
 *
 * @param <T> what was done
 */
record RankedReport<T>(Card card, Part part, Function<Activity, List<T>> done, Ranking<T> ranking)
    implements Report {
  @Override
  public Shape shape(Question question) {
    return Shape.of(ranking.columns(), question.filter().needs(part));
  }

  @Override
  public Table table(View view) {
    return ranking.table(view, done.apply(view.done()), done.apply(view.leftOut()));
  }
}
