package dev.housecount.rollup;

import dev.housecount.event.Pseudonym;
import dev.housecount.keys.Pseudonymizer;
import java.util.Set;

/** Those who use the portal without being anybody. */
public final class Guests {
  private static final Set<String> REFS = Set.of("user:development/guest", "user:default/guest");

  private Guests() {}

  /** Their pseudonyms under the newest key. */
  public static Set<Pseudonym> of(Pseudonymizer pseudonymizer) {
    return REFS.stream()
        .map(pseudonymizer::user)
        .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }
}
