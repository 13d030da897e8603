package dev.housecount.sealed;

import dev.housecount.event.EntityPath;
import dev.housecount.event.EntityRef;
import dev.housecount.rollup.Part;
import dev.housecount.rollup.Present;
import dev.housecount.rollup.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Things of one kind, kept together: what a report does not need is not read. */
enum Section {
  PRESENCE(Present.QUARTER),
  PLACES(Duration.ofSeconds(1)),
  VISITS(Duration.ofSeconds(1)),
  MISSES(Duration.ofSeconds(1)),
  SEARCHES(Duration.ofMillis(1)),
  RUNS(Duration.ofMillis(1)),
  /** Of digests, as all that follow: visits of pages that are no entity's. */
  OTHER_VISITS(Duration.ofSeconds(1)),
  /** Visits of entities' pages. */
  ENTITY_VISITS(Duration.ofSeconds(1)),
  /** Visits of all pages of templates, forms and documentation among them: they are few. */
  TEMPLATE_VISITS(Duration.ofSeconds(1)),
  /** Visits of entities' pages that are visits of their documentation, too. */
  TAB_VISITS(Duration.ofSeconds(1)),
  /** Visits of documentation. */
  DOC_VISITS(Duration.ofSeconds(1)),
  /** Of months: whole runs, with their times. */
  WHOLE_RUNS(Duration.ofMillis(1)),
  /** All visits once more, without pages and entities: a tenth of them. */
  USES(Duration.ofSeconds(1));

  /** What segments have, in the order in which their records are counted. */
  static final List<Section> OF_SEGMENTS =
      List.of(PRESENCE, PLACES, VISITS, MISSES, SEARCHES, RUNS);

  /** What digests have, in that order. */
  static final List<Section> OF_DIGESTS =
      List.of(
          PRESENCE,
          MISSES,
          SEARCHES,
          OTHER_VISITS,
          ENTITY_VISITS,
          TEMPLATE_VISITS,
          TAB_VISITS,
          DOC_VISITS,
          USES,
          WHOLE_RUNS);

  private final long millis;

  Section(Duration precision) {
    this.millis = precision.toMillis();
  }

  /** What of a segment tells a part; null where nothing does. */
  static @Nullable Section ofSegments(Part part) {
    return switch (part) {
      case PRESENCE -> PRESENCE;
      case PLACES -> PLACES;
      case VISITS, USES, ENTITY_VISITS, TEMPLATE_VISITS, DOC_VISITS -> VISITS;
      case MISSES -> MISSES;
      case SEARCHES -> SEARCHES;
      case RUN_EVENTS -> RUNS;
      case RUNS -> null;
    };
  }

  /** What of a digest tells a part, all of it together; none where nothing does. */
  static Set<Section> ofDigests(Part part) {
    return switch (part) {
      case PRESENCE -> Set.of(PRESENCE);
      case VISITS -> Set.of(OTHER_VISITS, ENTITY_VISITS, TEMPLATE_VISITS, TAB_VISITS, DOC_VISITS);
      case USES -> Set.of(USES);
      case ENTITY_VISITS -> Set.of(ENTITY_VISITS, TEMPLATE_VISITS, TAB_VISITS);
      case TEMPLATE_VISITS -> Set.of(TEMPLATE_VISITS);
      case DOC_VISITS -> Set.of(TEMPLATE_VISITS, TAB_VISITS, DOC_VISITS);
      case MISSES -> Set.of(MISSES);
      case SEARCHES -> Set.of(SEARCHES);
      case RUNS -> Set.of(WHOLE_RUNS);
      case PLACES, RUN_EVENTS -> Set.of();
    };
  }

  /** Where a digest has a visit. */
  static Section of(Visit visit) {
    EntityRef entity = visit.entity();
    if (entity != null && entity.kind().equals(EntityPath.TEMPLATE)) {
      return TEMPLATE_VISITS;
    }
    return switch (visit.kind()) {
      case ENTITY, TEMPLATE_FORM -> ENTITY_VISITS;
      case ENTITY_DOCS -> TAB_VISITS;
      case DOCS -> DOC_VISITS;
      case OTHER -> OTHER_VISITS;
    };
  }

  /** A moment as rows have it. */
  long time(Instant at) {
    return Math.floorDiv(at.toEpochMilli(), millis);
  }

  /** The first moment that rows have at a time or after it. */
  long timeAfter(Instant at) {
    return -Math.floorDiv(-at.toEpochMilli(), millis);
  }

  /** When a row's moment began. */
  Instant at(long time) {
    return Instant.ofEpochMilli(time * millis);
  }

  /** The partition of a portal's records. */
  String partition(String portal) {
    return name().toLowerCase(Locale.ROOT) + "#" + portal;
  }
}
