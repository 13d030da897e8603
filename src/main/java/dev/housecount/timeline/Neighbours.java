package dev.housecount.timeline;

import dev.housecount.event.HydratedEvent;
import dev.housecount.marks.Actor;
import dev.housecount.marks.Mark;
import dev.housecount.marks.Marker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Marks many events at once. Only what one actor did shortly before or after can be a reason, so
 * most events have none to look at.
 */
final class Neighbours {
  private final Map<Actor, List<Entry>> trails = new HashMap<>();
  private final Map<Entry, Mark> marks = new IdentityHashMap<>();

  /** Makes an event known, in any order. */
  void add(Entry entry) {
    if (Marker.concerns(entry.event())) {
      for (Actor actor : entry.actors()) {
        trails.computeIfAbsent(actor, who -> new ArrayList<>(4)).add(entry);
      }
    }
  }

  /**
   * Finds the marks from a time on, until before another.
   *
   * @param from since {@link Marker#BACK} before it all is known
   * @param to until {@link Marker#AHEAD} behind it all is known
   */
  void mark(Instant from, Instant to) {
    trails.forEach((actor, trail) -> mark(actor, trail, from, to));
  }

  private void mark(Actor actor, List<Entry> trail, Instant from, Instant to) {
    trail.sort(Comparator.comparing(Entry::at));
    int first = 0;
    for (int i = 1; i <= trail.size(); i++) {
      boolean near =
          i < trail.size() && !trail.get(i).at().isAfter(trail.get(i - 1).at().plus(Marker.AHEAD));
      if (!near) {
        markTogether(actor, trail.subList(first, i), from, to);
        first = i;
      }
    }
  }

  /** Events of which none has a reason elsewhere. */
  private void markTogether(Actor actor, List<Entry> near, Instant from, Instant to) {
    if (near.size() < 2) {
      return;
    }
    Marker marker = new Marker();
    near.forEach(entry -> marker.add(actor, entry.event()));
    for (Entry entry : near) {
      HydratedEvent event = entry.event();
      if (!entry.at().isBefore(from) && entry.at().isBefore(to)) {
        Mark mark = marker.mark(actor, event);
        if (mark != null) {
          marks.merge(entry, mark, (one, other) -> one.compareTo(other) <= 0 ? one : other);
        }
      }
    }
  }

  /** An event's mark; any actor that it may belong to can be the reason, always the same one. */
  @Nullable Mark of(Entry entry) {
    return entry.mark(marks.get(entry));
  }
}
