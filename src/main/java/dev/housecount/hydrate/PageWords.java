package dev.housecount.hydrate;

import dev.housecount.event.FieldValue;
import dev.housecount.event.PercentDecoder;
import dev.housecount.event.Pseudonym;
import dev.housecount.event.ScrubbedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The page of an event, as React Router compares it: decoded, without case, whatever the slashes.
 *
 * @param words the path's first segments, none of them empty
 */
record PageWords(List<String> words) {
  /** Prefix, entity and tab, all of them of several words. */
  private static final int MAX_WORDS = 2 * PathTable.MAX_WORDS + 3;

  /** The longest segment that names an area; longer ones are ids. */
  private static final int MAX_SECTION = 64;

  private static final Set<String> PATH_ACTIONS = Set.of("navigate", "not-found");

  /** The page that an event names as its subject or beside it; null where it names none. */
  static @Nullable PageWords of(ScrubbedEvent event) {
    PageWords subject = isOfPath(event) ? parse(event.subject()) : null;
    String pathname = FieldValue.text(event.context(), "pathname");
    return subject != null || pathname == null ? subject : parse(pathname);
  }

  /** Whether an event's subject is the path of its page. */
  static boolean isOfPath(ScrubbedEvent event) {
    return PATH_ACTIONS.contains(event.action());
  }

  private static @Nullable PageWords parse(String url) {
    int scheme = url.startsWith("http") ? url.indexOf("://") : -1;
    int start = scheme < 0 ? 0 : url.indexOf('/', scheme + 3);
    return start < 0 || !url.startsWith("/", start)
        ? null
        : new PageWords(words(url.substring(start)));
  }

  private static List<String> words(String path) {
    List<String> words = new ArrayList<>();
    for (int start = 0; start < path.length() && words.size() < MAX_WORDS; ) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      if (end > start) {
        words.add(word(path.substring(start, end)));
      }
      start = end + 1;
    }
    return words;
  }

  private static String word(String segment) {
    return PercentDecoder.decode(segment).toLowerCase(Locale.ROOT);
  }

  /** The words from one on, which may be behind the last. */
  List<String> from(int index) {
    return words.subList(Math.min(index, words.size()), words.size());
  }

  /** A word as a section; null where there is none, or where it is no name of an area. */
  @Nullable String section(int index) {
    if (index >= words.size()) {
      return null;
    }
    String word = words.get(index);
    boolean named = word.length() <= MAX_SECTION && word.codePoints().allMatch(PageWords::isNaming);
    return named ? word : null;
  }

  /** Not in a pseudonym, nor in what stands for something that was found. */
  private static boolean isNaming(int c) {
    return c != Pseudonym.MARK && (Character.isLetterOrDigit(c) || "-_.".indexOf(c) >= 0);
  }
}
