package dev.housecount.scrub;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Names of keys without regard to case, hyphens and the like: {@code api_key} is {@code apiKey}.
 */
public final class KeyNames {
  private final Set<String> names = new LinkedHashSet<>();

  public KeyNames(Collection<String> names) {
    names.forEach(name -> this.names.add(bare(name)));
  }

  /** Whether the key is one of the names. */
  boolean has(String key) {
    return names.contains(bare(key));
  }

  /** The letters and digits, in lower case. */
  private static String bare(String key) {
    StringBuilder bare = new StringBuilder(key.length());
    for (int i = 0; i < key.length(); ) {
      int c = key.codePointAt(i);
      if (Character.isLetterOrDigit(c)) {
        bare.appendCodePoint(Character.toLowerCase(c));
      }
      i += Character.charCount(c);
    }
    return bare.toString();
  }
}
