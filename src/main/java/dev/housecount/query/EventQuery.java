package dev.housecount.query;

import dev.housecount.store.Order;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question for events.
 *
 * @param from the earliest time, inclusive; null for as far back as events are kept
 * @param to the latest time, exclusive; null for now
 * @param limit the most events of one page, from 1 to {@link #MAX_LIMIT}
 */
public record EventQuery(
    EventFilter filter, @Nullable Instant from, @Nullable Instant to, Order order, int limit) {
  /** The page size when none is asked for. */
  public static final int DEFAULT_LIMIT = 100;

  /** The largest page size. */
  public static final int MAX_LIMIT = 1000;

  public EventQuery {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit is from 1 to " + MAX_LIMIT);
    }
  }
}
