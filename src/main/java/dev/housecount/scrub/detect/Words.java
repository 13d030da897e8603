package dev.housecount.scrub.detect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words and forms that are data: this package's text files. */
final class Words {
  private static final Map<String, Set<String>> SETS = read();

  private Words() {}

  /** The words of a set in {@code words.txt}, in lower case. */
  static Set<String> of(String set) {
    Set<String> words = SETS.get(set);
    if (words == null) {
      throw new IllegalArgumentException("words.txt has no set " + set);
    }
    return words;
  }

  /** The lines of a file of this package, comments and empty ones left out. */
  static List<String> lines(String file) {
    try (InputStream in = Words.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not in this build");
      }
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Set<String>> read() {
    Map<String, Set<String>> sets = new HashMap<>();
    for (String set : String.join("\n", lines("words.txt")).split("\n(?! )", -1)) {
      int colon = set.indexOf(':');
      sets.put(set.substring(0, colon), Set.of(set.substring(colon + 1).strip().split("\\s+", -1)));
    }
    return sets;
  }
}
