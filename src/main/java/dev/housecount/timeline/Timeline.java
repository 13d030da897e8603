package dev.housecount.timeline;

import dev.housecount.event.HydratedEvent;
import dev.housecount.marks.Mark;
import dev.housecount.marks.Marker;
import dev.housecount.store.Chunk;
import dev.housecount.store.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The events read so far, each once, in the order asked for; hands them out one after another. */
class Timeline {
  /** With so many events it forgets what is passed as soon as it can, else with a reserve. */
  private static final int MANY = 10_000;

  private static final Duration NEAR = Marker.BACK.plus(Marker.AHEAD);

  private final Comparator<Position> order;
  private final NavigableMap<Position, Entry> entries;
  private final TreeSet<Position> inexact = new TreeSet<>();
  private final Copies copies = new Copies();
  private final Marker marker = new Marker();
  private @Nullable Position passed;

  Timeline(Order order) {
    this.order = order == Order.ASC ? Comparator.naturalOrder() : Comparator.reverseOrder();
    this.entries = new TreeMap<>(this.order);
  }

  /** Takes in events of a chunk: all of it that can be shown or be the reason for a mark. */
  void offer(Chunk chunk, List<HydratedEvent> events) {
    Set<HydratedEvent> repeated = Together.repeatedSearches(chunk, events);
    for (HydratedEvent event : events) {
      Entry entry = entry(chunk, event);
      if (repeated.contains(event)) {
        entry.repeats();
      }
    }
  }

  private Entry entry(Chunk chunk, HydratedEvent event) {
    Entry entry = copies.find(event, chunk);
    if (entry == null) {
      entry = copies.add(event, chunk);
    } else {
      unlink(entry);
      entry.merge(event, chunk);
    }
    link(entry);
    return entry;
  }

  /** The next event in order; null when there is none before the edge. */
  @Nullable Entry next(Position edge) {
    Map.Entry<Position, Entry> next =
        passed == null ? entries.firstEntry() : entries.higherEntry(passed);
    if (next == null || order.compare(next.getKey(), edge) >= 0) {
      forget(edge);
      return null;
    }
    passed = next.getKey();
    next.getValue().pass();
    return next.getValue();
  }

  /** An event's mark; any actor that it may belong to can be the reason, always the same one. */
  @Nullable Mark mark(Entry entry) {
    return entry.mark(
        entry.actors().stream()
            .map(actor -> marker.mark(actor, entry.event()))
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null));
  }

  /** The newest event up to a time whose own time is not exact. */
  @Nullable Instant newestInexact(Instant upTo) {
    Position newest = inexact.lower(Position.before(upTo.plusMillis(1)));
    return newest == null ? null : newest.at();
  }

  private void link(Entry entry) {
    entries.put(entry.position(), entry);
    if (!entry.isExact()) {
      inexact.add(entry.position());
    }
    entry.actors().forEach(actor -> marker.add(actor, entry.event()));
  }

  private void unlink(Entry entry) {
    entries.remove(entry.position());
    inexact.remove(entry.position());
    entry.actors().forEach(actor -> marker.remove(actor, entry.event()));
  }

  /** Drops what is passed and too far behind to be a copy or a reason for a mark. */
  private void forget(Position edge) {
    Entry first = entries.isEmpty() ? null : entries.firstEntry().getValue();
    while (first != null && isForgettable(first, edge)) {
      Entry entry = first;
      unlink(entry);
      copies.forget(entry);
      first = entries.isEmpty() ? null : entries.firstEntry().getValue();
    }
  }

  private boolean isForgettable(Entry entry, Position edge) {
    Duration behind = Duration.between(edge.at(), entry.position().at()).abs();
    Duration kept = entries.size() > MANY && entry.isExact() ? NEAR : Entry.KEPT;
    return passed != null
        && order.compare(entry.position(), passed) <= 0
        && behind.compareTo(kept) > 0;
  }
}
