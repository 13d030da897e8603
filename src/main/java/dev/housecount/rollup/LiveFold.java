package dev.housecount.rollup;

import dev.housecount.event.Pseudonym;
import dev.housecount.hydrate.Places;
import dev.housecount.store.ChunkReader;
import dev.housecount.store.RetentionPolicy;
import dev.housecount.timeline.SliceStream;
import dev.housecount.timeline.StoredEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** Tells what people did from the events that are stored, as long as they are. */
public final class LiveFold {
  /** How far another instance's clock may be ahead of ours. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  /** Fewer take longer to sort, more are read in vain where a range ends. */
  private static final int SLICE = 1_000;

  private final ChunkReader reader;
  private final Places places;
  private final RetentionPolicy retention;
  private final Set<Pseudonym> guests;
  private final Clock clock;

  /**
   * @param reader of chunks as if all were of the newest key
   * @param guests the pseudonyms of those who are nobody, as {@link Guests#of}
   */
  public LiveFold(
      ChunkReader reader,
      Places places,
      RetentionPolicy retention,
      Set<Pseudonym> guests,
      Clock clock) {
    this.reader = reader;
    this.places = places;
    this.retention = retention;
    this.guests = Set.copyOf(guests);
    this.clock = clock;
  }

  /**
   * Tells all that began in a range, each thing once.
   *
   * @return how many chunks were read
   * @throws BudgetExceededException when the budget does not suffice; the tally has seen a part
   * @throws dev.housecount.store.StoreUnavailableException when the store cannot answer now
   */
  public int fold(Asked asked, ReadBudget budget, Tally tally) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Instant deadline = now.plus(budget.time());
    Fold fold = new Fold(asked, places, guests, tally);
    SliceStream stream = stream(asked, now, fold);
    int chunks = 0;
    while (!stream.isRead() && !fold.isComplete(stream.certain())) {
      chunks += stream.read(budget.chunks() - chunks + 1);
      if (chunks > budget.chunks() || clock.instant().isAfter(deadline)) {
        throw new BudgetExceededException(budget);
      }
      take(stream, fold);
    }
    fold.finish();
    return chunks;
  }

  private SliceStream stream(Asked asked, Instant now, Fold fold) {
    Instant oldest = now.minus(retention.longest());
    Instant newest = now.plus(AHEAD);
    Instant from = asked.readFrom().isBefore(oldest) ? oldest : asked.readFrom();
    Instant to = asked.goesOn() || asked.to().isAfter(newest) ? newest : asked.to();
    return new SliceStream(reader, retention, now, from, to, fold::wants, SLICE);
  }

  private static void take(SliceStream stream, Fold fold) {
    StoredEvent next = stream.next();
    while (next != null) {
      fold.take(next);
      next = stream.next();
    }
  }
}
