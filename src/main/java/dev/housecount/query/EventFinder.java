package dev.housecount.query;

import dev.housecount.event.HydratedEvent;
import dev.housecount.hydrate.Places;
import dev.housecount.noise.Mark;
import dev.housecount.noise.Marker;
import dev.housecount.store.Band;
import dev.housecount.store.Chunk;
import dev.housecount.store.ChunkReader;
import dev.housecount.store.Order;
import dev.housecount.store.RetentionPolicy;
import dev.housecount.store.Scan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers queries: merges the bands into the order of time, shows each event once and with its
 * mark, hides what is over its retention. Reads no further than the page needs. What an event is,
 * its time and its mark, is decided before anything is filtered: no filter changes it.
 */
public final class EventFinder {
  private final ChunkReader reader;
  private final Places places;
  private final RetentionPolicy retention;
  private final Clock clock;
  private final Supplier<Duration> budget;

  /**
   * @param budget after this time a page ends early, with a cursor; asked at the begin of each page
   */
  public EventFinder(
      ChunkReader reader,
      Places places,
      RetentionPolicy retention,
      Clock clock,
      Supplier<Duration> budget) {
    this.reader = reader;
    this.places = places;
    this.retention = retention;
    this.clock = clock;
    this.budget = budget;
  }

  /**
   * One page.
   *
   * @param after where the page before ended; null for the first
   * @throws dev.housecount.store.StoreUnavailableException when the store cannot answer now
   */
  public EventPage find(EventQuery query, @Nullable Bookmark after) {
    return new Search(query, after).run();
  }

  /** One search; lives as long as it takes to assemble a page. */
  private final class Search {
    private final EventQuery query;
    private final boolean descending;
    private final Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    private final Instant earliest;
    private final Instant latest;
    private final @Nullable Bookmark after;
    private final Bookmark.Reader before;
    private final Timeline timeline;
    private final BandMerge bands;
    private final List<FoundEvent> found = new ArrayList<>();

    Search(EventQuery query, @Nullable Bookmark after) {
      this.query = query;
      this.descending = query.order() == Order.DESC;
      this.after = after;
      this.before = new Bookmark.Reader(after);
      Instant kept = now.minus(retention.longest());
      this.earliest = latest(kept, query.from());
      // Another instance's clock may be ahead of ours.
      Instant newest = now.plus(Duration.ofMinutes(5));
      this.latest = query.to() == null || query.to().isAfter(newest) ? newest : query.to();
      this.timeline = new Timeline(query.order());
      this.bands = new BandMerge(reader, query.order(), this::scan);
    }

    EventPage run() {
      Instant deadline = now.plus(budget.get());
      while (!isComplete()) {
        if (!clock.instant().isBefore(deadline)) {
          return early();
        }
        bands.advance(this::visit);
        take(edge());
      }
      return page();
    }

    /** The part of a band that can hold events of this page, their copies and what marks them. */
    private Scan scan(Band band) {
      Instant low = descending || after == null ? earliest : latest(earliest, after.at());
      Instant high =
          descending && after != null && after.at().isBefore(latest) ? after.at() : latest;
      return new Scan(
          band,
          low.minus(Marker.BACK).minus(band.drift()),
          high.plus(Marker.AHEAD).plus(band.span()).plus(band.drift()),
          query.order(),
          query.filter().user(),
          now);
    }

    /** One more than the page holds tells whether there is a next one. */
    private boolean isComplete() {
      return !earliest.isBefore(latest)
          || found.size() > query.limit()
          || bands.isExhausted()
          || !isBefore(edge(), Position.before(descending ? earliest : latest));
    }

    private void visit(Chunk chunk) {
      timeline.offer(chunk, chunk.events().stream().filter(this::isWanted).toList());
    }

    private boolean isWanted(HydratedEvent event) {
      return (query.filter().matches(event, places) || Marker.concerns(event))
          && !retention.isOver(event.event().action(), event.event().time().at(), now);
    }

    /** Before it, in the order asked for, all events and their marks are certain. */
    private Position edge() {
      Instant settled = bands.settled();
      if (!descending) {
        return Position.before(settled.minus(Marker.AHEAD));
      }
      // A time that is not exact may still move back to that of an older copy in another band.
      Instant moving = timeline.newestInexact(bands.settled(Entry.SAME));
      Instant certain = latest(settled, moving);
      return Position.before(certain.plus(Marker.BACK).plusMillis(1));
    }

    private void take(Position edge) {
      Entry entry = timeline.next(edge);
      while (entry != null) {
        consider(entry);
        entry = found.size() > query.limit() ? null : timeline.next(edge);
      }
    }

    private void consider(Entry entry) {
      Instant at = entry.event().event().time().at();
      if (!at.isBefore(earliest)
          && at.isBefore(latest)
          && query.filter().matches(entry.event(), places)) {
        Mark mark = timeline.mark(entry);
        if (query.filter().matches(mark) && !before.hasShown(entry.event(), descending)) {
          found.add(
              new FoundEvent(
                  entry.event(), places.of(entry.event().event()), mark, entry.position()));
        }
      }
    }

    private EventPage page() {
      if (found.size() <= query.limit()) {
        return new EventPage(found, null, after);
      }
      List<FoundEvent> events = found.subList(0, query.limit());
      return new EventPage(events, Bookmark.behind(after, events), after);
    }

    /** What is certain so far; the next page goes on where certainty ends. */
    private EventPage early() {
      Instant edge = edge().at();
      Instant next = descending ? edge.minusMillis(1) : edge;
      boolean onward =
          after == null || (descending ? next.isBefore(after.at()) : next.isAfter(after.at()));
      return onward
          ? new EventPage(found, Bookmark.at(next), after)
          : new EventPage(List.of(), after, after);
    }

    private boolean isBefore(Position position, Position other) {
      return descending ? position.compareTo(other) > 0 : position.compareTo(other) < 0;
    }
  }

  private static Instant latest(Instant a, @Nullable Instant b) {
    return b == null || a.isAfter(b) ? a : b;
  }
}
