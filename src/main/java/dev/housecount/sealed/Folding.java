package dev.housecount.sealed;

import dev.housecount.event.Pseudonym;
import dev.housecount.hydrate.Places;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.rollup.Asked;
import dev.housecount.rollup.Fold;
import dev.housecount.rollup.Part;
import dev.housecount.rollup.Tally;
import dev.housecount.store.Band;
import dev.housecount.store.Chunk;
import dev.housecount.store.ChunkReader;
import dev.housecount.store.Order;
import dev.housecount.store.RetentionPolicy;
import dev.housecount.store.Scan;
import dev.housecount.timeline.SliceStream;
import dev.housecount.timeline.StoredEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Folds stored events of a time that is to be sealed. */
final class Folding {
  private static final Set<Part> PARTS =
      EnumSet.of(Part.VISITS, Part.MISSES, Part.SEARCHES, Part.RUN_EVENTS, Part.PLACES);

  private static final int SLICE = 1_000;

  private final ChunkReader reader;
  private final Places places;
  private final RetentionPolicy retention;
  private final Pseudonymizer pseudonymizer;
  private final Set<Pseudonym> guests;
  private final Clock clock;

  /**
   * @param reader of chunks as if all were of the newest key
   */
  Folding(
      ChunkReader reader,
      Places places,
      RetentionPolicy retention,
      Pseudonymizer pseudonymizer,
      Set<Pseudonym> guests,
      Clock clock) {
    this.reader = reader;
    this.places = places;
    this.retention = retention;
    this.pseudonymizer = pseudonymizer;
    this.guests = Set.copyOf(guests);
    this.clock = clock;
  }

  /**
   * What a fold came to.
   *
   * @param whole false where more chunks had to be read than may be: a part was told
   * @param searches whether all searches were over, and told
   */
  record Folded(int chunks, boolean whole, boolean searches) {}

  /**
   * Tells all that began in a time.
   *
   * @param settled until then nothing arrives any more without a mark
   * @param most chunks
   * @throws UnknownKeyException when an instance with a newer ring has to do it
   */
  Folded fold(Instant from, Instant to, Instant settled, int most, Tally tally) {
    Instant now = clock.instant();
    Asked asked = new Asked(from, to, Set.of(), PARTS);
    Fold fold = new Fold(asked, places, guests, tally);
    Instant oldest = now.minus(retention.longest());
    Instant first = asked.readFrom().isBefore(oldest) ? oldest : asked.readFrom();
    Instant end = settled.isBefore(to) ? to : settled;
    SliceStream stream =
        new SliceStream(new Known(), retention, now, first, end, fold::wants, SLICE);
    int chunks = 0;
    while (!stream.isRead() && !fold.isComplete(stream.certain())) {
      chunks += stream.read(most - chunks + 1);
      if (chunks > most) {
        return new Folded(chunks, false, false);
      }
      for (StoredEvent next = stream.next(); next != null; next = stream.next()) {
        fold.take(next);
      }
    }
    boolean over = fold.isComplete(stream.isRead() ? end : stream.certain());
    return new Folded(chunks, true, over);
  }

  /** When the first event may have happened of those that are stored; null when there are none. */
  @Nullable Instant first(Instant from, Instant to) {
    return Arrays.stream(Band.values())
        .map(band -> first(band, from, to))
        .filter(Objects::nonNull)
        .min(Instant::compareTo)
        .orElse(null);
  }

  private @Nullable Instant first(Band band, Instant from, Instant to) {
    Iterator<Chunk> chunks = chunks(band, from, to);
    return chunks.hasNext() ? chunks.next().key().newest().minus(band.span()) : null;
  }

  /** Whether so many chunks are stored of a time. */
  boolean hasChunks(Instant from, Instant to, int many) {
    int found = 0;
    for (Band band : Band.values()) {
      Iterator<Chunk> chunks = chunks(band, from, to);
      while (found < many && chunks.hasNext()) {
        chunks.next();
        found++;
      }
    }
    return found >= many;
  }

  private Iterator<Chunk> chunks(Band band, Instant from, Instant to) {
    return reader.read(new Scan(band, from, to, Order.ASC, null, clock.instant()));
  }

  /** Refuses chunks of keys that this instance does not know yet. */
  private final class Known implements ChunkReader {
    @Override
    public Iterator<Chunk> read(Scan scan) {
      Iterator<Chunk> chunks = reader.read(scan);
      Instant deployed = clock.instant().minus(Ordinals.DEPLOYED);
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return chunks.hasNext();
        }

        @Override
        public Chunk next() {
          Chunk chunk = chunks.next();
          if (!pseudonymizer.knows(chunk.keyId()) && chunk.key().newest().isAfter(deployed)) {
            throw new UnknownKeyException();
          }
          return chunk;
        }
      };
    }

    @Override
    public boolean isReady() {
      return reader.isReady();
    }
  }
}
