package dev.housecount.catalog;

import dev.housecount.event.EntityRef;
import dev.housecount.event.Pseudonym;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How many there are, and were: those who opted out are not counted. */
final class Counting {
  private final Snapshot snapshot;
  private final Set<Pseudonym> optedOut;
  private final CatalogSettings settings;
  private final Clock clock;

  Counting(Snapshot snapshot, Set<Pseudonym> optedOut, CatalogSettings settings, Clock clock) {
    this.snapshot = snapshot;
    this.optedOut = optedOut;
    this.settings = settings;
    this.clock = clock;
  }

  CatalogStatus status() {
    Head head = snapshot.head();
    Map<String, Integer> kinds = new TreeMap<>();
    int total = 0;
    for (LeafRef leaf : snapshot.root().leaves()) {
      kinds.merge(leaf.kind(), leaf.alive(), Integer::sum);
      total += leaf.counted();
    }
    for (Entry user : optedOutUsers()) {
      kinds.merge(EntityRef.USER, user.current() == null ? 0 : -1, Integer::sum);
      total -= isCounted(user.current()) ? 1 : 0;
    }
    kinds.values().removeIf(count -> count == 0);
    return new CatalogStatus(
        head.isNone() ? null : Instant.ofEpochMilli(head.asOf()),
        kinds.values().stream().mapToInt(Integer::intValue).sum(),
        kinds,
        kinds.getOrDefault(EntityRef.USER, 0),
        total,
        kinds.getOrDefault(Groups.KIND, 0),
        head.source(),
        snapshot.root().problems());
  }

  private List<Entry> optedOutUsers() {
    snapshot.prefetch(optedOut.stream().map(Entry::key).toList());
    return optedOut.stream().map(snapshot::user).filter(Objects::nonNull).toList();
  }

  private static boolean isCounted(@Nullable CapturedEntity entity) {
    return entity instanceof UserFacts user && user.counted();
  }

  List<Headcount> headcounts(
      LocalDate from, LocalDate to, @Nullable EntityRef team, boolean direct) {
    List<LocalDate> dates = dates(from, to);
    if (dates.isEmpty()) {
      return List.of();
    }
    long[] ends = dates.stream().mapToLong(this::end).toArray();
    int[] totals = new int[ends.length];
    for (int i = 0; i < ends.length; i++) {
      totals[i] = Objects.requireNonNullElse(snapshot.root().totalAt(ends[i]), 0);
    }
    for (Entry user : optedOutUsers()) {
      for (int i = 0; i < ends.length; i++) {
        totals[i] -= isCounted(user.at(ends[i])) ? 1 : 0;
      }
    }
    int[] members = team == null ? null : new Members(ends).of(team, direct);
    long known = clock.instant().minus(settings.kept()).toEpochMilli();
    List<Headcount> rows = new ArrayList<>();
    for (int i = 0; i < ends.length; i++) {
      // Who was where is forgotten with the facts; how many there were is not.
      Integer inTeam = members == null || ends[i] < known ? null : members[i];
      rows.add(new Headcount(dates.get(i), Math.max(0, totals[i]), inTeam));
    }
    return rows;
  }

  /** The days that were asked for, since there is a catalog, up to today. */
  private List<LocalDate> dates(LocalDate from, LocalDate to) {
    if (snapshot.head().isNone()) {
      return List.of();
    }
    LocalDate first = day(Instant.ofEpochMilli(snapshot.head().since()));
    LocalDate end = day(clock.instant()).plusDays(1);
    LocalDate begin = from.isBefore(first) ? first : from;
    LocalDate stop = to.isAfter(end) ? end : to;
    return begin.isBefore(stop) ? begin.datesUntil(stop).toList() : List.of();
  }

  private LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, settings.zone());
  }

  private long end(LocalDate date) {
    long last = date.plusDays(1).atStartOfDay(settings.zone()).toInstant().toEpochMilli() - 1;
    return Math.min(last, clock.millis());
  }

  /** How many of a team there were at times, in one pass over everybody. */
  private final class Members {
    private final long[] ends;
    private final int[] changes;

    Members(long[] ends) {
      this.ends = ends;
      this.changes = new int[ends.length + 1];
    }

    int[] of(EntityRef team, boolean direct) {
      Groups groups = snapshot.groups();
      List<Long> times = groups.changes(ends[0], ends[ends.length - 1]);
      List<Entry> users = new ArrayList<>();
      snapshot.root().of(EntityRef.USER).forEach(leaf -> users.addAll(snapshot.entries(leaf)));
      for (int i = 0; i < times.size(); i++) {
        long until = i + 1 < times.size() ? times.get(i + 1) : Long.MAX_VALUE;
        GroupTree tree = groups.at(times.get(i));
        Set<EntityRef> below =
            direct && tree.isShown(team) ? Set.of(team) : tree.withDescendants(team);
        count(users, times.get(i), until, below);
      }
      int[] members = new int[ends.length];
      int sum = 0;
      for (int i = 0; i < members.length; i++) {
        sum += changes[i];
        members[i] = sum;
      }
      return members;
    }

    private void count(List<Entry> users, long from, long until, Set<EntityRef> below) {
      int first = index(from);
      int end = index(until);
      if (below.isEmpty() || first == end) {
        return;
      }
      for (Entry user : users) {
        List<Entry.Version> versions = user.versions();
        for (int v = 0; v < versions.size(); v++) {
          if (isMember(versions.get(v).facts(), below)) {
            long superseded = v + 1 < versions.size() ? versions.get(v + 1).from() : Long.MAX_VALUE;
            int begin = Math.max(first, index(versions.get(v).from()));
            int stop = Math.min(end, index(superseded));
            if (begin < stop) {
              changes[begin]++;
              changes[stop]--;
            }
          }
        }
      }
    }

    private boolean isMember(@Nullable CapturedEntity entity, Set<EntityRef> below) {
      return entity instanceof UserFacts user
          && user.counted()
          && !optedOut.contains(user.user())
          && user.groups().stream().anyMatch(below::contains);
    }

    /** The first of the times that is not before. */
    private int index(long time) {
      int found = java.util.Arrays.binarySearch(ends, time);
      return found < 0 ? -found - 1 : found;
    }
  }
}
