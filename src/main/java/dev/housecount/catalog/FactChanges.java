package dev.housecount.catalog;

import dev.housecount.event.EntityRef;
import dev.housecount.event.Pseudonym;
import java.time.Instant;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * When, within some time, the catalog began to say something else of people's teams, and of
 * entities' types, lifecycles and owners: all that filters ask it. Only of whom and of what it did.
 *
 * @param people under the newest key
 */
public record FactChanges(
    Map<Pseudonym, TreeSet<Instant>> people, Map<EntityRef, TreeSet<Instant>> entities) {
  /** Nothing changed. */
  public static final FactChanges NONE = new FactChanges(Map.of(), Map.of());

  public FactChanges {
    people = Map.copyOf(people);
    entities = Map.copyOf(entities);
  }

  /**
   * Since when the same is said of somebody, and of something, as at a moment.
   *
   * @param person null for nobody
   * @param entity null for nothing
   * @return null when that did not change within the time
   */
  public @Nullable Instant since(
      @Nullable Pseudonym person, @Nullable EntityRef entity, Instant at) {
    Instant one = person == null ? null : floor(people.get(person), at);
    Instant other = entity == null ? null : floor(entities.get(entity), at);
    return one == null || other != null && one.isBefore(other) ? other : one;
  }

  private static @Nullable Instant floor(@Nullable TreeSet<Instant> changes, Instant at) {
    return changes == null ? null : changes.floor(at);
  }
}
