package dev.housecount.catalog;

import dev.housecount.event.EntityRef;
import dev.housecount.event.FieldValue;
import dev.housecount.event.Pseudonym;
import java.util.List;
import java.util.Map;

/**
 * What is kept of a person: nothing that names one.
 *
 * @param user under the newest key
 * @param groups those that the person is a direct member of, sorted
 * @param identity captured fields by the path that the setting names them with
 * @param counted whether the total-users filter takes the person
 */
public record UserFacts(
    Pseudonym user, List<EntityRef> groups, Map<String, FieldValue> identity, boolean counted)
    implements CapturedEntity {
  public UserFacts {
    groups = List.copyOf(groups);
  }
}
