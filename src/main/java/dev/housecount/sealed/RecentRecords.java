package dev.housecount.sealed;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records that were read lately, as they are stored: those of a generation never change, so that a
 * dashboard's second question need not read what its first one did. Safe for concurrent use.
 */
final class RecentRecords {
  /** In memory; a function has 512 MB. */
  private static final long MOST_BYTES = 32L << 20;

  private final Map<Of, List<byte[]>> recent = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /**
   * Whose records.
   *
   * @param from when the segment begins
   */
  record Of(String partition, Instant from, String generation) {}

  /** Null where they were not read, or not lately. */
  synchronized @Nullable List<byte[]> get(Of segment) {
    return recent.get(segment);
  }

  /** Takes all records that a segment has in a partition. */
  synchronized void put(Of segment, List<byte[]> records) {
    List<byte[]> before = recent.put(segment, List.copyOf(records));
    bytes += size(records) - (before == null ? 0 : size(before));
    Iterator<List<byte[]>> oldest = recent.values().iterator();
    while (bytes > MOST_BYTES && oldest.hasNext()) {
      bytes -= size(oldest.next());
      oldest.remove();
    }
  }

  private static long size(List<byte[]> records) {
    return records.stream().mapToLong(record -> record.length).sum();
  }
}
