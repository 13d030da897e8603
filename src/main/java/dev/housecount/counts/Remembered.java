package dev.housecount.counts;

import dev.housecount.insights.ActivitySource;
import dev.housecount.rollup.Asked;
import dev.housecount.rollup.Miss;
import dev.housecount.rollup.Part;
import dev.housecount.rollup.Present;
import dev.housecount.rollup.Run;
import dev.housecount.rollup.Search;
import dev.housecount.rollup.Tally;
import dev.housecount.rollup.Visit;
import dev.housecount.rollup.Who;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What was read once, told as often as it is asked for: ten reports see the same time. They ask
 * without filters, and so not for places.
 */
final class Remembered implements ActivitySource, ActivitySource.Reading, Tally {
  private final List<Visit> visits = new ArrayList<>();
  private final List<Search> searches = new ArrayList<>();
  private final List<Run> runs = new ArrayList<>();
  private final List<Run> agentRuns = new ArrayList<>();
  private final List<Miss> misses = new ArrayList<>();
  private final List<Present> present = new ArrayList<>();

  /** Forgets all but who was there. */
  void clear() {
    visits.clear();
    searches.clear();
    runs.clear();
    agentRuns.clear();
    misses.clear();
  }

  /** Everybody who was there, of all portals. */
  List<Present> everybody() {
    return present;
  }

  @Override
  public Reading open() {
    return this;
  }

  @Override
  public void tell(Asked asked, Tally tally) {
    Set<Part> parts = asked.parts();
    if (asked.visits()) {
      tell(asked, visits, Visit::at, Visit::who, tally::visit);
    }
    if (parts.contains(Part.SEARCHES)) {
      tell(asked, searches, Search::at, Search::who, tally::search);
    }
    if (parts.contains(Part.RUNS)) {
      tell(asked, runs, Run::at, Run::who, tally::run);
      tell(asked, agentRuns, Run::at, Run::who, tally::agentRun);
    }
    if (parts.contains(Part.MISSES)) {
      tell(asked, misses, Miss::at, Miss::who, tally::miss);
    }
    if (parts.contains(Part.PRESENCE)) {
      tell(asked, present, Present::at, Present::who, tally::present);
    }
  }

  private static <T> void tell(
      Asked asked, List<T> all, Function<T, Instant> at, Function<T, Who> who, Consumer<T> taker) {
    for (T one : all) {
      Instant time = at.apply(one);
      boolean inside = !time.isBefore(asked.from()) && time.isBefore(asked.to());
      if (inside && asked.portals().contains(who.apply(one).portal())) {
        taker.accept(one);
      }
    }
  }

  /** Nobody asks what remembering costs. */
  @Override
  public double units() {
    return 0;
  }

  @Override
  public void visit(Visit visit) {
    visits.add(visit);
  }

  @Override
  public void search(Search search) {
    searches.add(search);
  }

  @Override
  public void run(Run run) {
    runs.add(run);
  }

  @Override
  public void agentRun(Run run) {
    agentRuns.add(run);
  }

  @Override
  public void miss(Miss miss) {
    misses.add(miss);
  }

  @Override
  public void present(Present one) {
    present.add(one);
  }
}
