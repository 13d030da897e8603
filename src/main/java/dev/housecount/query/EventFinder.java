package dev.housecount.query;

import dev.housecount.event.HydratedEvent;
import dev.housecount.store.Band;
import dev.housecount.store.Chunk;
import dev.housecount.store.ChunkReader;
import dev.housecount.store.Order;
import dev.housecount.store.RetentionPolicy;
import dev.housecount.store.Scan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers queries: merges the bands into the order of time, shows each event once, hides what is
 * over its retention. Reads no further than the page needs.
 */
public final class EventFinder {
  private final ChunkReader reader;
  private final RetentionPolicy retention;
  private final Clock clock;
  private final Duration budget;

  /**
   * @param budget after this time a page ends early, with a cursor
   */
  public EventFinder(ChunkReader reader, RetentionPolicy retention, Clock clock, Duration budget) {
    this.reader = reader;
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
  public EventPage find(EventQuery query, @Nullable Position after) {
    return new Search(query, after).run();
  }

  /** One search; lives as long as it takes to assemble a page. */
  private final class Search {
    private final EventQuery query;
    private final boolean descending;
    private final Instant now = clock.instant();
    private final Instant earliest;
    private final Instant latest;
    private final @Nullable Position after;
    private final Candidates candidates;

    Search(EventQuery query, @Nullable Position after) {
      this.query = query;
      this.descending = query.order() == Order.DESC;
      this.after = after;
      // One more than the page holds tells whether there is a next one.
      this.candidates = new Candidates(query.order(), after, query.limit() + 1);
      Instant kept = now.minus(retention.longest());
      this.earliest = latest(kept, query.from());
      // Another instance's clock may be ahead of ours.
      Instant newest = now.plus(Duration.ofMinutes(5));
      this.latest = query.to() == null || query.to().isAfter(newest) ? newest : query.to();
    }

    EventPage run() {
      if (!earliest.isBefore(latest)) {
        return new EventPage(List.of(), null);
      }
      List<BandCursor> bands =
          Arrays.stream(Band.values()).map(band -> new BandCursor(reader, scan(band))).toList();
      Instant deadline = now.plus(budget);
      while (!isSettled(bands)) {
        if (!clock.instant().isBefore(deadline)) {
          return early(bands);
        }
        farthestBehind(bands).advance(this::visit);
      }
      return page(candidates.behind());
    }

    /** The part of a band that can hold events of this page, or copies of them. */
    private Scan scan(Band band) {
      Instant low = descending || after == null ? earliest : latest(earliest, after.at());
      Instant high =
          descending && after != null && after.at().isBefore(latest) ? after.at() : latest;
      return new Scan(
          band,
          low.minus(band.drift()),
          high.plus(band.span()).plus(band.drift()),
          query.order(),
          query.filter().user(),
          now);
    }

    private boolean isSettled(List<BandCursor> bands) {
      Instant cut = candidates.cut();
      return bands.stream()
          .allMatch(band -> band.isExhausted() || (cut != null && isBeyond(band.settled(), cut)));
    }

    private boolean isBeyond(Instant settled, Instant time) {
      return descending ? settled.isBefore(time) : settled.isAfter(time);
    }

    private BandCursor farthestBehind(List<BandCursor> bands) {
      Comparator<BandCursor> byTime = Comparator.comparing(BandCursor::settled);
      return bands.stream()
          .filter(band -> !band.isExhausted())
          .max(descending ? byTime : byTime.reversed())
          .orElseThrow();
    }

    private void visit(Chunk chunk) {
      for (HydratedEvent event : chunk.events()) {
        Instant at = event.event().time().at();
        if (!at.isBefore(earliest)
            && at.isBefore(latest)
            && query.filter().matches(event)
            && !retention.isOver(event.event().action(), at, now)) {
          candidates.offer(event);
        }
      }
    }

    private EventPage page(List<HydratedEvent> found) {
      if (found.size() <= query.limit()) {
        return new EventPage(found, null);
      }
      List<HydratedEvent> events = found.subList(0, query.limit());
      return new EventPage(events, Position.of(events.get(events.size() - 1)));
    }

    /** What is certain so far; the next page goes on where certainty ends. */
    private EventPage early(List<BandCursor> bands) {
      Instant settled = farthestBehind(bands).settled();
      Position edge = new Position(descending ? settled.plusMillis(1) : settled, "");
      if (after != null && isBefore(edge, after)) {
        return new EventPage(List.of(), after);
      }
      List<HydratedEvent> certain =
          candidates.behind().stream().filter(event -> isBefore(Position.of(event), edge)).toList();
      EventPage page = page(certain);
      return page.next() == null ? new EventPage(certain, edge) : page;
    }

    private boolean isBefore(Position position, Position edge) {
      return descending ? position.compareTo(edge) > 0 : position.compareTo(edge) < 0;
    }
  }

  private static Instant latest(Instant a, @Nullable Instant b) {
    return b == null || a.isAfter(b) ? a : b;
  }
}
