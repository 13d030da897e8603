package dev.housecount.catalog;

import dev.housecount.event.EntityRef;
import dev.housecount.event.Pseudonym;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds out what changed within a time. */
final class Changing {
  private final long from;
  private final long to;
  private final Map<EntityRef, NavigableSet<Long>> moved;
  private final Map<Pseudonym, TreeSet<Instant>> people = new HashMap<>();
  private final Map<EntityRef, TreeSet<Instant>> entities = new HashMap<>();

  private Changing(Snapshot snapshot, long from, long to) {
    this.from = from;
    this.to = to;
    this.moved = snapshot.groups().moved(from, to);
    snapshot.everything().forEach(this::take);
  }

  /** What changed after a moment and before another one. */
  static FactChanges of(Snapshot snapshot, Instant after, Instant before) {
    Head head = snapshot.head();
    long from = Math.max(after.toEpochMilli(), head.since()); // what is older meets the first
    long to = before.toEpochMilli();
    if (head.isNone() || from >= to) {
      return FactChanges.NONE;
    }
    Changing changing = new Changing(snapshot, from, to);
    return new FactChanges(changing.people, changing.entities);
  }

  private void take(Entry entry) {
    List<Entry.Version> versions = entry.versions();
    CapturedEntity before = null;
    for (int i = 0; i < versions.size(); i++) {
      Entry.Version version = versions.get(i);
      long end = i + 1 < versions.size() ? versions.get(i + 1).from() : Long.MAX_VALUE;
      take(before, version.facts(), version.from(), end);
      before = version.facts();
    }
  }

  private void take(
      @Nullable CapturedEntity before, @Nullable CapturedEntity facts, long since, long end) {
    if (before instanceof EntityFacts || facts instanceof EntityFacts) {
      EntityFacts one = (EntityFacts) before;
      EntityFacts other = (EntityFacts) facts;
      if (!isSame(one, other)) {
        note(entities, other == null ? Objects.requireNonNull(one).ref() : other.ref(), since);
      }
      return;
    }
    UserFacts user = (UserFacts) (facts == null ? before : facts);
    if (user == null) {
      return;
    }
    if (!groups(before).equals(groups(facts))) {
      note(people, user.user(), since);
    }
    for (EntityRef group : groups(facts)) {
      NavigableSet<Long> times = moved.getOrDefault(group, Collections.emptyNavigableSet());
      times.subSet(since, false, end, false).forEach(time -> note(people, user.user(), time));
    }
  }

  private static List<EntityRef> groups(@Nullable CapturedEntity facts) {
    return facts instanceof UserFacts user ? user.groups() : List.of();
  }

  private static boolean isSame(@Nullable EntityFacts one, @Nullable EntityFacts other) {
    return one != null
        && other != null
        && Objects.equals(one.type(), other.type())
        && Objects.equals(one.lifecycle(), other.lifecycle())
        && Objects.equals(one.owner(), other.owner());
  }

  private <T> void note(Map<T, TreeSet<Instant>> changes, T of, long time) {
    if (from < time && time < to) {
      changes.computeIfAbsent(of, one -> new TreeSet<>()).add(Instant.ofEpochMilli(time));
    }
  }
}
