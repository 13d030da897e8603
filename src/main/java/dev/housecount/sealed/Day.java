package dev.housecount.sealed;

import dev.housecount.bytes.ByteReader;
import dev.housecount.bytes.ByteWriter;
import dev.housecount.bytes.TextColumn;
import dev.housecount.rollup.Present;
import dev.housecount.store.RecordKey;
import dev.housecount.store.StoredRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is sealed of a UTC day. Replaced only by who saw what is there: that is how segments become
 * true, all of their sections at once.
 *
 * @param version of the record; 0 before there was one
 * @param segments in the order of time; they do not overlap
 */
record Day(LocalDate date, long version, List<Segment> segments) {
  static final String PARTITION = "days";

  private static final int FORMAT = 1;

  Day {
    segments = segments.stream().sorted(Comparator.comparing(Segment::from)).toList();
  }

  static LocalDate date(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  static RecordKey key(LocalDate date) {
    return new RecordKey(PARTITION, date.toString());
  }

  /** The segment that ends last. */
  Segment last() {
    return segments.get(segments.size() - 1);
  }

  /** How many were read for all of its segments. */
  int chunks() {
    return segments.stream().mapToInt(Segment::chunks).sum();
  }

  Instant begin() {
    return date.atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  Instant end() {
    return begin().plus(Duration.ofDays(1));
  }

  /** With segments in the place of those that they overlap. */
  Day with(List<Segment> fresh) {
    List<Segment> all = new ArrayList<>(segments);
    all.removeIf(
        segment -> fresh.stream().anyMatch(one -> one.overlaps(segment.from(), segment.to())));
    all.addAll(fresh);
    return new Day(date, version, all);
  }

  StoredRecord record(@Nullable Instant expiresAt) {
    TextColumn portals = new TextColumn();
    ByteWriter to = new ByteWriter().number(FORMAT).number(segments.size());
    for (Segment segment : segments) {
      to.number(quarter(segment.from()))
          .number(quarter(segment.to()))
          .text(segment.generation())
          .number(segment.chunks())
          .flag(segment.searches());
      segment.writeParts(to, portals, Section.OF_SEGMENTS);
    }
    return new StoredRecord(key(date), version + 1, to.toBytes(), expiresAt);
  }

  private long quarter(Instant at) {
    return Duration.between(begin(), at).dividedBy(Present.QUARTER);
  }

  static Day of(StoredRecord record) {
    ByteReader from = new ByteReader(record.data());
    if (from.number() != FORMAT) {
      throw new IllegalStateException("rollups were written by a newer Housecount");
    }
    Day day = new Day(LocalDate.parse(record.key().sort()), record.version(), List.of());
    TextColumn portals = new TextColumn();
    List<Segment> segments = new ArrayList<>();
    int count = from.integer();
    for (int i = 0; i < count; i++) {
      segments.add(segment(day.begin(), from, portals));
    }
    return new Day(day.date, day.version, segments);
  }

  private static Segment segment(Instant begin, ByteReader from, TextColumn portals) {
    Instant first = begin.plus(Present.QUARTER.multipliedBy(from.number()));
    Instant end = begin.plus(Present.QUARTER.multipliedBy(from.number()));
    String generation = from.text();
    int chunks = from.integer();
    boolean searches = from.flag();
    Map<String, Map<Section, Integer>> parts =
        Segment.readParts(from, portals, Section.OF_SEGMENTS);
    return new Segment(first, end, generation, chunks, searches, parts);
  }
}
