package dev.housecount.health;

import dev.housecount.store.RecordKey;
import dev.housecount.store.RecordStore;
import dev.housecount.store.StoreUnavailableException;
import dev.housecount.store.StoredRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When the maintenance ran last, and which of its chores failed. Safe for concurrent use. */
public final class MaintenanceLog {
  /** A run that went like the one before is written after so long only. */
  public static final Duration STEP = Duration.ofHours(3);

  private static final RecordKey KEY = new RecordKey("maintenance", "last");
  private static final String AT = "at";
  private static final String FAILED = "failed.";

  private final RecordStore store;
  private final Clock clock;
  private @Nullable Run last;
  private @Nullable Run written;

  public MaintenanceLog(RecordStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * A run.
   *
   * @param at when it ended
   * @param failed the names of its chores that failed
   */
  public record Run(Instant at, List<String> failed) {
    public Run {
      failed = List.copyOf(failed);
    }
  }

  /**
   * Notes a run that ends now.
   *
   * @param failed the names of chores
   */
  public synchronized void note(List<String> failed) {
    Run run = new Run(clock.instant(), failed);
    last = run;
    Run before = written;
    if (before == null
        || !before.failed.equals(run.failed)
        || !run.at.isBefore(before.at.plus(STEP))) {
      try {
        store.putAll(List.of(record(run)));
        written = run;
      } catch (StoreUnavailableException e) {
        written = null; // the next run writes
      }
    }
  }

  /** The last one that is known, of this instance or another; null when there is none. */
  @Nullable Run read() {
    List<StoredRecord> found = store.get(List.of(KEY), false);
    Run stored = found.isEmpty() ? null : run(found.get(0).data());
    Run own = own();
    return own != null && (stored == null || own.at.isAfter(stored.at)) ? own : stored;
  }

  private synchronized @Nullable Run own() {
    return last;
  }

  private static StoredRecord record(Run run) {
    List<String> lines = new ArrayList<>();
    lines.add(AT + '\t' + run.at.toEpochMilli());
    run.failed.forEach(name -> lines.add(FAILED + name + "\t1"));
    return new StoredRecord(KEY, Math.max(1, run.at.toEpochMilli()), Lines.bytes(lines), null);
  }

  private static Run run(byte[] data) {
    Map<String, String> lines = Lines.read(data);
    List<String> failed =
        lines.keySet().stream()
            .filter(name -> name.startsWith(FAILED))
            .map(name -> name.substring(FAILED.length()))
            .sorted()
            .toList();
    return new Run(Lines.time(lines.getOrDefault(AT, "0")), failed);
  }
}
