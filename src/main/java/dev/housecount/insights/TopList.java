package dev.housecount.insights;

import dev.housecount.rollup.Part;
import dev.housecount.rollup.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is used most, as {@link AdoptionPage} shows it: how often, when last, and when how often.
 *
 * @param done what counts
 * @param value what it is about
 */
record TopList(
    String name,
    Part part,
    Function<Activity, Stream<Act>> done,
    Function<Act, @Nullable String> value)
    implements Report {
  static final String NAME = "name";
  static final String COUNT = "count";
  static final String LAST_USED = "last_used";

  /** A list of {@code date} and {@code count}, of periods in which there was something. */
  static final String TREND = "trend";

  static TopList plugins() {
    return new TopList("top_plugins", Part.VISITS, visits(visit -> true), Act::plugin);
  }

  static TopList docs() {
    return new TopList(
        "top_techdocs", Part.VISITS, visits(visit -> visit.kind().isOfDocs()), TopList::entity);
  }

  static TopList entities() {
    return new TopList(
        "top_catalog_entities",
        Part.VISITS,
        visits(visit -> visit.kind().isOfEntity()),
        TopList::entity);
  }

  static TopList templates() {
    return new TopList(
        "top_templates",
        Part.RUNS,
        activity -> activity.runs().stream().map(Act::of),
        TopList::entity);
  }

  private static Function<Activity, Stream<Act>> visits(Predicate<Visit> which) {
    return activity -> activity.visits().stream().filter(which).map(Act::of);
  }

  private static @Nullable String entity(Act act) {
    return act.entity() == null ? null : act.entity().toString();
  }

  @Override
  public Card card() {
    return new Card(
        name,
        "What is used most?",
        Parameter.all(
            Parameter.COMMON, Parameter.EVENTS, EnumSet.of(Parameter.GRAIN, Parameter.LIMIT)));
  }

  @Override
  public Shape shape(Question question) {
    return Shape.ofTimes(ranking(new Periods(List.of())).columns(), part);
  }

  @Override
  public Table table(View view) {
    return ranking(new Periods(view.periods()))
        .table(view, done.apply(view.done()).toList(), done.apply(view.leftOut()).toList());
  }

  private Ranking<Act> ranking(Periods periods) {
    return new Ranking<>(
        Column.text(NAME, "What was used."),
        List.of(),
        List.of(
            People.count(COUNT, "times", "How often.", act -> true),
            new Figure<>(Column.time(LAST_USED, "When last."), TopList::last),
            new Figure<>(Column.text(TREND, "When how often."), acts -> trend(acts, periods))),
        value,
        Act::who,
        SmallGroups.FEWEST);
  }

  private static @Nullable Object last(List<Act> acts) {
    return acts.stream()
        .map(Act::at)
        .max(Comparator.naturalOrder())
        .map(Instant::toString)
        .orElse(null);
  }

  private static List<Map<String, Object>> trend(List<Act> acts, Periods periods) {
    List<Map<String, Object>> trend = new ArrayList<>();
    periods
        .count(acts, Act::at)
        .forEach(
            (period, count) -> {
              Map<String, Object> point = new LinkedHashMap<>();
              point.put("date", period.label());
              point.put(COUNT, count);
              trend.add(point);
            });
    return trend;
  }
}
