package dev.housecount.scrub;

import dev.housecount.scrub.detect.SecretNames;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Names of keys without regard to case, hyphens and the like: {@code api_key} is {@code apiKey}.
 */
public final class KeyNames {
  private final Set<String> names = new LinkedHashSet<>();

  public KeyNames(Collection<String> names) {
    names.forEach(name -> this.names.add(SecretNames.bare(name)));
  }

  /** Whether the key is one of the names. */
  boolean has(String key) {
    return names.contains(SecretNames.bare(key));
  }
}
