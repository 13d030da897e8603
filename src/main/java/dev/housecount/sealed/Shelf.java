package dev.housecount.sealed;

import dev.housecount.store.Order;
import dev.housecount.store.RecordKey;
import dev.housecount.store.RecordRange;
import dev.housecount.store.RecordStore;
import dev.housecount.store.StoredRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The records of segments. They never change: what is written again has another generation. */
final class Shelf {
  private static final int MOST = 1_000_000;
  private static final int GENERATION = 12;
  private static final Duration DAY = Duration.ofDays(1);

  private final RecordStore store;
  private final String prefix;
  private final RecentRecords recent;
  private final Periods periods;
  private final Clock clock;

  Shelf(RecordStore store, RecentRecords recent, Periods periods, Clock clock) {
    this(store, "", recent, periods, clock);
  }

  /**
   * @param prefix of the partitions: what is kept beside segments has one of its own
   */
  Shelf(RecordStore store, String prefix, RecentRecords recent, Periods periods, Clock clock) {
    this.store = store;
    this.prefix = prefix;
    this.recent = recent;
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

  /**
   * What a section has of some segments.
   *
   * @param some in the order of time, with few others between them
   */
  Found read(String portal, Section section, List<Segment> some) {
    Map<Id, List<byte[]>> found = new HashMap<>();
    List<Segment> unknown = new ArrayList<>();
    for (Segment segment : some) {
      List<byte[]> known = recent.get(of(portal, section, segment));
      if (known != null) {
        found.put(new Id(segment.from(), segment.generation()), known);
      } else if (segment.parts(portal, section) > 0) {
        unknown.add(segment);
      }
    }
    if (!unknown.isEmpty()) {
      Instant last = unknown.get(unknown.size() - 1).from().plusSeconds(1);
      Found read = read(portal, section, unknown.get(0).from(), last, false);
      for (Segment segment : unknown) {
        List<byte[]> records = read.of(segment);
        found.put(new Id(segment.from(), segment.generation()), records);
        if (records.size() == segment.parts(portal, section)) {
          recent.put(of(portal, section, segment), records);
        }
      }
    }
    return new Found(found);
  }

  private RecentRecords.Of of(String portal, Section section, Segment segment) {
    return new RecentRecords.Of(partition(portal, section), segment.from(), segment.generation());
  }

  private Found read(String portal, Section section, Instant from, Instant to, boolean fresh) {
    RecordRange range =
        new RecordRange(
            partition(portal, section), from.toString(), to.toString(), Order.ASC, MOST, fresh);
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

  /**
   * What becomes a segment.
   *
   * @param chunks how many were read for it
   * @param searches whether it has searches
   */
  record Plan(Instant from, Instant to, int chunks, boolean searches) {}

  /**
   * Writes rows under a new generation.
   *
   * @param keyId the key of the pseudonyms in the words
   */
  Segment write(Plan plan, Map<String, Map<Section, List<Row>>> rows, String keyId) {
    String generation = UUID.randomUUID().toString().replace("-", "").substring(0, GENERATION);
    Segment empty =
        new Segment(plan.from, plan.to, generation, plan.chunks, plan.searches, Map.of());
    Map<String, Map<Section, Integer>> parts = new HashMap<>();
    List<StoredRecord> records = new ArrayList<>();
    rows.forEach(
        (portal, sections) -> {
          Map<Section, Integer> counts = Segment.counts();
          sections.forEach(
              (section, some) -> {
                List<StoredRecord> made =
                    empty.has(section)
                        ? records(portal, section, empty, RowCodec.encode(some, keyId))
                        : List.of();
                if (!made.isEmpty()) {
                  counts.put(section, made.size());
                  records.addAll(made);
                }
              });
          if (!counts.isEmpty()) {
            parts.put(portal, counts);
          }
        });
    store.putAll(records);
    return new Segment(plan.from, plan.to, generation, plan.chunks, plan.searches, parts);
  }

  /** The records of a section; none where they would be over already. */
  private List<StoredRecord> records(
      String portal, Section section, Segment segment, List<byte[]> parts) {
    // Of what is longer than a day, what is oldest goes first, and the rest with it.
    Instant day = segment.from().plus(DAY);
    Instant whole = segment.to().isBefore(day) ? segment.to() : day;
    Instant end = whole.plus(periods.kept(section));
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

  private String partition(String portal, Section section) {
    return prefix + section.partition(portal);
  }

  private RecordKey key(String portal, Section section, Segment segment, int part) {
    return new RecordKey(
        partition(portal, section),
        String.format(Locale.ROOT, "%s#%s#%04d", segment.from(), segment.generation(), part));
  }
}
