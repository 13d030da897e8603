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
  private final Map<Digest, Boolean> good = new HashMap<>();

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
   * @param segments all of the time that is asked for, and of some days around it
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
      Plan plan = plan(asked, part, longest, segments, months);
      for (List<Digest> some : plan.together()) {
        check.run();
        tell(asked, part, some, plan.rest, taker);
      }
      rest.put(part, plan.rest);
    }
    return pieces(asked, rest);
  }

  /**
   * How a part of a range is told.
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
      Part part,
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
        if (one != null && fits && isGood(one, part, segments)) {
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
  private boolean isGood(Digest digest, Part part, List<Segment> segments) {
    Set<Section> sections = digest.level().sections(part);
    return good.computeIfAbsent(digest, one -> one.isOf(segments))
        && !sections.isEmpty()
        && digest.sections().containsAll(sections)
        && sections.stream()
            .noneMatch(section -> periods.isOver(section, digest.from(), clock.instant()))
        && !(part == Part.RUNS && forgotten.isToBePurged()) // their events are of runs of others
        && forgotten.people().stream()
            .noneMatch(
                person ->
                    !person.upTo().isBefore(digest.from()) && person.upTo().isBefore(digest.to()));
  }

  /** What is read at once of a portal. */
  private record Found(String portal, Section section, Shelf.Found records) {
    boolean isWhole(Segment segment) {
      return records.of(segment).size() == segment.parts(portal, section);
    }
  }

  private void tell(
      Asked asked, Part part, List<Digest> some, List<Marks.Range> rest, Taker taker) {
    Digest.Level level = some.get(0).level();
    Shelf shelf = digests.shelf(level);
    List<Segment> segments = some.stream().map(Digest::segment).toList();
    List<Found> found = new ArrayList<>();
    for (String portal : SegmentReader.portals(asked, segments)) {
      for (Section section : level.sections(part)) {
        found.add(new Found(portal, section, shelf.read(portal, section, segments)));
      }
    }
    for (Digest digest : some) {
      Segment segment = digest.segment();
      if (found.stream().allMatch(one -> one.isWhole(segment))) {
        for (Found one : found) {
          one.records().of(segment).forEach(row -> taker.take(one.section(), one.portal(), row));
        }
      } else {
        rest.add(new Marks.Range(digest.from(), digest.to())); // replaced under our hands
      }
    }
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
    Gaps pieces = new Gaps(asked, new Marks.Range(asked.from(), asked.from()));
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
