package dev.housecount.query;

import dev.housecount.catalog.CatalogFacts;
import dev.housecount.event.HydratedEvent;
import dev.housecount.hydrate.Places;
import dev.housecount.store.ChunkReader;
import dev.housecount.store.Order;
import dev.housecount.store.RetentionPolicy;
import dev.housecount.timeline.EventStream;
import dev.housecount.timeline.StoredEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers queries: merges the bands into the order of time, shows each event once and with its
 * mark, hides what is over its retention. Reads no further than the page needs. What an event is,
 * its time and its mark, is decided before anything is filtered: no filter changes it. What the
 * catalog says is asked of what is certain only, and of many events at once.
 */
public final class EventFinder {
  /** Of so many events the catalog is asked at once. */
  private static final int AT_ONCE = 500;

  private final ChunkReader reader;
  private final Places places;
  private final RetentionPolicy retention;
  private final Clock clock;
  private final Supplier<Duration> budget;
  private final Function<String, CatalogFacts> catalog;

  /** Where there is no catalog. */
  public EventFinder(
      ChunkReader reader,
      Places places,
      RetentionPolicy retention,
      Clock clock,
      Supplier<Duration> budget) {
    this(reader, places, retention, clock, budget, portal -> NoFacts.INSTANCE);
  }

  /**
   * @param budget after this time a page ends early, with a cursor; asked at the begin of each page
   * @param catalog what was said of a portal, for the length of one search
   */
  public EventFinder(
      ChunkReader reader,
      Places places,
      RetentionPolicy retention,
      Clock clock,
      Supplier<Duration> budget,
      Function<String, CatalogFacts> catalog) {
    this.reader = reader;
    this.places = places;
    this.retention = retention;
    this.clock = clock;
    this.budget = budget;
    this.catalog = catalog;
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
    private final @Nullable Bookmark after;
    private final Bookmark.Reader before;
    private final EventStream stream;
    private final Join join;
    private final List<FoundEvent> found = new ArrayList<>();

    Search(EventQuery query, @Nullable Bookmark after) {
      this.query = query;
      this.descending = query.order() == Order.DESC;
      this.after = after;
      this.before = new Bookmark.Reader(after);
      this.join = new Join(catalog, query.filter().catalog());
      this.stream =
          new EventStream(
              reader,
              retention,
              now,
              range(),
              query.filter().user(),
              event -> query.filter().matches(event, places));
    }

    /** What is left of what is asked for: the page begins within the millisecond of the last. */
    private EventStream.Range range() {
      Instant from = later(now.minus(retention.longest()), query.from());
      // Another instance's clock may be ahead of ours.
      Instant newest = now.plus(Duration.ofMinutes(5));
      Instant to = query.to() == null || query.to().isAfter(newest) ? newest : query.to();
      if (after != null && descending) {
        Instant behind = after.at().plusMillis(1);
        to = behind.isBefore(to) ? behind : to;
      } else if (after != null) {
        from = later(from, after.at());
      }
      return new EventStream.Range(from, to, query.order());
    }

    EventPage run() {
      Instant deadline = now.plus(budget.get());
      while (!isComplete()) {
        if (!clock.instant().isBefore(deadline)) {
          return early();
        }
        stream.read();
        take();
      }
      return page();
    }

    /** One more than the page holds tells whether there is a next one. */
    private boolean isComplete() {
      return found.size() > query.limit() || stream.isRead();
    }

    private void take() {
      List<StoredEvent> certain = certain();
      while (!certain.isEmpty()) {
        join.prepareFilter(certain.stream().map(StoredEvent::event).toList());
        certain.forEach(this::take);
        certain = found.size() > query.limit() ? List.of() : certain();
      }
    }

    /** Events that are certain, as many as the catalog is asked about at once. */
    private List<StoredEvent> certain() {
      int most = query.filter().catalog().isAny() ? 1 : AT_ONCE;
      List<StoredEvent> certain = new ArrayList<>();
      StoredEvent next = stream.next();
      while (next != null) {
        certain.add(next);
        next = certain.size() == most ? null : stream.next();
      }
      return certain;
    }

    private void take(StoredEvent next) {
      HydratedEvent event = next.event();
      if (found.size() <= query.limit()
          && query.filter().matches(next.mark())
          && join.matches(event)
          && !before.hasShown(event, descending)) {
        found.add(new FoundEvent(event, places.of(event.event()), next.mark()));
      }
    }

    private EventPage page() {
      if (found.size() <= query.limit()) {
        return new EventPage(known(found), null, after);
      }
      List<FoundEvent> events = found.subList(0, query.limit());
      return new EventPage(known(events), Bookmark.behind(after, events), after);
    }

    private List<FoundEvent> known(List<FoundEvent> events) {
      join.prepare(events.stream().map(FoundEvent::event).toList());
      return events.stream().map(one -> one.with(join.known(one.event()))).toList();
    }

    /** What is certain so far; the next page goes on where certainty ends. */
    private EventPage early() {
      Instant edge = stream.certain();
      Instant next = descending ? edge.minusMillis(1) : edge;
      boolean onward =
          after == null || (descending ? next.isBefore(after.at()) : next.isAfter(after.at()));
      return onward
          ? new EventPage(known(found), Bookmark.at(next), after)
          : new EventPage(List.of(), after, after);
    }
  }

  private static Instant later(Instant a, @Nullable Instant b) {
    return b == null || a.isAfter(b) ? a : b;
  }
}
