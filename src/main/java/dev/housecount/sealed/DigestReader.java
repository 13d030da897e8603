package dev.housecount.sealed;

import dev.housecount.rollup.Asked;
import dev.housecount.rollup.Part;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** Tells digests in the place of segments, for one answer. */
final class DigestReader {
  /** So many are read at once, of days; a month is read alone. */
  private static final int AT_ONCE = 31;

  private final Digests digests;
  private final Periods periods;
  private final Forgotten forgotten;
  private final Clock clock;
  private final Map<Digest, String> sources = new HashMap<>();

  DigestReader(Digests digests, Periods periods, Forgotten forgotten, Clock clock) {
    this.digests = digests;
    this.periods = periods;
    this.forgotten = forgotten;
    this.clock = clock;
  }

  /** Is told a record. */
  @FunctionalInterface
  interface Taker {
    void take(Section section, String portal, byte[] part);
  }

  /**
   * Tells whole days and months.
   *
   * @param longest no longer digests than of this length
   * @param segments all of the time that is asked for
   * @param check asked again and again; throws when no more may be read
   * @return what has to be told of segments, oldest first
   */
  List<Asked> tell(
      Asked asked, Digest.Level longest, List<Segment> segments, Runnable check, Taker taker) {
    Map<YearMonth, DigestMonth> months = digests.months(asked.from(), asked.to());
    if (months.isEmpty()) {
      return List.of(asked);
    }
    Map<Part, List<Marks.Range>> rest = new EnumMap<>(Part.class);
    for (Part part : asked.parts()) {
      rest.put(part, new ArrayList<>(List.of(new Marks.Range(asked.from(), asked.to()))));
    }
    for (Section section : Section.values()) {
      if (asked.parts().contains(section.part())) {
        Plan plan = plan(asked, section, longest, segments, months);
        for (List<Digest> some : plan.together()) {
          check.run();
          tell(asked, section, some, plan.rest, taker);
        }
        rest.put(section.part(), plan.rest);
      }
    }
    return pieces(asked, rest);
  }

  /**
   * How a section of a range is told.
   *
   * @param rest what has no digest that can be told
   */
  private record Plan(List<Digest> used, List<Marks.Range> rest) {
    /** One after another, of one length. */
    List<List<Digest>> together() {
      List<List<Digest>> all = new ArrayList<>();
      for (Digest digest : used) {
        List<Digest> last = all.isEmpty() ? null : all.get(all.size() - 1);
        boolean fits =
            last != null
                && last.size() < AT_ONCE
                && digest.level() == Digest.Level.DAY
                && last.get(0).level() == Digest.Level.DAY;
        if (last != null && fits) {
          last.add(digest);
        } else {
          all.add(new ArrayList<>(List.of(digest)));
        }
      }
      return all;
    }
  }

  private Plan plan(
      Asked asked,
      Section section,
      Digest.Level longest,
      List<Segment> segments,
      Map<YearMonth, DigestMonth> months) {
    Plan plan = new Plan(new ArrayList<>(), new ArrayList<>());
    Instant reached = asked.from();
    while (reached.isBefore(asked.to())) {
      LocalDate date = digests.date(reached);
      DigestMonth month = months.get(YearMonth.from(date));
      Digest digest = null;
      for (Digest.Level level : Digest.Level.values()) {
        Digest one = month == null || level.compareTo(longest) > 0 ? null : month.find(level, date);
        boolean fits = one != null && one.from().equals(reached) && !one.to().isAfter(asked.to());
        if (one != null && fits && isGood(one, section, segments)) {
          digest = one;
        }
      }
      Instant next = digest == null ? Digest.start(date.plusDays(1), digests.zone()) : digest.to();
      Instant end = next.isBefore(asked.to()) ? next : asked.to();
      if (digest == null) {
        plan.rest.add(new Marks.Range(reached, end));
      } else {
        plan.used.add(digest);
      }
      reached = end;
    }
    return plan;
  }

  /** Whether it tells what its segments tell. */
  private boolean isGood(Digest digest, Section section, List<Segment> segments) {
    String now =
        sources.computeIfAbsent(digest, one -> Digest.source(segments, one.from(), one.to()));
    return digest.source().equals(now)
        && digest.sections().contains(section)
        && !periods.isOver(section, digest.from(), clock.instant())
        && forgotten.people().stream()
            .noneMatch(
                person ->
                    !person.upTo().isBefore(digest.from()) && person.upTo().isBefore(digest.to()));
  }

  private void tell(
      Asked asked, Section section, List<Digest> some, List<Marks.Range> rest, Taker taker) {
    Shelf shelf = digests.shelf(some.get(0).level());
    List<Segment> segments = some.stream().map(Digest::segment).toList();
    Map<String, Shelf.Found> found = new HashMap<>();
    portals(asked, some)
        .forEach(portal -> found.put(portal, shelf.read(portal, section, segments)));
    for (Digest digest : some) {
      boolean whole =
          found.entrySet().stream()
              .allMatch(
                  one ->
                      one.getValue().of(digest.segment()).size()
                          == digest.segment().parts(one.getKey(), section));
      if (whole) {
        found.forEach(
            (portal, records) ->
                records.of(digest.segment()).forEach(part -> taker.take(section, portal, part)));
      } else {
        rest.add(new Marks.Range(digest.from(), digest.to())); // replaced under our hands
      }
    }
  }

  private static Set<String> portals(Asked asked, List<Digest> some) {
    if (!asked.portals().isEmpty()) {
      return asked.portals();
    }
    Set<String> all = new HashSet<>();
    some.forEach(digest -> all.addAll(digest.segment().parts().keySet()));
    return all;
  }

  /** Of what is left, times with the same parts. */
  private static List<Asked> pieces(Asked asked, Map<Part, List<Marks.Range>> rest) {
    NavigableSet<Instant> bounds = new TreeSet<>(Set.of(asked.from(), asked.to()));
    rest.values()
        .forEach(
            ranges ->
                ranges.forEach(
                    range -> {
                      bounds.add(range.from());
                      bounds.add(range.to());
                    }));
    Gaps pieces = new Gaps(asked);
    Instant from = asked.from();
    for (Instant to : bounds.tailSet(from, false)) {
      Set<Part> parts = EnumSet.noneOf(Part.class);
      for (Map.Entry<Part, List<Marks.Range>> one : rest.entrySet()) {
        if (isIn(from, one.getValue())) {
          parts.add(one.getKey());
        }
      }
      pieces.add(from, to, parts);
      from = to;
    }
    return pieces.found();
  }

  private static boolean isIn(Instant at, List<Marks.Range> ranges) {
    return ranges.stream().anyMatch(range -> !at.isBefore(range.from()) && at.isBefore(range.to()));
  }
}
