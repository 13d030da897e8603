package dev.housecount.insights;

import dev.housecount.catalog.EntityFacts;
import dev.housecount.event.EntityRef;
import dev.housecount.event.Pseudonym;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the portal's catalog said at a time, for the length of one question. */
public interface Directory {
  /** Reads at once what will be asked for. */
  void prefetch(String portal, Collection<EntityRef> entities, Collection<Pseudonym> people);

  /**
   * @return null where the catalog did not have it
   */
  @Nullable EntityFacts entity(String portal, EntityRef ref, Instant at);

  /** Whether somebody was in one of the teams, as a filter means it. */
  boolean isMember(
      String portal, Pseudonym person, Instant at, Set<EntityRef> teams, boolean direct);

  /** Everybody who counts, and the teams that are shown; null before there was a catalog. */
  @Nullable Census census(String portal, Instant at);

  /** All that is no person. */
  Collection<EntityFacts> entities(String portal, Instant at);

  /** Makes one for each question. */
  @FunctionalInterface
  interface Source {
    Directory open();
  }
}
