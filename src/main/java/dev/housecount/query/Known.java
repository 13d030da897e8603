package dev.housecount.query;

import dev.housecount.catalog.EntityFacts;
import dev.housecount.event.EntityRef;
import dev.housecount.event.FieldValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the catalog said, at the time of an event, of its entity and its user.
 *
 * @param entity null where it did not have it
 * @param groups those of the user and all above them that are shown, sorted; null where it did not
 *     have the user
 * @param identity what is captured of the user; null as {@code groups}
 */
public record Known(
    @Nullable EntityFacts entity,
    @Nullable List<EntityRef> groups,
    @Nullable Map<String, FieldValue> identity) {
  public static final Known NOTHING = new Known(null, null, null);
}
