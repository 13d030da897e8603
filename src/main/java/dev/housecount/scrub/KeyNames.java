package dev.housecount.scrub;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Names of keys without regard to case, hyphens and the like: {@code api_key} is {@code apiKey}.
 */
public final class KeyNames {
  private final Set<String> names = new TreeSet<>();

  public KeyNames(Collection<String> names) {
    names.forEach(name -> this.names.add(bare(name)));
  }

  /** Whether the key is one of the names. */
  boolean has(String key) {
    return names.contains(bare(key));
  }

  /** Whether the key is one of the names, or ends with one: {@code dbPassword}. */
  boolean hasEndOf(String key) {
    String bare = bare(key);
    return names.stream().anyMatch(bare::endsWith);
  }

  /** The letters and digits, in lower case. */
  private static String bare(String key) {
    StringBuilder bare = new StringBuilder(key.length());
    key.codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Character::toLowerCase)
        .forEach(bare::appendCodePoint);
    return bare.toString();
  }
}
