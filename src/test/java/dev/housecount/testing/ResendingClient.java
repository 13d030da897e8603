package dev.housecount.testing;

import dev.housecount.event.RawEvent;
import dev.housecount.store.StoreUnavailableException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Sends as the generic HTTP module does: the events of a batch that failed go out again with the
 * next ones, in another order. And like a proxy, it sometimes sends a batch again that had
 * succeeded.
 */
public final class ResendingClient {
  private final Pipeline pipeline;
  private final Random random;
  private final List<RawEvent> pending = new ArrayList<>();
  private int failures;

  public ResendingClient(Pipeline pipeline, long seed) {
    this.pipeline = pipeline;
    this.random = new Random(seed);
  }

  public void send(Instant receivedAt, List<RawEvent> events) {
    pending.addAll(events);
    Collections.shuffle(pending, random);
    try {
      pipeline.collect(receivedAt, pending);
      if (random.nextInt(20) == 0) {
        pipeline.collect(receivedAt, pending);
      }
      pending.clear();
    } catch (StoreUnavailableException e) {
      failures++;
    }
  }

  /** Sends until nothing is left. */
  public void drain(Instant receivedAt) {
    while (!pending.isEmpty()) {
      send(receivedAt, List.of());
    }
  }

  /** How many requests were answered as a 503 would be. */
  public int failures() {
    return failures;
  }
}
