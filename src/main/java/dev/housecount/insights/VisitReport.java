package dev.housecount.insights;

import dev.housecount.rollup.Part;
import dev.housecount.rollup.Visit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The reports that count people and visits by something that a visit has. */
final class VisitReport {
  private static final String USERS =
      "People who visited it; guests and sessions without a user are none.";
  private static final String VISITS =
      "Pages that somebody went to; the same page again within half an hour of its last report, with no other page between, is the same visit.";

  private VisitReport() {}

  static List<Figure<Visit>> figures() {
    return List.of(
        People.figure("users", USERS, Visit::who),
        People.times("visits", "visits", VISITS, Visit::times));
  }

  static Report plugins() {
    return of(
        "plugins",
        "Which plugins are used, and by how many people?",
        Column.text("plugin", "The plugin that a page's path is of."),
        visit -> visit.place().plugin());
  }

  static Report sections() {
    return of(
        "sections",
        "What is used that is no known plugin's?",
        Column.text("section", "The first word of a path that is no known plugin's."),
        visit -> visit.place().plugin() == null ? visit.place().section() : null);
  }

  private static Report of(
      String name, String asks, Column key, Function<Visit, @Nullable String> value) {
    return new RankedReport<>(
        Report.Card.ranked(name, asks),
        Part.USES,
        Activity::visits,
        new Ranking<>(key, List.of(), figures(), value, Visit::who, SmallGroups.FEWEST));
  }
}
