package dev.housecount.sealed;

import dev.housecount.catalog.FactChanges;
import dev.housecount.event.EntityRef;
import dev.housecount.event.Pseudonym;
import dev.housecount.rollup.Miss;
import dev.housecount.rollup.Present;
import dev.housecount.rollup.Run;
import dev.housecount.rollup.Search;
import dev.housecount.rollup.Tally;
import dev.housecount.rollup.Visit;
import dev.housecount.rollup.Who;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Counts for a digest how often something was done. */
final class DigestTally implements Tally {
  private static final int NUMBERLESS = 0;

  private static final Comparator<Row> BY_WORDS =
      Comparator.<Row, String>comparing(row -> row.words().toString()).thenComparingInt(Row::who);

  private final Instant from;
  private final Function<String, FactChanges> catalogs;
  private final Map<String, Map<Section, Map<Thing, double[]>>> things = new HashMap<>();
  private final Map<String, List<Run>> runs = new HashMap<>();
  private final Set<Pseudonym> people = new HashSet<>();

  /**
   * What is the same whenever it is done.
   *
   * @param since when the catalog began to say what it said at that time, or the digest's time
   *     began: as a row of the section has it
   * @param opened of searches, whether a result was opened
   */
  private record Thing(Who who, long since, List<@Nullable String> words, boolean opened) {}

  /**
   * @param from when the digest's time begins
   * @param catalogs by portal what changed, within it at least
   */
  DigestTally(Instant from, Function<String, FactChanges> catalogs) {
    this.from = from;
    this.catalogs = catalogs;
  }

  @Override
  public void visit(Visit visit) {
    // Different pages are counted of documentation only.
    String page = visit.kind().isOfDocs() ? visit.page() : "";
    add(Section.of(visit), visit, page, visit.entity());
    add(Section.USES, visit, "", null);
  }

  private void add(Section section, Visit visit, String page, @Nullable EntityRef entity) {
    Visit same = new Visit(visit.at(), visit.who(), visit.place(), page, visit.kind(), entity);
    add(section, visit.who(), entity, Things.row(same, Row.NOBODY), false, visit.times());
  }

  @Override
  public void miss(Miss miss) {
    Row row = Things.row(miss, Row.NOBODY);
    add(Section.MISSES, miss.who(), miss.entity(), row, false, miss.times());
  }

  @Override
  public void search(Search search) {
    Row row = Things.row(search, Row.NOBODY);
    add(Section.SEARCHES, search.who(), null, row, search.isOpened(), search.times());
  }

  @Override
  public void run(Run run) {
    if (run.who().user() != null) {
      people.add(run.who().user());
    }
    runs.computeIfAbsent(run.who().portal(), portal -> new ArrayList<>()).add(run);
  }

  @Override
  public void agentRun(Run run) {
    run(run);
  }

  @Override
  public void present(Present present) {
    Row row = Things.row(present, Row.NOBODY);
    add(Section.PRESENCE, present.who(), null, row, false, NUMBERLESS);
  }

  private void add(
      Section section, Who who, @Nullable EntityRef entity, Row row, boolean opened, int times) {
    if (who.user() != null) {
      people.add(who.user());
    }
    List<@Nullable Double> numbers = row.numbers();
    double[] more = new double[times == NUMBERLESS ? 0 : numbers.size() + 1];
    for (int i = 0; i < more.length; i++) {
      Double number = i < numbers.size() ? numbers.get(i) : Double.valueOf(times);
      more[i] = number == null ? 0 : number;
    }
    things
        .computeIfAbsent(who.portal(), portal -> new EnumMap<>(Section.class))
        .computeIfAbsent(section, one -> new HashMap<>())
        .merge(
            new Thing(who, since(section, who, entity, row), row.words(), opened),
            more,
            DigestTally::sum);
  }

  /** The first moment of a section's precision at which that was said which was said of a row. */
  private long since(Section section, Who who, @Nullable EntityRef entity, Row row) {
    Instant changed =
        catalogs.apply(who.portal()).since(who.person(), entity, section.at(row.time()));
    return changed != null && from.isBefore(changed)
        ? section.timeAfter(changed)
        : section.time(from);
  }

  private static double[] sum(double[] one, double[] other) {
    for (int i = 0; i < one.length; i++) {
      one[i] += other[i];
    }
    return one;
  }

  /** Everybody in it. */
  Set<Pseudonym> people() {
    return people;
  }

  /** The rows by portal and section, in the order in which they take least. */
  Map<String, Map<Section, List<Row>>> rows(Map<Pseudonym, Integer> ordinals) {
    Map<String, Map<Section, List<Row>>> rows = new HashMap<>();
    things.forEach(
        (portal, sections) ->
            sections.forEach(
                (section, some) ->
                    rows.computeIfAbsent(portal, one -> new EnumMap<>(Section.class))
                        .put(section, rowsOf(some, ordinals))));
    runs.forEach(
        (portal, some) ->
            rows.computeIfAbsent(portal, one -> new EnumMap<>(Section.class))
                .put(Section.WHOLE_RUNS, rows(some, ordinals)));
    return rows;
  }

  private static List<Row> rows(List<Run> runs, Map<Pseudonym, Integer> ordinals) {
    return runs.stream()
        .map(run -> Things.row(run, ordinal(run.who(), ordinals)))
        .sorted(BY_WORDS.thenComparingLong(Row::time))
        .toList();
  }

  private static int ordinal(Who who, Map<Pseudonym, Integer> ordinals) {
    Integer ordinal = who.user() == null ? null : ordinals.get(who.user());
    return ordinal == null ? Row.NOBODY : ordinal;
  }

  private static List<Row> rowsOf(Map<Thing, double[]> some, Map<Pseudonym, Integer> ordinals) {
    List<Row> rows = new ArrayList<>(some.size());
    some.forEach(
        (thing, numbers) -> {
          List<@Nullable Double> boxed = new ArrayList<>(numbers.length);
          for (double number : numbers) {
            boxed.add(number);
          }
          rows.add(new Row(ordinal(thing.who, ordinals), thing.since, thing.words, boxed));
        });
    rows.sort(BY_WORDS.thenComparingLong(Row::time));
    return rows;
  }
}
