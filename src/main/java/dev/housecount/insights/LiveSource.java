package dev.housecount.insights;

import dev.housecount.event.Pseudonym;
import dev.housecount.hydrate.Places;
import dev.housecount.rollup.Asked;
import dev.housecount.rollup.BudgetExceededException;
import dev.housecount.rollup.LiveFold;
import dev.housecount.rollup.ReadBudget;
import dev.housecount.rollup.Tally;
import dev.housecount.store.Chunk;
import dev.housecount.store.ChunkReader;
import dev.housecount.store.ReadMeter;
import dev.housecount.store.RetentionPolicy;
import dev.housecount.store.Scan;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Supplier;

/** Reads stored events anew for each answer, within a budget. */
public final class LiveSource implements ActivitySource {
  /** More than the units allow: it is they that end an answer. */
  private static final int MOST_CHUNKS = 1_000_000;

  private final ChunkReader reader;
  private final Places places;
  private final RetentionPolicy retention;
  private final Set<Pseudonym> guests;
  private final Clock clock;
  private final Budget budget;

  /**
   * What an answer may cost.
   *
   * @param units read units, 1 or more
   * @param time asked at the begin of an answer
   * @param meter of the store that is read
   */
  public record Budget(int units, Supplier<Duration> time, ReadMeter meter) {}

  /**
   * @param reader of chunks as if all were of the newest key
   * @param guests the pseudonyms of those who are nobody
   */
  public LiveSource(
      ChunkReader reader,
      Places places,
      RetentionPolicy retention,
      Set<Pseudonym> guests,
      Clock clock,
      Budget budget) {
    this.reader = reader;
    this.places = places;
    this.retention = retention;
    this.guests = Set.copyOf(guests);
    this.clock = clock;
    this.budget = budget;
  }

  @Override
  public LiveReading open() {
    return new LiveReading();
  }

  /** Of stored events. */
  final class LiveReading implements Reading {
    private final double before = budget.meter.units();
    private final java.time.Instant deadline = clock.instant().plus(budget.time.get());

    @Override
    public void tell(Asked asked, Tally tally) {
      Duration left = Duration.between(clock.instant(), deadline);
      LiveFold fold = new LiveFold(new Metered(this), places, retention, guests, clock);
      try {
        fold.fold(asked, new ReadBudget(MOST_CHUNKS, left), tally);
      } catch (BudgetExceededException e) {
        throw tooMuch();
      }
    }

    @Override
    public double units() {
      return budget.meter.units() - before;
    }

    /** Ends an answer that has cost too much. */
    void check() {
      if (units() > budget.units || clock.instant().isAfter(deadline)) {
        throw tooMuch();
      }
    }

    private TooMuchToReadException tooMuch() {
      return new TooMuchToReadException(budget.units);
    }
  }

  /** Ends reading where the budget does. */
  private final class Metered implements ChunkReader {
    private final LiveReading reading;

    Metered(LiveReading reading) {
      this.reading = reading;
    }

    @Override
    public Iterator<Chunk> read(Scan scan) {
      Iterator<Chunk> chunks = reader.read(scan);
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          if (reading.units() > budget.units) {
            throw reading.tooMuch();
          }
          return chunks.hasNext();
        }

        @Override
        public Chunk next() {
          return chunks.next();
        }
      };
    }

    @Override
    public boolean isReady() {
      return reader.isReady();
    }
  }
}
