package dev.housecount.timeline;

import dev.housecount.event.HydratedEvent;
import dev.housecount.event.Pseudonym;
import dev.housecount.marks.Marker;
import dev.housecount.store.Band;
import dev.housecount.store.Chunk;
import dev.housecount.store.ChunkReader;
import dev.housecount.store.Order;
import dev.housecount.store.RetentionPolicy;
import dev.housecount.store.Scan;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Stored events as one stream: each once and with its mark, in the order asked for, without those
 * that are over their retention. Reads a chunk each time that it is told to, and hands out what is
 * certain by then. What an event is, its time and its mark, is decided before anything is left out:
 * nothing that is asked for changes it. Not for concurrent use.
 */
public final class EventStream {
  private final Range range;
  private final Predicate<HydratedEvent> taken;
  private final Predicate<HydratedEvent> wanted;
  private final Timeline timeline;
  private final BandMerge bands;

  /**
   * The part of all events that is streamed.
   *
   * @param from inclusive
   * @param to exclusive
   */
  public record Range(Instant from, Instant to, Order order) {
    boolean isEmpty() {
      return !from.isBefore(to);
    }

    boolean isDescending() {
      return order == Order.DESC;
    }

    boolean has(Instant at) {
      return !at.isBefore(from) && at.isBefore(to);
    }

    /** The part of a band that can hold events of the range, their copies and what marks them. */
    Scan scan(Band band, @Nullable Pseudonym user, Instant now) {
      return new Scan(
          band,
          from.minus(Marker.BACK).minus(band.drift()),
          to.plus(Marker.AHEAD).plus(band.span()).plus(band.drift()),
          order,
          user,
          now);
    }
  }

  /**
   * @param now what expired by then is left out
   * @param user only this user's; null for everybody's
   * @param wanted which events are handed out; asked more than once for one event
   */
  public EventStream(
      ChunkReader reader,
      RetentionPolicy retention,
      Instant now,
      Range range,
      @Nullable Pseudonym user,
      Predicate<HydratedEvent> wanted) {
    this.range = range;
    this.wanted = wanted;
    this.taken = taken(wanted, retention, now);
    this.timeline = new Timeline(range.order());
    this.bands = new BandMerge(reader, range.order(), band -> range.scan(band, user, now));
  }

  /** Whether all that {@link #next} can ever hand out is certain: nothing more need be read. */
  public boolean isRead() {
    return range.isEmpty() || bands.isExhausted() || isBehind(edge());
  }

  /**
   * Reads one more chunk.
   *
   * @throws dev.housecount.store.StoreUnavailableException when the store cannot answer now
   */
  public void read() {
    bands.advance(this::visit);
  }

  /**
   * The next event that is wanted and certain; null when more has to be read for one, or none is.
   */
  public @Nullable StoredEvent next() {
    Position edge = edge();
    Entry entry = timeline.next(edge);
    while (entry != null) {
      HydratedEvent event = entry.event();
      if (range.has(event.event().time().at()) && wanted.test(event)) {
        return new StoredEvent(event, timeline.mark(entry));
      }
      entry = timeline.next(edge);
    }
    return null;
  }

  /** Up to this time, in the order asked for, every event was or can be handed out. */
  public Instant certain() {
    return edge().at();
  }

  private void visit(Chunk chunk) {
    timeline.offer(chunk, chunk.events().stream().filter(taken).toList());
  }

  /** What has to be known: all that is wanted, and all that can be the reason of a mark. */
  static Predicate<HydratedEvent> taken(
      Predicate<HydratedEvent> wanted, RetentionPolicy retention, Instant now) {
    return event ->
        (wanted.test(event) || Marker.concerns(event))
            && !retention.isOver(event.event().action(), event.event().time().at(), now);
  }

  /** Before it, in the order asked for, all events and their marks are certain. */
  private Position edge() {
    Instant settled = bands.settled();
    if (!range.isDescending()) {
      return Position.before(settled.minus(Marker.AHEAD));
    }
    // A time that is not exact may still move back to that of an older copy in another band.
    Instant moving = timeline.newestInexact(bands.settled(Entry.SAME));
    Instant certain = moving == null || settled.isAfter(moving) ? settled : moving;
    return Position.before(certain.plus(Marker.BACK).plusMillis(1));
  }

  private boolean isBehind(Position edge) {
    return range.isDescending()
        ? edge.compareTo(Position.before(range.from())) <= 0
        : edge.compareTo(Position.before(range.to())) >= 0;
  }
}
