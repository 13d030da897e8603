package dev.housecount.sealed;

import dev.housecount.store.Order;
import dev.housecount.store.RecordKey;
import dev.housecount.store.RecordRange;
import dev.housecount.store.RecordStore;
import dev.housecount.store.StoredRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The records of segments. They never change: what is written again has another generation. */
final class Shelf {
  private static final int MOST = 1_000_000;

  private final RecordStore store;
  private final Periods periods;
  private final Clock clock;

  Shelf(RecordStore store, Periods periods, Clock clock) {
    this.store = store;
    this.periods = periods;
    this.clock = clock;
  }

  /** Which segment of which generation. */
  private record Id(Instant from, String generation) {}

  /**
   * The records of a section, by segment.
   *
   * @param found those that are still there, in their order
   */
  record Found(Map<Id, List<byte[]>> found) {
    /** Fewer than the segment should have, where some are over or were replaced meanwhile. */
    List<byte[]> of(Segment segment) {
      return found.getOrDefault(new Id(segment.from(), segment.generation()), List.of());
    }
  }

  /** What a section has in a time, by where its segments begin. */
  Found read(String portal, Section section, Instant from, Instant to) {
    return read(portal, section, from, to, false);
  }

  private Found read(String portal, Section section, Instant from, Instant to, boolean fresh) {
    RecordRange range =
        new RecordRange(
            section.partition(portal), from.toString(), to.toString(), Order.ASC, MOST, fresh);
    Map<Id, List<byte[]>> found = new HashMap<>();
    for (StoredRecord record : store.read(range)) {
      String sort = record.key().sort();
      int generation = sort.indexOf('#') + 1;
      Instant begin = Instant.parse(sort.substring(0, generation - 1));
      Id id = new Id(begin, sort.substring(generation, sort.indexOf('#', generation)));
      found.computeIfAbsent(id, one -> new ArrayList<>()).add(record.data());
    }
    return new Found(found);
  }

  /** What a section has of one segment, however lately that was written. */
  List<byte[]> read(String portal, Section section, Segment segment) {
    return read(portal, section, segment.from(), segment.from().plusSeconds(1), true).of(segment);
  }

  /** The records of a section, not yet written; none where they would be over already. */
  List<StoredRecord> records(String portal, Section section, Segment segment, List<byte[]> parts) {
    Instant end = segment.to().plus(periods.kept(section));
    List<StoredRecord> records = new ArrayList<>();
    for (int part = 0; part < parts.size() && end.isAfter(clock.instant()); part++) {
      records.add(new StoredRecord(key(portal, section, segment, part), 1, parts.get(part), end));
    }
    return records;
  }

  /** Takes segments away that no day has, or has any more. */
  void delete(List<Segment> segments) {
    List<RecordKey> keys = new ArrayList<>();
    for (Segment segment : segments) {
      segment
          .parts()
          .forEach(
              (portal, sections) ->
                  sections.forEach(
                      (section, parts) -> {
                        for (int part = 0; part < parts; part++) {
                          keys.add(key(portal, section, segment, part));
                        }
                      }));
    }
    if (!keys.isEmpty()) {
      store.delete(keys);
    }
  }

  private static RecordKey key(String portal, Section section, Segment segment, int part) {
    return new RecordKey(
        section.partition(portal),
        String.format(Locale.ROOT, "%s#%s#%04d", segment.from(), segment.generation(), part));
  }
}
