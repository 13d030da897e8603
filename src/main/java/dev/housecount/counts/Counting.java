package dev.housecount.counts;

import dev.housecount.insights.ActivitySource;
import dev.housecount.insights.Directory;
import dev.housecount.insights.Insights;
import dev.housecount.insights.Older;
import dev.housecount.insights.SmallGroups;
import dev.housecount.insights.TooMuchToReadException;
import dev.housecount.rollup.Asked;
import dev.housecount.rollup.Part;
import dev.housecount.store.InsightsRetention;
import dev.housecount.store.RecordStore;
import dev.housecount.store.StoreUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Counts days, weeks and months once they are over, by the reports themselves, and again when
 * something comes late. Safe with several instances at once; for one thread of each.
 */
public final class Counting {
  /** After the end of a day; what comes later than that is noted by {@link LateMarks}. */
  static final Duration SETTLING = Duration.ofHours(6);

  /** Between two looks for the first portal: as long as there is none, there is nothing to do. */
  static final Duration FIRST = Duration.ofHours(6);

  /** What was done; who was there is read once for all. */
  private static final Set<Part> DONE =
      EnumSet.of(Part.VISITS, Part.SEARCHES, Part.RUNS, Part.MISSES);

  private final ActivitySource source;
  private final Directory.Source directories;
  private final SmallGroups groups;
  private final InsightsRetention kept;
  private final Duration whole;
  private final ZoneId zone;
  private final Clock clock;
  private final Supplier<Duration> time;
  private final CountStore store;
  private final LateDays late;
  private Instant next = Instant.MIN;

  /**
   * @param source whose budget suffices for all that is kept
   * @param records where counts are kept
   * @param whole how long nothing of what was done is over
   * @param zone the portal's
   * @param time after which no further part begins
   */
  public Counting(
      ActivitySource source,
      Directory.Source directories,
      SmallGroups groups,
      RecordStore records,
      InsightsRetention kept,
      Duration whole,
      ZoneId zone,
      Clock clock,
      Supplier<Duration> time) {
    this.source = source;
    this.directories = directories;
    this.groups = groups;
    this.kept = kept;
    this.whole = whole;
    this.zone = zone;
    this.clock = clock;
    this.time = time;
    this.store = new CountStore(records);
    this.late = new LateDays(records);
  }

  /** Days before this one are over for so long that they are counted. */
  static LocalDate limit(Instant now, ZoneId zone) {
    return LocalDate.ofInstant(now.minus(SETTLING), zone);
  }

  /**
   * Counts what is due.
   *
   * @return how many days, weeks and months are left
   * @throws dev.housecount.store.StoreUnavailableException when the store cannot answer now
   */
  public int run() {
    Instant now = clock.instant();
    LocalDate limit = limit(now, zone);
    Map<String, Index> indexes = store.indexes();
    if (!late.apply(store, indexes, now)) {
      return 1; // another instance is at it
    }
    boolean due = indexes.values().stream().anyMatch(index -> index.until().isBefore(limit));
    if (!due && (!indexes.isEmpty() || now.isBefore(next))) {
      return 0;
    }
    next = now.plus(FIRST);
    return count(indexes, limit, now);
  }

  private int count(Map<String, Index> before, LocalDate limit, Instant now) {
    Instant deadline = now.plus(time.get());
    Remembered memory = new Remembered();
    ActivitySource.Reading reading = source.open();
    Map<String, Index> indexes = new TreeMap<>(before);
    List<Whole> due = new ArrayList<>();
    int done = 0;
    try {
      Instant end = limit.atStartOfDay(zone).toInstant();
      Instant begin = now.minus(kept.people());
      reading.tell(new Asked(begin, end, Set.of(), Set.of(Part.PRESENCE)), memory);
      firstDays(memory)
          .forEach((portal, day) -> indexes.putIfAbsent(portal, new Index(day, day, 0)));
      due.addAll(due(indexes, limit));
      while (done < due.size() && (done == 0 || clock.instant().isBefore(deadline))) {
        count(due.get(done), indexes, memory, reading, now);
        done++;
      }
    } catch (TooMuchToReadException e) {
      if (done == 0) {
        throw new StoreUnavailableException(
            "days cannot be counted: what is kept of people takes too long to read; let the policy"
                + " keep people for less time (insights.people)",
            e);
      }
    }
    LocalDate reached = done == due.size() ? limit : due.get(done).days().to().minusDays(1);
    boolean all = true;
    for (Map.Entry<String, Index> one : indexes.entrySet()) {
      Index index = one.getValue();
      all &= !index.until().isBefore(reached) || store.put(one.getKey(), index.until(reached));
    }
    return all ? due.size() - done : 1;
  }

  private Map<String, LocalDate> firstDays(Remembered memory) {
    return memory.everybody().stream()
        .collect(
            Collectors.toMap(
                present -> present.who().portal(),
                present -> LocalDate.ofInstant(present.at(), zone),
                (one, other) -> one.isBefore(other) ? one : other));
  }

  private static List<Whole> due(Map<String, Index> indexes, LocalDate limit) {
    return indexes.values().stream()
        .map(Index::until)
        .min(LocalDate::compareTo)
        .map(first -> Whole.ending(first, limit))
        .orElse(List.of());
  }

  private void count(
      Whole due,
      Map<String, Index> indexes,
      Remembered memory,
      ActivitySource.Reading reading,
      Instant now) {
    Instant from = due.days().start(zone);
    if (from.isBefore(now.minus(kept.people()))) {
      return; // of some of it nobody can tell any more
    }
    Set<String> portals =
        indexes.entrySet().stream()
            .filter(index -> index.getValue().until().isBefore(due.days().to()))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    Instant to = due.days().end(zone);
    memory.clear();
    reading.tell(new Asked(from, to, portals, DONE), memory);
    WholeReports reports =
        new WholeReports(
            new Insights(memory, directories, groups, kept.people(), zone, clock, Older.NOTHING),
            groups.fewest());
    boolean all = !from.isBefore(now.minus(whole));
    for (String portal : portals) {
      if (all || !store.has(portal, due)) {
        List<Counted> counted = reports.answer(portal, due, all);
        store.put(portal, due, counted, to.plus(kept.counts()));
      }
    }
  }
}
