package dev.housecount.sealed;

import dev.housecount.catalog.FactChanges;
import dev.housecount.event.Pseudonym;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.rollup.Asked;
import dev.housecount.rollup.Part;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a digest: tells itself what is sealed, and writes it without times. */
final class DigestMaker {
  private final Digests digests;
  private final Ordinals ordinals;
  private final Periods periods;
  private final Pseudonymizer pseudonymizer;
  private final Clock clock;
  private final Function<Forgotten, Sealed> reading;

  /**
   * @param reading what is sealed, without some
   */
  DigestMaker(
      Digests digests,
      Ordinals ordinals,
      Periods periods,
      Pseudonymizer pseudonymizer,
      Clock clock,
      Function<Forgotten, Sealed> reading) {
    this.digests = digests;
    this.ordinals = ordinals;
    this.periods = periods;
    this.pseudonymizer = pseudonymizer;
    this.clock = clock;
    this.reading = reading;
  }

  /**
   * What digests are made of.
   *
   * @param segments all there are
   * @param forgotten who is left out
   * @param catalogs what they began to say in the time of the segments, by portal
   */
  record Sources(
      List<Segment> segments, Forgotten forgotten, Function<String, FactChanges> catalogs) {}

  /**
   * Makes one. It becomes true once a month has it.
   *
   * @param times how often it was made, this time included
   * @return null when something was changed meanwhile
   */
  @Nullable Digest make(Digest.Level level, LocalDate first, Sources sources, int times) {
    Forgotten forgotten = sources.forgotten;
    Instant from = Digest.start(first, digests.zone());
    Instant to = Digest.start(level.next(first), digests.zone());
    List<Segment> some =
        sources.segments.stream()
            .filter(segment -> segment.overlaps(level.readFrom(from), level.readTo(to)))
            .toList();
    DigestTally tally = new DigestTally(from, sources.catalogs);
    Set<Section> sections =
        some.isEmpty() ? level.sections() : tell(level, from, to, some, tally, forgotten);
    if (sections == null) {
      return null;
    }
    Segment written = write(level, from, to, sections, tally, forgotten);
    String source = Digest.source(level, some, from, to);
    return new Digest(level, first, sections, written, source, clock.instant(), times);
  }

  private Segment write(
      Digest.Level level,
      Instant from,
      Instant to,
      Set<Section> sections,
      DigestTally tally,
      Forgotten forgotten) {
    Shelf.Plan plan = new Shelf.Plan(from, to, 0, sections.contains(Section.SEARCHES));
    Map<Pseudonym, Integer> numbers = ordinals.of(tally.people(), forgotten.epoch());
    Map<String, Map<Section, List<Row>>> rows = tally.rows(numbers);
    rows.values().forEach(some -> some.keySet().retainAll(sections));
    return digests.shelf(level).write(plan, rows, pseudonymizer.keyId());
  }

  /**
   * What it is made of.
   *
   * @return what the digest has; null when something was changed meanwhile
   */
  private @Nullable Set<Section> tell(
      Digest.Level level,
      Instant from,
      Instant to,
      List<Segment> some,
      DigestTally tally,
      Forgotten forgotten) {
    Sealed sealed = reading.apply(forgotten);
    Set<Section> sections = sections(level, from, some);
    Set<Part> parts =
        level.parts().stream()
            .filter(part -> sections.containsAll(level.sections(part)))
            .collect(Collectors.toSet());
    Asked asked = new Asked(from, to, Set.of(), parts, false);
    if (level != Digest.Level.RUNS) {
      return sealed.tellAll(asked, level, some, tally) ? sections : null;
    }
    return switch (sealed.tellAllRuns(asked, some, tally)) {
      case ALL -> sections;
      case SOME -> Set.of(); // where one goes on and on, all are made of their events
      case UNCERTAIN -> null;
    };
  }

  /** What a digest can have of a length; what is over is not taken up any more. */
  private Set<Section> sections(Digest.Level level, Instant from, List<Segment> some) {
    Set<Section> sections = level.sections();
    sections.removeIf(section -> periods.isOver(section, from, clock.instant()));
    if (!some.stream().allMatch(segment -> segment.has(Section.SEARCHES))) {
      sections.remove(Section.SEARCHES);
    }
    return sections;
  }
}
