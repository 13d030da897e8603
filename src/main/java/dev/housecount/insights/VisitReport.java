package dev.housecount.insights;

import dev.housecount.rollup.Part;
import dev.housecount.rollup.Visit;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The reports that count people and visits by something that a visit has. */
final class VisitReport implements Report {
  private static final String USERS =
      "People who visited it; guests and sessions without a user are none.";
  private static final String VISITS =
      "Pages that somebody went to; the same page again within half an hour of its last report, with no other page between, is the same visit.";

  private final String name;
  private final String asks;
  private final Ranking<Visit> ranking;

  private VisitReport(
      String name, String asks, Column key, Function<Visit, @Nullable String> value) {
    this.name = name;
    this.asks = asks;
    this.ranking = new Ranking<>(key, List.of(), figures(), value, Visit::who, SmallGroups.FEWEST);
  }

  static List<Figure<Visit>> figures() {
    return List.of(
        People.figure("users", USERS, Visit::who),
        People.count("visits", "visits", VISITS, visit -> true));
  }

  static Report plugins() {
    return new VisitReport(
        "plugins",
        "Which plugins are used, and by how many people?",
        Column.text("plugin", "The plugin that a page's path is of."),
        visit -> visit.place().plugin());
  }

  static Report sections() {
    return new VisitReport(
        "sections",
        "What is used that is no known plugin's?",
        Column.text("section", "The first word of a path that is no known plugin's."),
        visit -> visit.place().plugin() == null ? visit.place().section() : null);
  }

  @Override
  public Card card() {
    return new Card(
        name,
        asks,
        Parameter.all(
            Parameter.COMMON, Parameter.EVENTS, EnumSet.of(Parameter.LIMIT, Parameter.SORT)));
  }

  @Override
  public Shape shape(Question question) {
    return Shape.of(ranking.columns(), Part.VISITS);
  }

  @Override
  public Table table(View view) {
    return ranking.table(view, view.done().visits(), view.leftOut().visits());
  }
}
