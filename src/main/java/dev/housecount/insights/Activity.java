package dev.housecount.insights;

import dev.housecount.event.Pseudonym;
import dev.housecount.hydrate.Place;
import dev.housecount.rollup.Miss;
import dev.housecount.rollup.Present;
import dev.housecount.rollup.Run;
import dev.housecount.rollup.Search;
import dev.housecount.rollup.Seen;
import dev.housecount.rollup.Tally;
import dev.housecount.rollup.Visit;
import dev.housecount.rollup.Who;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What people did: as far as a report asked for it, in no particular order.
 *
 * @param agentRuns runs that agents and services began: nobody's
 */
record Activity(
    List<Visit> visits,
    List<Search> searches,
    List<Run> runs,
    List<Run> agentRuns,
    List<Miss> misses,
    List<Seen> seen) {

  /** Nothing. */
  static Activity none() {
    return new Activity(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  /** Those for which this holds. */
  Activity where(Predicate<Act> condition) {
    return split(condition).in();
  }

  /**
   * All of it in two parts.
   *
   * @param in for which a condition holds
   * @param out the rest
   */
  record Parts(Activity in, Activity out) {}

  /** Asks the condition once for each. */
  Parts split(Predicate<Act> condition) {
    Map<Boolean, List<Visit>> v = split(visits, Act::of, condition);
    Map<Boolean, List<Search>> s = split(searches, Act::of, condition);
    Map<Boolean, List<Run>> r = split(runs, Act::of, condition);
    Map<Boolean, List<Run>> a = split(agentRuns, Act::of, condition);
    Map<Boolean, List<Miss>> m = split(misses, Act::of, condition);
    Map<Boolean, List<Seen>> p = split(seen, Act::of, condition);
    return new Parts(part(v, s, r, a, m, p, true), part(v, s, r, a, m, p, false));
  }

  private static <T> Map<Boolean, List<T>> split(
      List<T> all, Function<T, Act> act, Predicate<Act> condition) {
    return all.stream().collect(Collectors.partitioningBy(one -> condition.test(act.apply(one))));
  }

  private static Activity part(
      Map<Boolean, List<Visit>> visits,
      Map<Boolean, List<Search>> searches,
      Map<Boolean, List<Run>> runs,
      Map<Boolean, List<Run>> agentRuns,
      Map<Boolean, List<Miss>> misses,
      Map<Boolean, List<Seen>> seen,
      boolean in) {
    return new Activity(
        of(visits, in),
        of(searches, in),
        of(runs, in),
        of(agentRuns, in),
        of(misses, in),
        of(seen, in));
  }

  private static <T> List<T> of(Map<Boolean, List<T>> parts, boolean in) {
    return parts.getOrDefault(in, List.of());
  }

  /** All of it, one after another. */
  void each(Consumer<Act> taker) {
    visits.forEach(one -> taker.accept(Act.of(one)));
    searches.forEach(one -> taker.accept(Act.of(one)));
    runs.forEach(one -> taker.accept(Act.of(one)));
    agentRuns.forEach(one -> taker.accept(Act.of(one)));
    misses.forEach(one -> taker.accept(Act.of(one)));
    seen.forEach(one -> taker.accept(Act.of(one)));
  }

  /** Everybody in it who counts as a person. */
  Set<Pseudonym> people() {
    Set<Pseudonym> people = new HashSet<>();
    each(act -> add(act.who(), people));
    return people;
  }

  private static void add(Who who, Set<Pseudonym> people) {
    Pseudonym person = who.person();
    if (person != null) {
      people.add(person);
    }
  }

  /** The persons behind some of what was done. */
  static <T> Set<Pseudonym> people(List<T> done, Function<T, Who> who) {
    Set<Pseudonym> people = new HashSet<>();
    done.forEach(one -> add(who.apply(one), people));
    return people;
  }

  /** Takes down what is told. */
  static final class Notes implements Tally {
    private static final Place NOWHERE = new Place(null, null);

    private final Activity all =
        new Activity(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());

    Activity all() {
      return all;
    }

    @Override
    public void visit(Visit visit) {
      all.visits.add(visit);
    }

    @Override
    public void search(Search search) {
      all.searches.add(search);
    }

    @Override
    public void run(Run run) {
      all.runs.add(run);
    }

    @Override
    public void agentRun(Run run) {
      all.agentRuns.add(run);
    }

    @Override
    public void miss(Miss miss) {
      all.misses.add(miss);
    }

    /** It has no place: where places matter, they are what is asked for. */
    @Override
    public void present(Present present) {
      all.seen.add(new Seen(present.at(), present.who(), NOWHERE, "", null));
    }

    @Override
    public void seen(Seen seen) {
      all.seen.add(seen);
    }
  }
}
