package dev.housecount.hydrate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Plugins by the words with which a path begins.
 *
 * @param plugins by words in lower case with slashes between them
 */
record PathTable(Map<String, String> plugins) {
  /** The most words of an entry. */
  static final int MAX_WORDS = 8;

  /** Instead of an id: what the defaults say does not hold. */
  private static final String NONE = "-";

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern WORD = Pattern.compile("[^\\s/?#%<>~*:]+");

  PathTable {
    plugins = Map.copyOf(plugins);
  }

  /**
   * What an entry says of a path.
   *
   * @param words how many of the path's it covers
   * @param plugin null where it is said to have none
   */
  record Match(int words, @Nullable String plugin) {}

  /** The longest entry with which a path begins; one without words is for the empty path only. */
  @Nullable Match longest(List<String> path) {
    int least = path.isEmpty() ? 0 : 1;
    for (int words = Math.min(path.size(), MAX_WORDS); words >= least; words--) {
      String plugin = plugins.get(String.join("/", path.subList(0, words)));
      if (plugin != null) {
        return new Match(words, plugin.equals(NONE) ? null : plugin);
      }
    }
    return null;
  }

  /**
   * With entries that go before those that are there.
   *
   * @param entries such as {@code wiki=techdocs}, or {@code wiki=-} for no plugin
   * @param start what each begins with
   * @throws IllegalArgumentException when an entry is no such one, or is there twice
   */
  PathTable with(List<String> entries, String start) {
    Map<String, String> own = new HashMap<>();
    for (String entry : entries) {
      int mark = entry.indexOf('=');
      String key = key(entry.substring(0, Math.max(0, mark)).strip(), start);
      String id = entry.substring(mark + 1).strip();
      if (key == null || !(id.equals(NONE) || ID.matcher(id).matches())) {
        throw wrong(entry, start, "is no path and plugin");
      }
      if (own.put(key, id) != null) {
        throw wrong(entry, start, "is there twice");
      }
    }
    Map<String, String> all = new HashMap<>(plugins);
    all.putAll(own);
    return new PathTable(all);
  }

  /** The words of an entry; null where they are none. */
  private static @Nullable String key(String path, String start) {
    List<String> words = Arrays.stream(path.split("/")).filter(word -> !word.isEmpty()).toList();
    boolean fine =
        path.startsWith("/") == start.equals("/")
            && (start.equals("/") || !words.isEmpty())
            && words.size() <= MAX_WORDS
            && words.stream().allMatch(word -> WORD.matcher(word).matches());
    return fine ? String.join("/", words).toLowerCase(Locale.ROOT) : null;
  }

  private static IllegalArgumentException wrong(String entry, String start, String what) {
    return new IllegalArgumentException(
        "\"%s\" %s; write entries as %swords=plugin-id with commas between them, - for no plugin"
            .formatted(Objects.requireNonNull(entry).strip(), what, start));
  }
}
