package dev.housecount.sealed;

import dev.housecount.event.Pseudonym;
import dev.housecount.rollup.Asked;
import dev.housecount.rollup.Part;
import dev.housecount.rollup.RunEvents;
import dev.housecount.rollup.Runs;
import dev.housecount.rollup.Tally;
import dev.housecount.rollup.Who;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is sealed, as it is at the begin of an answer. Not for concurrent use. */
public final class Sealed {
  /**
   * So far around what is asked for it is looked whether something is sealed before and behind it.
   */
  private static final Duration AROUND = Duration.ofDays(8);

  private final Index index;
  private final SegmentReader segments;
  private final Periods periods;
  private final Keys keys;
  private final People people;
  private final Forgotten forgotten;
  private final DigestReader digests;
  private final Set<Pseudonym> guests;
  private final Clock clock;
  private final Map<String, Map<Integer, Who>> whos = new HashMap<>();
  private List<Segment> listed = List.of();

  /** Of which time the segments are listed. */
  private Marks.@Nullable Range known;

  Sealed(
      Index index,
      SegmentReader segments,
      Periods periods,
      Keys keys,
      People people,
      Forgotten forgotten,
      DigestReader digests,
      Set<Pseudonym> guests,
      Clock clock) {
    this.index = index;
    this.segments = segments;
    this.periods = periods;
    this.keys = keys;
    this.people = people;
    this.forgotten = forgotten;
    this.digests = digests;
    this.guests = guests;
    this.clock = clock;
  }

  /**
   * Tells what is sealed of what is asked for. {@link Part#RUNS} are not told: {@link #tellRuns}.
   *
   * @param check asked again and again; throws when no more may be read
   * @return what was not told, oldest first: the parts that have to be read live
   */
  public List<Asked> tell(Asked asked, Runnable check, Tally tally) {
    if (!people.known()) {
      return List.of(asked);
    }
    List<Segment> around = around(asked);
    if (around.isEmpty()) {
      return List.of(asked);
    }
    Instant end = around.get(around.size() - 1).to();
    Marks.Range sealed = new Marks.Range(around.get(0).from(), end);
    return asked.exact()
        ? told(asked, around, sealed, check, tally)
        : tell(asked, Digest.Level.MONTH, around, sealed, check, tally);
  }

  /**
   * Tells runs, as far as there are digests of them.
   *
   * @param asked about nothing else
   * @return the times whose runs have to be made of their events, oldest first
   */
  public List<Asked> tellRuns(Asked asked, Runnable check, Tally tally) {
    return people.known()
        ? digests.tell(asked, Digest.Level.RUNS, around(asked), check, taker(asked, tally))
        : List.of(asked);
  }

  private List<Segment> around(Asked asked) {
    Instant from = asked.from().minus(AROUND);
    Instant to = asked.to().plus(AROUND);
    if (known == null || from.isBefore(known.from()) || known.to().isBefore(to)) {
      known = new Marks.Range(from, to);
      listed = index.segments(from, to);
    }
    return listed.stream().filter(segment -> segment.overlaps(from, to)).toList();
  }

  /** How much of the runs of a time was told. */
  enum ToldRuns {
    ALL,
    /** Some may go on. */
    SOME,
    /** Something changed meanwhile. */
    UNCERTAIN
  }

  /**
   * Tells the runs that a digest is made of.
   *
   * @param all the segments of its time and around it
   */
  ToldRuns tellAllRuns(Asked asked, List<Segment> all, Tally tally) {
    Instant begin = Digest.Level.RUNS.readFrom(asked.from());
    Instant end = Digest.Level.RUNS.readTo(asked.to());
    Asked events = new Asked(begin, end, asked.portals(), Set.of(Part.RUN_EVENTS));
    RunEvents taken = new RunEvents(tally);
    if (!tellAll(events, Digest.Level.DAY, all, taken)) {
      return ToldRuns.UNCERTAIN;
    }
    Runs runs = new Runs(asked, tally);
    taken.handTo(runs);
    return runs.isComplete(end) ? ToldRuns.ALL : ToldRuns.SOME;
  }

  /**
   * Tells what a digest is made of.
   *
   * @param level of the digest
   * @param all the segments of its time
   * @return whether all of that was told; else something changed meanwhile
   */
  boolean tellAll(Asked asked, Digest.Level level, List<Segment> all, Tally tally) {
    Marks.Range sealed = new Marks.Range(asked.from(), asked.to());
    List<Asked> gaps =
        level == Digest.Level.DAY
            ? told(asked, all, sealed, () -> {}, tally)
            : tell(asked, Digest.Level.DAY, all, sealed, () -> {}, tally);
    return gaps.isEmpty();
  }

  private List<Asked> tell(
      Asked asked,
      Digest.Level longest,
      List<Segment> around,
      Marks.Range sealed,
      Runnable check,
      Tally tally) {
    List<Asked> gaps = new ArrayList<>();
    for (Asked rest : digests.tell(asked, longest, around, check, taker(asked, tally))) {
      gaps.addAll(told(rest, around, sealed, check, tally));
    }
    return gaps;
  }

  private List<Asked> told(
      Asked asked, List<Segment> around, Marks.Range sealed, Runnable check, Tally tally) {
    List<Segment> some =
        around.stream().filter(one -> one.overlaps(asked.from(), asked.to())).toList();
    return segments.tell(asked, some, sealed, check, taker(asked, tally));
  }

  private DigestReader.Taker taker(Asked asked, Tally tally) {
    return (section, portal, part) -> tell(asked, section, portal, part, tally);
  }

  private void tell(Asked asked, Section section, String portal, byte[] part, Tally tally) {
    UnaryOperator<String> without = forgotten.withoutMentions();
    Instant now = clock.instant();
    Telling telling = new Telling(section, tally);
    Map<Integer, Who> known = whos.computeIfAbsent(portal, one -> new HashMap<>());
    for (Row row :
        RowCodec.decode(part, keyId -> text -> without.apply(keys.of(keyId).apply(text)))) {
      Instant at = telling.at(row);
      Who who = known.computeIfAbsent(row.who(), one -> who(portal, one));
      if (who != null
          && isAsked(asked, section, at)
          && !periods.isOver(section, at, now)
          && !forgotten.has(who, at)) {
        telling.tell(row, who);
      }
    }
  }

  /** A quarter of an hour that a range begins in is of it, too. */
  private static boolean isAsked(Asked asked, Section section, Instant at) {
    Instant from = section.at(section.time(asked.from()));
    boolean precise = section != Section.PRESENCE;
    return at.isBefore(asked.to()) && !at.isBefore(precise ? asked.from() : from);
  }

  /** Null for one who was erased. */
  private @Nullable Who who(String portal, int ordinal) {
    if (ordinal == Row.NOBODY) {
      return new Who(portal, null, false);
    }
    Pseudonym user = people.person(ordinal);
    return user == null ? null : new Who(portal, user, guests.contains(user));
  }

  /** A tally that is told nothing of those who were erased. */
  public Tally without(Tally tally) {
    return forgotten.people().isEmpty() ? tally : new Sparing(forgotten, tally);
  }
}
