package dev.housecount.catalog;

import dev.housecount.event.EntityRef;
import dev.housecount.event.Pseudonym;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What a portal's catalog said at a time, for the length of one request: times before the first
 * generation meet the first. Reads no more than is asked for, and nothing twice. Every method
 * throws {@link dev.housecount.store.StoreUnavailableException} when the store cannot answer now.
 */
public interface CatalogFacts {
  /**
   * Of an entity that is no person.
   *
   * @return null where the catalog did not have it
   */
  @Nullable EntityFacts entity(EntityRef ref, Instant at);

  /**
   * Of a person.
   *
   * @param user as events have it: under the newest key
   * @return null where the catalog did not have the person, and of whoever opted out
   */
  @Nullable UserFacts user(Pseudonym user, Instant at);

  /** How the groups stood to each other; without any before the first generation. */
  GroupTree groups(Instant at);

  /** Reads at once what will be asked for, so that each question needs no call of its own. */
  void prefetch(Collection<EntityRef> entities, Collection<Pseudonym> users);
}
