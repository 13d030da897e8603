package dev.housecount.edge.jwt;

import dev.housecount.access.TokenUnverifiableException;
import java.io.IOException;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * A portal's keys. They are fetched when one is needed, by one request at a time; a key that is
 * known never waits for that.
 */
final class KeyCache {
  /** After this, keys are fetched anew when one is needed: those that the portal withdrew go. */
  static final Duration FRESH = Duration.ofMinutes(10);

  /** So long keys stay usable while the key server fails. Backstage's own live three hours. */
  static final Duration USABLE = Duration.ofHours(12);

  /** A key that was missing is not looked for again so soon. */
  static final Duration MISSING = Duration.ofMinutes(1);

  /** By so much the portal's clock may differ from ours. */
  static final Duration SKEW = Duration.ofSeconds(10);

  static final int MAX_WAITING = 50;

  private static final int MAX_MISSING = 256;
  private static final Logger LOG = Logger.getLogger(KeyCache.class);

  private record Snapshot(Map<String, PublicKey> keys, Instant fetchedAt) {
    boolean isYounger(Duration age, Instant now) {
      return now.isBefore(fetchedAt.plus(age));
    }
  }

  private final String portal;
  private final KeyServer server;
  private final Clock clock;
  private final FetchBudget budget;
  private final ReentrantLock fetching = new ReentrantLock();
  private final Map<String, Instant> missing =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
              return size() > MAX_MISSING;
            }
          });
  private volatile Snapshot snapshot = new Snapshot(Map.of(), Instant.EPOCH);

  /**
   * @param portal its name, for the log
   */
  KeyCache(String portal, KeyServer server, Clock clock) {
    this.portal = portal;
    this.server = server;
    this.clock = clock;
    this.budget = new FetchBudget(clock);
  }

  /**
   * The key of an id.
   *
   * @param issuedAt when the token says that it was issued. Backstage publishes a key before it
   *     signs with it, so a token that is older than our keys cannot have a key that they lack.
   * @return empty when the portal has no such key
   * @throws TokenUnverifiableException when that cannot be told now
   */
  Optional<PublicKey> find(String id, Instant issuedAt) {
    Snapshot known = snapshot;
    Instant now = clock.instant();
    PublicKey key = known.keys().get(id);
    if (key == null || !known.isYounger(USABLE, now)) {
      return isMissing(id, issuedAt) ? Optional.empty() : fetchFor(id, issuedAt);
    }
    if (known.isYounger(FRESH, now) || !fetching.tryLock()) {
      return Optional.of(key);
    }
    try {
      if (budget.left().isZero()) {
        fetch();
      }
      return Optional.ofNullable(snapshot.keys().get(id));
    } finally {
      fetching.unlock();
    }
  }

  private Optional<PublicKey> fetchFor(String id, Instant issuedAt) {
    Snapshot before = snapshot;
    if (fetching.getQueueLength() >= MAX_WAITING) {
      throw new TokenUnverifiableException(FetchBudget.PAUSE, false);
    }
    fetching.lock();
    try {
      // Who waited may find that another brought it.
      if (snapshot == before || !(snapshot.keys().containsKey(id) || isMissing(id, issuedAt))) {
        Duration left = budget.left();
        if (!left.isZero() || !fetch()) {
          throw new TokenUnverifiableException(budget.left(), !budget.hasFailed());
        }
      }
      Optional<PublicKey> key = Optional.ofNullable(snapshot.keys().get(id));
      if (key.isEmpty()) {
        missing.put(id, clock.instant());
      }
      return key;
    } finally {
      fetching.unlock();
    }
  }

  private boolean isMissing(String id, Instant issuedAt) {
    Snapshot known = snapshot;
    if (!known.isYounger(USABLE, clock.instant())) {
      return false;
    }
    Instant missed = missing.get(id);
    return issuedAt.isBefore(known.fetchedAt().minus(SKEW))
        || missed != null && clock.instant().isBefore(missed.plus(MISSING));
  }

  private boolean fetch() {
    boolean succeeded = false;
    try {
      Instant asked = clock.instant();
      snapshot = new Snapshot(server.fetch(), asked);
      succeeded = true;
    } catch (IOException e) {
      LOG.warnf("keys of portal %s: %s", portal, reason(e));
    } finally {
      budget.spend(succeeded);
    }
    return succeeded;
  }

  private static String reason(IOException e) {
    return e.getClass() == IOException.class
        ? String.valueOf(e.getMessage())
        : e.getClass().getSimpleName();
  }
}
