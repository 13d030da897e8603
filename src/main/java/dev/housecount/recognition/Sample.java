package dev.housecount.recognition;

import dev.housecount.event.Pseudonym;
import dev.housecount.rollup.Humans;
import dev.housecount.store.Band;
import dev.housecount.store.Chunk;
import dev.housecount.store.ChunkReader;
import dev.housecount.store.Order;
import dev.housecount.store.ReadMeter;
import dev.housecount.store.Scan;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * The people of a day's events, newest first in each part of the day, as many as the bounds let in:
 * all of a small portal, of a large one some of each part.
 */
public final class Sample {
  static final Duration WINDOW = Duration.ofHours(24);

  /** Parts of the window: who is there in the morning may be others than in the evening. */
  static final int PARTS = 6;

  /** The most people of a part. */
  static final int PEOPLE = 50;

  /** The most read units of a part, of each band. */
  static final double UNITS = 10;

  /** The most chunks of a part, of each band, whatever they cost. */
  static final int CHUNKS = 200;

  private final ChunkReader reader;
  private final ReadMeter meter;
  private final String keyId;
  private final Set<Pseudonym> nobody;
  private final BooleanSupplier isLate;
  private final Map<String, Map<Pseudonym, Instant>> people = new TreeMap<>();

  /**
   * @param reader of chunks as if all were of the newest key
   * @param keyId that key: whose pseudonyms are of another cannot be told here
   * @param nobody guests, and who opted out
   * @param isLate whether no time is left
   */
  public Sample(
      ChunkReader reader,
      ReadMeter meter,
      String keyId,
      Set<Pseudonym> nobody,
      BooleanSupplier isLate) {
    this.reader = reader;
    this.meter = meter;
    this.keyId = keyId;
    this.nobody = Set.copyOf(nobody);
    this.isLate = isLate;
  }

  /** By portal, the people and when they were seen last. */
  public Map<String, Map<Pseudonym, Instant>> take(Instant now) {
    Duration part = WINDOW.dividedBy(PARTS);
    for (int i = 0; i < PARTS; i++) {
      Instant to = now.minus(part.multipliedBy(i));
      int most = size() + PEOPLE;
      for (Band band : Band.values()) {
        take(new Scan(band, to.minus(part).plusMillis(1), to, Order.DESC, null, now), most);
      }
    }
    return people;
  }

  private void take(Scan scan, int most) {
    double before = meter.units();
    Iterator<Chunk> chunks = reader.read(scan);
    for (int read = 0; read < CHUNKS && size() < most && !isLate.getAsBoolean(); read++) {
      if (meter.units() - before > UNITS || !chunks.hasNext()) {
        return;
      }
      take(chunks.next());
    }
  }

  private void take(Chunk chunk) {
    Pseudonym user = chunk.user();
    boolean person = user != null && !nobody.contains(user) && chunk.keyId().equals(keyId);
    if (user != null && person && chunk.events().stream().anyMatch(Humans::did)) {
      people
          .computeIfAbsent(chunk.portal(), portal -> new HashMap<>())
          .merge(user, chunk.key().newest(), (a, b) -> a.isAfter(b) ? a : b);
    }
  }

  private int size() {
    return people.values().stream().mapToInt(Map::size).sum();
  }
}
