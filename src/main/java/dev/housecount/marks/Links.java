package dev.housecount.marks;

import dev.housecount.event.FieldValue;
import dev.housecount.event.ScrubbedEvent;
import org.jspecify.annotations.Nullable;

/** Where links lead. */
final class Links {
  private static final String SEARCH = "/search";

  private Links() {}

  /** A path without query, fragment and trailing slash. */
  static String page(String path) {
    int end = 0;
    while (end < path.length() && path.charAt(end) != '?' && path.charAt(end) != '#') {
      end++;
    }
    return end > 1 && path.charAt(end - 1) == '/'
        ? path.substring(0, end - 1)
        : path.substring(0, end);
  }

  /** Where a click leads; null when its event does not tell. Some links report their address. */
  static @Nullable String target(ScrubbedEvent click) {
    String to = FieldValue.text(click.attributes(), "to");
    String subject = click.subject();
    return to != null ? to : subject.startsWith("/") || subject.contains("://") ? subject : null;
  }

  /**
   * Whether a path or address is that of the search page, at the root or below a base path of one
   * word. An entity may be named search.
   */
  static boolean isSearchPage(String address) {
    int scheme = address.indexOf("://");
    int root = scheme < 0 ? 0 : address.indexOf('/', scheme + "://".length());
    String page = root < 0 ? "/" : page(address.substring(root));
    return page.endsWith(SEARCH) && page.chars().filter(c -> c == '/').count() <= 2;
  }
}
