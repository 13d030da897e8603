package dev.housecount.rollup;

import dev.housecount.event.Pseudonym;
import org.jspecify.annotations.Nullable;

/**
 * Who did something.
 *
 * @param user null for a session without a user
 * @param guest whether the user is a guest, who is no person
 */
public record Who(String portal, @Nullable Pseudonym user, boolean guest) {
  /** Who is no person, and no session of one. */
  static Who nobody(String portal) {
    return new Who(portal, null, false);
  }

  /** Who counts as a person; null where nobody does. */
  public @Nullable Pseudonym person() {
    return guest ? null : user;
  }
}
