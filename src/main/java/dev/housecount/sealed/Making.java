package dev.housecount.sealed;

import dev.housecount.event.Pseudonym;
import dev.housecount.rollup.Present;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes segments: folds the events of a time and writes what comes of it under a new generation.
 */
final class Making {
  /** How much is folded at once: it is all in memory. */
  private static final int MOST_CHUNKS = 12_000;

  private final Shelf shelf;
  private final Ordinals ordinals;
  private final Folding folding;
  private final Periods periods;
  private final Keys keys;
  private final Clock clock;

  Making(Shelf shelf, Ordinals ordinals, Folding folding, Periods periods, Keys keys, Clock clock) {
    this.shelf = shelf;
    this.ordinals = ordinals;
    this.folding = folding;
    this.periods = periods;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Makes a segment. It becomes true once a day has it.
   *
   * @param to where there is too much for one it ends earlier, unless something was sealed before
   * @param before what was sealed of just this time; null for nothing
   * @param settled until then nothing arrives any more without a mark
   * @throws UnknownKeyException when another instance has to do it
   */
  Segment make(
      Instant from, Instant to, @Nullable Segment before, Instant settled, Forgotten forgotten) {
    if (!ordinals.people(forgotten.epoch()).known()) {
      throw new UnknownKeyException();
    }
    Gathered gathered = new Gathered(forgotten);
    Duration length = Duration.between(from, to);
    boolean divisible = before == null && length.compareTo(Present.QUARTER) > 0;
    int most = divisible ? MOST_CHUNKS : Integer.MAX_VALUE - 1;
    Folding.Folded folded = folding.fold(from, to, settled, most, gathered);
    if (!folded.whole()) {
      Instant middle = Present.quarter(from.plus(length.dividedBy(2)));
      return make(from, middle, null, settled, forgotten);
    }
    Map<Pseudonym, Integer> numbers = ordinals.of(gathered.people(), forgotten.epoch());
    Map<String, Map<Section, List<Row>>> rows = gathered.rows(numbers);
    boolean searches = folded.searches();
    if (before != null) {
      keepOlder(rows, before);
      boolean whole = periods.isWhole(Section.SEARCHES, from, clock.instant());
      searches = whole ? searches : before.searches();
    }
    return write(from, to, folded.chunks(), searches, rows);
  }

  /** Where events are gone already, what was sealed while they were there stays. */
  private void keepOlder(Map<String, Map<Section, List<Row>>> rows, Segment before) {
    Set<String> portals = new LinkedHashSet<>(rows.keySet());
    portals.addAll(before.parts().keySet());
    for (Section section : Section.OF_SEGMENTS) {
      if (!periods.isWhole(section, before.from(), clock.instant())) {
        for (String portal : portals) {
          Map<Section, List<Row>> sections = rows.computeIfAbsent(portal, one -> new HashMap<>());
          List<Row> older = rows(portal, section, before);
          List<Row> fresh = sections.getOrDefault(section, List.of());
          boolean union = section == Section.PRESENCE || section == Section.PLACES;
          sections.put(section, union ? Gathered.union(section, older, fresh) : older);
        }
      }
    }
  }

  /** What is stored of a section of a segment. */
  List<Row> rows(String portal, Section section, Segment segment) {
    List<Row> rows = new ArrayList<>();
    if (segment.parts(portal, section) == 0) {
      return rows;
    }
    for (byte[] part : shelf.read(portal, section, segment)) {
      rows.addAll(RowCodec.decode(part, keys));
    }
    return rows;
  }

  /** Writes rows as a segment. */
  Segment write(
      Instant from,
      Instant to,
      int chunks,
      boolean searches,
      Map<String, Map<Section, List<Row>>> rows) {
    return shelf.write(new Shelf.Plan(from, to, chunks, searches), rows, keys.newest());
  }
}
