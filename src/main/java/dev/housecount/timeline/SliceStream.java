package dev.housecount.timeline;

import dev.housecount.event.HydratedEvent;
import dev.housecount.marks.Marker;
import dev.housecount.store.Chunk;
import dev.housecount.store.ChunkReader;
import dev.housecount.store.Order;
import dev.housecount.store.RetentionPolicy;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The events of an {@link EventStream}, oldest first, for whoever reads many: they are sorted and
 * marked by the slice instead of one by one, which takes a fraction of the time and reads up to a
 * slice more than is needed. Not for concurrent use.
 */
public final class SliceStream {
  private static final Comparator<Entry> BY_POSITION =
      Comparator.comparing(Entry::at).thenComparing(Entry::position);

  private final EventStream.Range range;
  private final Predicate<HydratedEvent> taken;
  private final Predicate<HydratedEvent> wanted;
  private final BandMerge bands;
  private final Copies copies = new Copies();
  private final Deque<Entry> passed = new ArrayDeque<>();
  private final Deque<StoredEvent> ready = new ArrayDeque<>();
  private final int slice;
  private List<Entry> pending = new ArrayList<>();
  private Instant certain;
  private int chunks;

  /**
   * @param from inclusive
   * @param to exclusive
   * @param now what expired by then is left out
   * @param wanted which events are handed out; asked more than once for one event
   * @param slice how many events are sorted at once, at least; 1 or more
   */
  public SliceStream(
      ChunkReader reader,
      RetentionPolicy retention,
      Instant now,
      Instant from,
      Instant to,
      Predicate<HydratedEvent> wanted,
      int slice) {
    this.range = new EventStream.Range(from, to, Order.ASC);
    this.wanted = wanted;
    this.taken = EventStream.taken(wanted, retention, now);
    this.bands = new BandMerge(reader, Order.ASC, band -> range.scan(band, null, now));
    this.slice = slice;
    this.certain = from;
  }

  /** Whether all that {@link #next} can ever hand out is certain: nothing more need be read. */
  public boolean isRead() {
    return range.isEmpty() || bands.isExhausted() || !edge().isBefore(range.to());
  }

  /**
   * Reads a slice.
   *
   * @param most chunks; 1 or more
   * @return how many chunks it took
   * @throws dev.housecount.store.StoreUnavailableException when the store cannot answer now
   */
  public int read(int most) {
    int enough = 2 * pending.size() + slice;
    int before = chunks;
    while (chunks - before < most && !isRead() && pending.size() < enough) {
      bands.advance(this::visit);
    }
    pass(edge());
    return chunks - before;
  }

  /** The next event that is wanted and certain; null when more has to be read, or none is. */
  public @Nullable StoredEvent next() {
    return ready.poll();
  }

  /** Before this time every event was or can be handed out. */
  public Instant certain() {
    return certain;
  }

  private Instant edge() {
    return bands.settled().minus(Marker.AHEAD);
  }

  private void visit(Chunk chunk) {
    chunks++;
    List<HydratedEvent> events = chunk.events().stream().filter(taken).toList();
    var repeated = Together.repeatedSearches(chunk, events);
    for (HydratedEvent event : events) {
      Entry entry = copies.find(event, chunk);
      if (entry == null) {
        entry = copies.add(event, chunk);
        pending.add(entry);
      } else {
        entry.merge(event, chunk);
      }
      if (repeated.contains(event)) {
        entry.repeats();
      }
    }
  }

  /** Hands out all before a time. */
  private void pass(Instant edge) {
    List<Entry> due = new ArrayList<>();
    List<Entry> later = new ArrayList<>();
    pending.forEach(entry -> (entry.at().isBefore(edge) ? due : later).add(entry));
    pending = later;
    certain = edge;
    if (!due.isEmpty()) {
      due.sort(BY_POSITION);
      handOut(due);
    }
    forget(edge);
  }

  private void handOut(List<Entry> due) {
    Instant last = due.get(due.size() - 1).at();
    Neighbours neighbours = neighbours(due, last.plus(Marker.AHEAD));
    neighbours.mark(due.get(0).at(), last.plusMillis(1));
    for (Entry entry : due) {
      HydratedEvent event = entry.event();
      if (range.has(event.event().time().at()) && wanted.test(event)) {
        ready.add(new StoredEvent(event, neighbours.of(entry)));
      }
      entry.pass();
      passed.add(entry);
    }
  }

  private Neighbours neighbours(List<Entry> due, Instant to) {
    Neighbours neighbours = new Neighbours();
    Instant from = due.get(0).at().minus(Marker.BACK);
    Iterator<Entry> before = passed.descendingIterator();
    Entry entry = before.hasNext() ? before.next() : null;
    while (entry != null && !entry.at().isBefore(from)) {
      neighbours.add(entry);
      entry = before.hasNext() ? before.next() : null;
    }
    due.forEach(neighbours::add);
    for (Entry next : pending) {
      if (!next.at().isAfter(to)) {
        neighbours.add(next);
      }
    }
    return neighbours;
  }

  private void forget(Instant edge) {
    Entry oldest = passed.peek();
    while (oldest != null && oldest.at().plus(Entry.KEPT).isBefore(edge)) {
      copies.forget(passed.remove());
      oldest = passed.peek();
    }
  }
}
