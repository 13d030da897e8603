package dev.housecount.rollup;

import static java.time.temporal.ChronoUnit.SECONDS;

import dev.housecount.catalog.FactChanges;
import dev.housecount.event.EntityRef;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was told, without the times: how often who did what, and on which days somebody was there.
 */
final class Timeless {
  private final Map<String, List<Double>> things = new TreeMap<>();

  private final FactChanges changes;

  private Timeless(FactChanges changes) {
    this.changes = changes;
  }

  /**
   * @param changes of what the catalog said: what was done before one is something else afterwards
   */
  static Map<String, List<Double>> of(Listed told, ZoneId zone, FactChanges changes) {
    Timeless all = new Timeless(changes);
    told.visits.forEach(
        visit -> {
          String page = visit.kind().isOfDocs() ? visit.page() : "";
          all.add(
              List.of(
                  all.since(visit.who(), visit.entity(), visit.at().truncatedTo(SECONDS)),
                  visit.who(),
                  visit.place(),
                  page,
                  visit.kind(),
                  "" + visit.entity()),
              visit.times());
        });
    told.misses.forEach(
        miss ->
            all.add(
                List.of(
                    all.since(miss.who(), miss.entity(), miss.at().truncatedTo(SECONDS)),
                    miss.who(),
                    miss.place(),
                    miss.subject(),
                    "" + miss.entity()),
                miss.times()));
    told.searches.forEach(
        search ->
            all.add(
                List.of(
                    all.since(search.who(), null, search.at()),
                    search.who(),
                    search.place(),
                    search.action(),
                    search.term(),
                    search.state(),
                    search.isOpened()),
                search.times(),
                search.discovered(),
                search.ranked(),
                search.ranks()));
    told.present.forEach(
        present ->
            all.set(
                List.of(
                    all.since(present.who(), null, Present.quarter(present.at())),
                    day(present.at(), zone),
                    "" + present.who().user())));
    told.seen.forEach(
        seen ->
            all.set(
                List.of(
                    day(seen.at(), zone),
                    seen.who(),
                    seen.place(),
                    seen.action(),
                    "" + seen.entity())));
    told.runs.forEach(run -> all.add(List.of(withoutTask(run)), 1));
    told.agentRuns.forEach(run -> all.add(List.of("agent", withoutTask(run)), 1));
    return all.things;
  }

  /** Which task it was matters only while events are put together. */
  static Run withoutTask(Run run) {
    return new Run(
        run.at(),
        run.who(),
        run.place(),
        run.template(),
        null,
        run.origin(),
        run.backend(),
        run.outcome(),
        run.seconds(),
        run.minutesSaved(),
        run.steps());
  }

  private String since(Who who, @Nullable EntityRef entity, Instant at) {
    return "" + changes.since(who.person(), entity, at);
  }

  private static LocalDate day(Instant at, ZoneId zone) {
    return LocalDate.ofInstant(at, zone);
  }

  private void add(List<Object> thing, double... numbers) {
    List<Double> sums =
        things.computeIfAbsent(
            thing.toString(),
            one -> new ArrayList<>(java.util.Collections.nCopies(numbers.length, 0.0)));
    for (int i = 0; i < numbers.length; i++) {
      sums.set(i, sums.get(i) + numbers[i]);
    }
  }

  private void set(List<Object> thing) {
    things.put(thing.toString(), List.of());
  }
}
