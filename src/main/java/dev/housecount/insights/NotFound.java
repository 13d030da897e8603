package dev.housecount.insights;

import dev.housecount.rollup.Miss;
import dev.housecount.rollup.Part;
import java.util.List;

/** Which pages people want and do not find. */
final class NotFound {
  private static final Ranking<Miss> RANKING =
      new Ranking<>(
          Column.text("subject", "The path that was not found."),
          List.of(),
          List.of(
              People.figure("users", "People who did not find it.", Miss::who),
              People.times("visits", "times", "How often it was not found.", Miss::times)),
          Miss::subject,
          Miss::who,
          SmallGroups.FEWEST);

  private NotFound() {}

  static Report report() {
    return new RankedReport<>(
        Report.Card.ranked("not-found", "Which pages do people want that are not there?"),
        Part.MISSES,
        Activity::misses,
        RANKING);
  }
}
