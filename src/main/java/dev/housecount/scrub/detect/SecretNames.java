package dev.housecount.scrub.detect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names of keys, fields, options and headers whose value is secret: a policy lists them. */
public final class SecretNames {
  /** Shorter ones end too many other names: only whole, or as the last word of one. */
  private static final int SHORT = 5;

  private final Set<String> words = new HashSet<>();
  private final List<String> endings = new ArrayList<>();

  public SecretNames(Collection<String> names) {
    for (String name : names) {
      String bare = bare(name);
      (bare.length() < SHORT ? words : endings).add(bare);
    }
  }

  /**
   * Whether a name is one of them, or ends with one: {@code dbPassword}, {@code X-Api-Key}, {@code
   * api_key}. Case and signs do not matter.
   */
  public boolean isSecret(String name) {
    String bare = bare(name);
    if (words.contains(bare) || words.contains(lastWord(name))) {
      return true;
    }
    for (String ending : endings) {
      if (bare.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  /** The letters and digits, in lower case. */
  public static String bare(String name) {
    StringBuilder bare = new StringBuilder(name.length());
    for (int i = 0, c; i < name.length(); i += Character.charCount(c)) {
      c = name.codePointAt(i);
      if (Character.isLetterOrDigit(c)) {
        bare.appendCodePoint(Character.toLowerCase(c));
      }
    }
    return bare.toString();
  }

  /** What follows the last sign, or the last small letter before a capital one. */
  private static String lastWord(String name) {
    int start = name.length();
    while (start > 0 && Character.isLetter(name.charAt(start - 1))) {
      start--;
      boolean capital = Character.isUpperCase(name.charAt(start));
      if (capital && start > 0 && Character.isLowerCase(name.charAt(start - 1))) {
        break;
      }
    }
    return name.substring(start).toLowerCase(Locale.ROOT);
  }
}
