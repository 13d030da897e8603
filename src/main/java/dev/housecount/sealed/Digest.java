package dev.housecount.sealed;

import dev.housecount.rollup.Fold;
import dev.housecount.rollup.Part;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * A whole day or month of the portal's zone without times: who did what how often. Made of
 * segments, and good as long as they are the same.
 *
 * @param first the local date on which it begins
 * @param sections what it has: not what was over when it was made, or was not sealed
 * @param segment its records, where there are any
 * @param source tells which segments it was made of: {@link #source}
 * @param madeAt to the minute
 * @param made how often it was made by then; 1 or more
 */
record Digest(
    Level level,
    LocalDate first,
    Set<Section> sections,
    Segment segment,
    String source,
    Instant madeAt,
    int made) {
  private static final int SOURCE_BYTES = 12;

  /** How long one is left alone for the first time. */
  private static final Duration SHORTEST_PATIENCE = Duration.ofMinutes(10);

  /** Longer than any patience. */
  private static final int MOST_DOUBLINGS = 10;

  /** How long digests are. */
  enum Level {
    DAY(EnumSet.of(Part.PRESENCE, Part.VISITS, Part.MISSES, Part.SEARCHES), Duration.ofHours(6)),
    /** Who was there is told by the day. */
    MONTH(EnumSet.of(Part.VISITS, Part.MISSES, Part.SEARCHES), Duration.ofDays(1)),
    /** Of a month, too: what begins in it may go on behind it, or have begun before. */
    RUNS(EnumSet.of(Part.RUNS), Duration.ofDays(1), Fold.SAME_RUN, Fold.SAME_RUN.multipliedBy(2));

    private final Set<Part> parts;
    private final Duration patience;
    private final Duration before;
    private final Duration after;

    Level(Set<Part> parts, Duration patience) {
      this(parts, patience, Duration.ZERO, Duration.ZERO);
    }

    Level(Set<Part> parts, Duration patience, Duration before, Duration after) {
      this.parts = parts;
      this.patience = patience;
      this.before = before;
      this.after = after;
    }

    /** From when on segments tell what is in a digest that begins then. */
    Instant readFrom(Instant from) {
      return from.minus(before);
    }

    /** Until when segments tell what is in a digest that ends then. */
    Instant readTo(Instant to) {
      return to.plus(after);
    }

    /** What digests of it are made of. */
    Set<Part> parts() {
      return parts;
    }

    /** What of digests of it tells a part, all of it together; none where nothing does. */
    Set<Section> sections(Part part) {
      return parts.contains(part.isOfVisits() ? Part.VISITS : part)
          ? Section.ofDigests(part)
          : Set.of();
    }

    /** What digests of it may have. */
    Set<Section> sections() {
      Set<Section> sections = EnumSet.noneOf(Section.class);
      for (Part part : Part.values()) {
        sections.addAll(sections(part));
      }
      return sections;
    }

    /** The first date behind one that begins with this date. */
    LocalDate next(LocalDate first) {
      return this == DAY ? first.plusDays(1) : first.plusMonths(1);
    }

    /** Of the partitions of its records. */
    String prefix() {
      return this == DAY ? "day#" : "month#";
    }
  }

  Digest {
    sections = Set.copyOf(sections);
  }

  /**
   * How long it is left alone when late events have made it useless, since more may come: the more
   * often that has happened, the longer.
   */
  Duration patience() {
    Duration patience = SHORTEST_PATIENCE.multipliedBy(1L << Math.min(made - 1, MOST_DOUBLINGS));
    return patience.compareTo(level.patience) < 0 ? patience : level.patience;
  }

  Instant from() {
    return segment.from();
  }

  Instant to() {
    return segment.to();
  }

  /** When a local date begins: not always at midnight, which some days lack. */
  static Instant start(LocalDate date, ZoneId zone) {
    return date.atStartOfDay(zone).toInstant();
  }

  /**
   * A name for what is sealed of a time, and of what is read around it: another one whenever
   * something is sealed again.
   *
   * @param segments of that time and others, in their order
   */
  static String source(Level level, List<Segment> segments, Instant from, Instant to) {
    StringBuilder names = new StringBuilder();
    for (Segment segment : segments) {
      if (segment.overlaps(level.readFrom(from), level.readTo(to))) {
        names.append(segment.from()).append(segment.generation());
      }
    }
    byte[] hash = sha256().digest(names.toString().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, SOURCE_BYTES);
  }

  /** Whether it was made of just these segments, and what is sealed around them. */
  boolean isOf(List<Segment> segments) {
    return source.equals(source(level, segments, from(), to()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
