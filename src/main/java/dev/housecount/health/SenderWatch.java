package dev.housecount.health;

import dev.housecount.event.Versions;
import dev.housecount.store.Chunk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keeps which software records events: learnt from the newest of what is stored and from what was
 * received, once an hour, so that collecting need not write it down. Safe for concurrent use.
 */
public final class SenderWatch {
  static final Duration INTERVAL = Duration.ofHours(1);

  private final Newest newest;
  private final Ledger ledger;
  private final Senders senders;
  private final Clock clock;
  private final ZoneId zone;
  private Instant next = Instant.MIN;

  SenderWatch(Newest newest, Ledger ledger, Senders senders, Clock clock, ZoneId zone) {
    this.newest = newest;
    this.ledger = ledger;
    this.senders = senders;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * Looks, when it is time.
   *
   * @return 0, as nothing is left to do
   * @throws dev.housecount.store.StoreUnavailableException when the store cannot answer now
   */
  public synchronized int run() {
    if (!clock.instant().isBefore(next)) {
      look();
      next = clock.instant().plus(INTERVAL);
    }
    return 0;
  }

  private void look() {
    Map<String, Map<Versions, Span>> seen = new HashMap<>();
    for (Chunk chunk : newest.read(chunk -> true)) {
      Sample one = Sample.of(List.of(chunk), Set.of());
      merge(seen, chunk.portal(), one.senders());
    }
    Set<String> portals = new TreeSet<>(senders.read().keySet());
    portals.addAll(seen.keySet());
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    for (String portal : portals) {
      ledger
          .read(portal, today.minusDays(1), today)
          .values()
          .forEach(figures -> merge(seen, portal, figures.senders()));
      senders.add(portal, seen.getOrDefault(portal, Map.of()));
    }
  }

  private static void merge(
      Map<String, Map<Versions, Span>> seen, String portal, Map<Versions, Span> more) {
    seen.merge(portal, more, (a, b) -> Figures.merge(a, b, Senders.MOST));
  }
}
