package dev.housecount.insights;

import dev.housecount.event.Pseudonym;
import dev.housecount.rollup.Miss;
import dev.housecount.rollup.Run;
import dev.housecount.rollup.Search;
import dev.housecount.rollup.Seen;
import dev.housecount.rollup.Tally;
import dev.housecount.rollup.Visit;
import dev.housecount.rollup.Who;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** What people did: as far as a report asked for it, in no particular order. */
record Activity(
    List<Visit> visits, List<Search> searches, List<Run> runs, List<Miss> misses, List<Seen> seen) {

  /** Those for which this holds. */
  Activity where(Predicate<Act> condition) {
    return new Activity(
        where(visits, Act::of, condition),
        where(searches, Act::of, condition),
        where(runs, Act::of, condition),
        where(misses, Act::of, condition),
        where(seen, Act::of, condition));
  }

  private static <T> List<T> where(List<T> all, Function<T, Act> act, Predicate<Act> condition) {
    return all.stream().filter(one -> condition.test(act.apply(one))).toList();
  }

  /** All of it, one after another. */
  void each(Consumer<Act> taker) {
    visits.forEach(one -> taker.accept(Act.of(one)));
    searches.forEach(one -> taker.accept(Act.of(one)));
    runs.forEach(one -> taker.accept(Act.of(one)));
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
    private final Activity all =
        new Activity(
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
    public void miss(Miss miss) {
      all.misses.add(miss);
    }

    @Override
    public void seen(Seen seen) {
      all.seen.add(seen);
    }
  }
}
