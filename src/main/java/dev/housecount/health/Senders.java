package dev.housecount.health;

import dev.housecount.event.Versions;
import dev.housecount.store.Order;
import dev.housecount.store.RecordKey;
import dev.housecount.store.RecordRange;
import dev.housecount.store.RecordStore;
import dev.housecount.store.StoredRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * From when to when which software recorded events of which portal: a record for each portal, kept
 * for longer than the events.
 */
public final class Senders {
  /** What was not seen for so long is forgotten. */
  public static final Duration KEPT = Duration.ofDays(400);

  /** A last time that moves on by less is not worth a write. */
  static final Duration STEP = Duration.ofHours(6);

  /** Of one portal. */
  static final int MOST = 100;

  private static final String PARTITION = "senders";
  private static final int MOST_PORTALS = 1_000;

  private final RecordStore store;
  private final Clock clock;

  Senders(RecordStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** What is kept, by portal. */
  Map<String, Map<Versions, Span>> read() {
    Map<String, Map<Versions, Span>> portals = new TreeMap<>();
    for (StoredRecord record :
        store.read(new RecordRange(PARTITION, "", "\uffff", Order.ASC, MOST_PORTALS, false))) {
      portals.put(record.key().sort(), unforgotten(Lines.senders(record.data())));
    }
    return portals;
  }

  /**
   * Adds what was seen of a portal; writes when it is news. When somebody else does so meanwhile it
   * is left to the next time.
   */
  void add(String portal, Map<Versions, Span> seen) {
    RecordKey key = new RecordKey(PARTITION, portal);
    List<StoredRecord> found = store.get(List.of(key), true);
    Map<Versions, Span> before =
        found.isEmpty() ? Map.of() : unforgotten(Lines.senders(found.get(0).data()));
    Map<Versions, Span> after = Figures.merge(before, unforgotten(seen), MOST);
    if (isNews(before, after)) {
      long version = found.isEmpty() ? 0 : found.get(0).version();
      Instant expiry = clock.instant().plus(KEPT);
      store.put(new StoredRecord(key, version + 1, Lines.of(after), expiry), version);
    }
  }

  private static boolean isNews(Map<Versions, Span> before, Map<Versions, Span> after) {
    return after.entrySet().stream()
        .anyMatch(sender -> isNews(before.get(sender.getKey()), sender.getValue()));
  }

  private static boolean isNews(@Nullable Span before, Span after) {
    return before == null
        || after.first().isBefore(before.first())
        || !after.last().isBefore(before.last().plus(STEP));
  }

  private Map<Versions, Span> unforgotten(Map<Versions, Span> senders) {
    Instant oldest = clock.instant().minus(KEPT);
    Map<Versions, Span> left = new HashMap<>(senders);
    left.values().removeIf(span -> span.last().isBefore(oldest));
    return left;
  }
}
