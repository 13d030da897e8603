package dev.housecount.insights;

import dev.housecount.catalog.EntityFacts;
import dev.housecount.event.EntityRef;
import dev.housecount.event.Pseudonym;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report sees of one range.
 *
 * @param days the range
 * @param done what the filter leaves of it
 * @param leftOut what it does not leave: for what of it would tell about few people
 * @param seen who was when in the portal, before the range too where the report asks for it
 * @param census at the end of the range; null before there was a catalog
 * @param asOf the moment whose facts hold for the range as a whole
 * @param backend whether the portal's backend tells of templates' tasks
 * @param shown whether figures of the range as a whole may be told: {@link SmallGroups}
 */
record View(
    Question question,
    Days days,
    Activity done,
    Activity leftOut,
    Presence seen,
    @Nullable Census census,
    Instant asOf,
    boolean backend,
    boolean shown,
    Directory directory,
    SmallGroups groups) {

  ZoneId zone() {
    return question.zone();
  }

  Instant from() {
    return days.start(zone());
  }

  Instant to() {
    return days.end(zone());
  }

  /** The parts of the range that a time series has a row for, oldest first. */
  List<Period> periods() {
    return question.series().periods(days, zone());
  }

  /** Reads at once what {@link #entity} will be asked for. */
  void prefetch(Collection<EntityRef> entities) {
    question.filter().portals().forEach(one -> directory.prefetch(one, entities, List.of()));
  }

  /** What the catalog said of an entity at the end of the range, in any of the portals. */
  @Nullable EntityFacts entity(EntityRef ref) {
    return question.filter().portals().stream()
        .sorted()
        .map(portal -> directory.entity(portal, ref, asOf))
        .filter(facts -> facts != null)
        .findFirst()
        .orElse(null);
  }

  /** All entities that the catalogs of the portals had at the end of the range. */
  Collection<EntityFacts> entities() {
    List<EntityFacts> all = new ArrayList<>();
    question.filter().portals().stream()
        .sorted()
        .forEach(portal -> all.addAll(directory.entities(portal, asOf)));
    return all;
  }

  /** Whether somebody is one of those that adoption is measured by. */
  boolean isEligible(Pseudonym person) {
    return census != null && census.people().contains(person);
  }
}
