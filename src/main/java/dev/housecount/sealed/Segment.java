package dev.housecount.sealed;

import dev.housecount.bytes.ByteReader;
import dev.housecount.bytes.ByteWriter;
import dev.housecount.bytes.TextColumn;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A part of time that is sealed: all portals, all that began in it.
 *
 * @param from inclusive; begins a quarter of an hour, as {@code to} does
 * @param to exclusive; at most the end of the UTC day, but for a {@link Digest}
 * @param generation tells its records from those that it had before; printable, without {@code #}
 * @param chunks how many were read for it
 * @param searches whether its searches were over when it was sealed; else they are not in it
 * @param parts how many records each section of each portal has; none where nothing was done
 */
record Segment(
    Instant from,
    Instant to,
    String generation,
    int chunks,
    boolean searches,
    Map<String, Map<Section, Integer>> parts) {
  private static final Duration HOUR = Duration.ofHours(1);

  Segment {
    Map<String, Map<Section, Integer>> copy = new HashMap<>();
    parts.forEach((portal, sections) -> copy.put(portal, Map.copyOf(sections)));
    parts = Map.copyOf(copy);
  }

  /** How many records there should be. */
  int parts(String portal, Section section) {
    return parts.getOrDefault(portal, Map.of()).getOrDefault(section, 0);
  }

  /** Whether what it says of a section is all. */
  boolean has(Section section) {
    return searches || section != Section.SEARCHES;
  }

  boolean overlaps(Instant begin, Instant end) {
    return from.isBefore(end) && begin.isBefore(to);
  }

  /** Chunks of half an hour before and after it were read, too. */
  double chunksPerHour() {
    Duration read = Duration.between(from, to).plus(HOUR);
    return chunks * (double) HOUR.toMillis() / read.toMillis();
  }

  /**
   * Writes how many records there are; {@link #readParts} reads it.
   *
   * @param sections all that it may have
   */
  void writeParts(ByteWriter to, TextColumn portals, List<Section> sections) {
    to.number(parts.size());
    parts.forEach(
        (portal, counts) -> {
          portals.write(to, portal);
          for (Section section : sections) {
            to.number(counts.getOrDefault(section, 0));
          }
        });
  }

  static Map<String, Map<Section, Integer>> readParts(
      ByteReader from, TextColumn portals, List<Section> sections) {
    Map<String, Map<Section, Integer>> parts = new HashMap<>();
    int count = from.integer();
    for (int i = 0; i < count; i++) {
      String portal = Objects.requireNonNull(portals.read(from));
      Map<Section, Integer> counts = counts();
      for (Section section : sections) {
        int records = from.integer();
        if (records > 0) {
          counts.put(section, records);
        }
      }
      parts.put(portal, counts);
    }
    return parts;
  }

  /** Some counts for {@link #parts}. */
  static Map<Section, Integer> counts() {
    return new EnumMap<>(Section.class);
  }
}
