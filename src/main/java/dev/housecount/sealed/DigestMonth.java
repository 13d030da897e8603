package dev.housecount.sealed;

import dev.housecount.bytes.ByteReader;
import dev.housecount.bytes.ByteWriter;
import dev.housecount.bytes.TextColumn;
import dev.housecount.store.RecordKey;
import dev.housecount.store.StoredRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The digests of a month: its own and those of its days. As a {@link Day}, it is replaced only by
 * who saw what is there.
 *
 * @param version of the record; 0 before there was one
 * @param zone whose days they are
 */
record DigestMonth(YearMonth month, long version, ZoneId zone, List<Digest> digests) {
  static final String PARTITION = "digests";

  private static final int FORMAT = 3;

  DigestMonth {
    digests = List.copyOf(digests);
  }

  static RecordKey key(YearMonth month) {
    return new RecordKey(PARTITION, month.toString());
  }

  /** The digest of this length that begins with a date; null where there is none. */
  @Nullable Digest find(Digest.Level level, LocalDate first) {
    return digests.stream()
        .filter(digest -> digest.level() == level && digest.first().equals(first))
        .findFirst()
        .orElse(null);
  }

  /** With one in the place of that which it replaces. */
  DigestMonth with(Digest fresh) {
    List<Digest> all = new ArrayList<>(digests);
    all.removeIf(one -> one.level() == fresh.level() && one.first().equals(fresh.first()));
    all.add(fresh);
    return new DigestMonth(month, version, zone, all);
  }

  /** With these only. */
  DigestMonth keeping(List<Digest> some) {
    return new DigestMonth(month, version, zone, some);
  }

  StoredRecord record(Instant expiresAt) {
    TextColumn portals = new TextColumn();
    ByteWriter to = new ByteWriter().number(FORMAT).text(zone.getId()).number(digests.size());
    for (Digest digest : digests) {
      to.number(digest.level().ordinal())
          .number(digest.first().getDayOfMonth())
          .text(digest.source())
          .number(digest.madeAt().getEpochSecond() / Duration.ofMinutes(1).toSeconds())
          .text(digest.segment().generation())
          .number(digest.made())
          .number(mask(digest.sections()));
      digest.segment().writeParts(to, portals, Section.OF_DIGESTS);
    }
    return new StoredRecord(key(month), version + 1, to.toBytes(), expiresAt);
  }

  /** Digests of an older format are none: they are made again. */
  static DigestMonth of(StoredRecord record) {
    ByteReader from = new ByteReader(record.data());
    long format = from.number();
    if (format > FORMAT) {
      throw new IllegalStateException("digests were written by a newer Housecount");
    }
    YearMonth month = YearMonth.parse(record.key().sort());
    ZoneId zone = ZoneId.of(from.text());
    TextColumn portals = new TextColumn();
    List<Digest> digests = new ArrayList<>();
    int count = format < FORMAT ? 0 : from.integer();
    for (int i = 0; i < count; i++) {
      digests.add(digest(month, zone, from, portals));
    }
    return new DigestMonth(month, record.version(), zone, digests);
  }

  private static Digest digest(YearMonth month, ZoneId zone, ByteReader from, TextColumn portals) {
    Digest.Level level = Digest.Level.values()[from.integer()];
    LocalDate first = month.atDay(from.integer());
    String source = from.text();
    Instant madeAt = Instant.ofEpochSecond(from.number() * Duration.ofMinutes(1).toSeconds());
    String generation = from.text();
    int made = from.integer();
    Set<Section> sections = sections(from.number());
    Map<String, Map<Section, Integer>> parts = Segment.readParts(from, portals, Section.OF_DIGESTS);
    Segment segment =
        new Segment(
            Digest.start(first, zone),
            Digest.start(level.next(first), zone),
            generation,
            0,
            sections.contains(Section.SEARCHES),
            parts);
    return new Digest(level, first, sections, segment, source, madeAt, made);
  }

  private static long mask(Set<Section> sections) {
    return sections.stream().mapToLong(section -> 1L << section.ordinal()).sum();
  }

  private static Set<Section> sections(long mask) {
    Set<Section> sections = EnumSet.allOf(Section.class);
    sections.removeIf(section -> (mask & 1L << section.ordinal()) == 0);
    return sections;
  }
}
