package dev.housecount.sealed;

import dev.housecount.rollup.Asked;
import dev.housecount.rollup.Part;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells segments as they are, with all times. */
final class SegmentReader {
  /** So much is read at once. */
  private static final Duration WINDOW = Duration.ofDays(8);

  private final Shelf shelf;
  private final Periods periods;
  private final Clock clock;

  SegmentReader(Shelf shelf, Periods periods, Clock clock) {
    this.shelf = shelf;
    this.periods = periods;
    this.clock = clock;
  }

  /**
   * Tells segments.
   *
   * @param segments of the time that is asked for, oldest first
   * @param sealed from the begin of the first segment around to the end of the last one
   * @param check asked again and again; throws when no more may be read
   * @return what none of them tells, oldest first
   */
  List<Asked> tell(
      Asked asked,
      List<Segment> segments,
      Marks.Range sealed,
      Runnable check,
      DigestReader.Taker taker) {
    Gaps gaps = new Gaps(asked, sealed);
    Instant reached = asked.from();
    while (reached.isBefore(asked.to()) && !segments.isEmpty()) {
      Instant from = reached;
      Instant end = reached.plus(WINDOW).isBefore(asked.to()) ? reached.plus(WINDOW) : asked.to();
      List<Segment> some =
          segments.stream()
              .filter(segment -> !segment.from().isBefore(from) || from.equals(asked.from()))
              .filter(segment -> segment.from().isBefore(end))
              .toList();
      tell(asked, some, gaps, check, taker);
      reached = end;
    }
    return gaps.all();
  }

  private void tell(
      Asked asked, List<Segment> some, Gaps gaps, Runnable check, DigestReader.Taker taker) {
    if (some.isEmpty()) {
      return;
    }
    Map<Section, Map<String, Shelf.Found>> found = new EnumMap<>(Section.class);
    for (Section section : sections(asked.parts())) {
      Map<String, Shelf.Found> byPortal = new HashMap<>();
      for (String portal : portals(asked, some)) {
        check.run();
        byPortal.put(portal, shelf.read(portal, section, some));
      }
      found.put(section, byPortal);
    }
    for (Segment segment : some) {
      Set<Part> missing = EnumSet.noneOf(Part.class);
      missing.addAll(asked.parts());
      found.forEach(
          (section, byPortal) -> {
            if (isThere(segment, section, byPortal)) {
              byPortal.forEach(
                  (portal, records) ->
                      records.of(segment).forEach(part -> taker.take(section, portal, part)));
              missing.removeIf(part -> Section.ofSegments(part) == section);
            }
          });
      gaps.pass(segment, missing);
    }
  }

  private static Set<Section> sections(Set<Part> parts) {
    Set<Section> sections = EnumSet.noneOf(Section.class);
    for (Part part : parts) {
      Section section = Section.ofSegments(part);
      if (section != null) {
        sections.add(section);
      }
    }
    return sections;
  }

  /** Whose records have to be read. */
  static Set<String> portals(Asked asked, List<Segment> some) {
    if (!asked.portals().isEmpty()) {
      return asked.portals();
    }
    Set<String> all = new HashSet<>();
    some.forEach(segment -> all.addAll(segment.parts().keySet()));
    return all;
  }

  private boolean isThere(Segment segment, Section section, Map<String, Shelf.Found> byPortal) {
    return segment.has(section)
        && segment.to().plus(periods.kept(section)).isAfter(clock.instant())
        && byPortal.entrySet().stream()
            .allMatch(
                found ->
                    found.getValue().of(segment).size() == segment.parts(found.getKey(), section));
  }
}
