package dev.housecount.counts;

import dev.housecount.event.HydratedEvent;
import dev.housecount.store.Chunk;
import dev.housecount.store.ChunkWriter;
import dev.housecount.store.RecordKey;
import dev.housecount.store.RecordStore;
import dev.housecount.store.StoredRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Notes of which days events come when those are counted already, before the events are written:
 * whoever is cut off between has noted too much and not too little. Safe for concurrent use.
 */
public final class LateMarks implements ChunkWriter {
  static final String PARTITION = "counts-late";

  /** Between the sort key's date, portal and what makes it unlike any other. */
  static final String BETWEEN = "#";

  /** A day is noted anew after so long: its mark may have been taken away meanwhile. */
  static final Duration AGAIN = Duration.ofMinutes(1);

  /** By which the clocks of two servers may differ, and what a request may take. */
  static final Duration SLACK = Duration.ofMinutes(10);

  private static final byte[] NOTHING = {0};

  private final ChunkWriter writer;
  private final RecordStore records;
  private final ZoneId zone;
  private final Duration kept;
  private final Clock clock;
  private final Map<Late, Instant> noted = new HashMap<>();

  /** A day of which something came late. */
  private record Late(String portal, LocalDate date) {}

  /**
   * @param kept how long people are, and with them what could be counted anew
   */
  public LateMarks(
      ChunkWriter writer, RecordStore records, ZoneId zone, Duration kept, Clock clock) {
    this.writer = writer;
    this.records = records;
    this.zone = zone;
    this.kept = kept;
    this.clock = clock;
  }

  @Override
  public void write(List<Chunk> chunks) {
    Instant now = clock.instant();
    Set<Late> late = late(chunks, Counting.limit(now.plus(SLACK), zone));
    Set<Late> fresh = unnoted(late, now);
    if (!fresh.isEmpty()) {
      records.putAll(fresh.stream().map(one -> record(one, now)).toList());
      note(fresh, now);
    }
    writer.write(chunks);
  }

  private Set<Late> late(List<Chunk> chunks, LocalDate limit) {
    Set<Late> late = new HashSet<>();
    Instant counted = limit.atStartOfDay(zone).toInstant();
    for (Chunk chunk : chunks) {
      for (HydratedEvent event : chunk.events()) {
        Instant at = event.event().time().at();
        if (at.isBefore(counted)) {
          late.add(new Late(chunk.portal(), LocalDate.ofInstant(at, zone)));
        }
      }
    }
    return late;
  }

  private synchronized Set<Late> unnoted(Set<Late> late, Instant now) {
    Set<Late> fresh = new HashSet<>(late);
    fresh.removeIf(one -> noted.getOrDefault(one, Instant.MIN).isAfter(now.minus(AGAIN)));
    return fresh;
  }

  private synchronized void note(Set<Late> fresh, Instant now) {
    noted.values().removeIf(at -> !at.isAfter(now.minus(AGAIN)));
    fresh.forEach(one -> noted.put(one, now));
  }

  private StoredRecord record(Late late, Instant now) {
    String sort =
        String.join(BETWEEN, late.date.toString(), late.portal, UUID.randomUUID().toString());
    return new StoredRecord(
        new RecordKey(PARTITION, sort), Math.max(1, now.toEpochMilli()), NOTHING, now.plus(kept));
  }
}
