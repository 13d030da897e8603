package dev.housecount.scrub;

import dev.housecount.event.EntityRef;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts query strings and fragments from URLs and paths, also percent-encoded ones, and replaces
 * people's names in the paths of their pages.
 */
final class UrlScrubber {
  /** Pages of an entity: {@code /catalog/namespace/kind/name}. */
  private static final Set<String> ENTITY_PAGES = Set.of("catalog", "docs");

  private static final int MAX_DECODINGS = 3;

  private static final String SECRET = "<secret>";

  private final Detector detectors;
  private final Pseudonymizer pseudonymizer;

  UrlScrubber(Detector detectors, Pseudonymizer pseudonymizer) {
    this.detectors = detectors;
    this.pseudonymizer = pseudonymizer;
  }

  /** Whether a text, taken alone, can only be a URL or a path. */
  static boolean looksLikeUrl(String text) {
    return text.startsWith("/")
        || text.startsWith("./")
        || text.startsWith("../")
        || text.startsWith("?")
        || text.startsWith("\\")
        || hasScheme(text)
        || text.toLowerCase(Locale.ROOT).startsWith("www.")
        || text.toLowerCase(Locale.ROOT).startsWith("%2f")
        || hasQuery(text);
  }

  /** {@code https://…}; the scheme may be encoded, quoted or in brackets. */
  private static boolean hasScheme(String text) {
    return text.contains("://") || text.toLowerCase(Locale.ROOT).contains("%3a%2f");
  }

  /** {@code page?key=value}, which no word in a sentence looks like. */
  private static boolean hasQuery(String text) {
    int mark = text.indexOf('?');
    return mark >= 0 && text.indexOf('=', mark) > mark + 1;
  }

  /** Scrubs a text that is a URL or path as a whole. */
  String scrubUrl(String url) {
    String cut = withoutCredentials(cut(url));
    StringBuilder scrubbed = new StringBuilder(cut.length());
    String[] segments = cut.split("/", -1);
    replacePerson(segments);
    for (int i = 0; i < segments.length; i++) {
      scrubbed.append(i == 0 ? "" : "/").append(scrubSegment(segments[i]));
    }
    return cut(detectors.scrub(scrubbed.toString()));
  }

  /** Scrubs the URLs and paths that stand between the words of a text. */
  String scrubWords(String text) {
    StringBuilder scrubbed = new StringBuilder(text.length());
    int start = 0;
    while (start < text.length()) {
      int end = start;
      while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
        end++;
      }
      String word = text.substring(start, end);
      scrubbed.append(looksLikeUrl(word) ? scrubUrl(word) : word);
      if (end < text.length()) {
        scrubbed.append(text.charAt(end));
      }
      start = end + 1;
    }
    return scrubbed.toString();
  }

  /** Drops {@code user:password@}, and what is left of it when the cut fell inside the password. */
  private static String withoutCredentials(String url) {
    int start = url.indexOf("://") + 3;
    if (start < 3) {
      return url;
    }
    int slash = url.indexOf('/', start);
    int end = slash < 0 ? url.length() : slash;
    String host = url.substring(Math.max(start, url.lastIndexOf('@', end) + 1), end);
    int colon = host.startsWith("[") ? -1 : host.indexOf(':');
    boolean port = host.substring(colon + 1).chars().allMatch(c -> c >= '0' && c <= '9');
    return url.substring(0, start) + (colon < 0 || port ? host : SECRET) + url.substring(end);
  }

  /** Encoded separators count as separators: a decoder downstream must not bring a query back. */
  private static String cut(String url) {
    int end = url.length();
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      if (c == '?' || c == '#' || c == ';' || (c == '%' && encodesSeparator(url, i))) {
        end = i;
        break;
      }
    }
    return url.substring(0, end);
  }

  /** {@code %3F} and {@code %23}, also encoded again: {@code %253F}, {@code %25253F}. */
  private static boolean encodesSeparator(String url, int percent) {
    int i = percent + 1;
    while (url.startsWith("25", i)) {
      i += 2;
    }
    return url.regionMatches(true, i, "3f", 0, 2)
        || url.startsWith("23", i)
        || url.regionMatches(true, i, "3b", 0, 2);
  }

  private void replacePerson(String[] segments) {
    for (int i = 0; i + 3 < segments.length; i++) {
      if (ENTITY_PAGES.contains(lower(segments[i]))
          && lower(decode(segments[i + 2])).equals(EntityRef.USER)) {
        EntityRef.of(EntityRef.USER, decode(segments[i + 1]), decode(segments[i + 3]))
            .map(pseudonymizer::entity)
            .ifPresent(replaceName(segments, i + 3));
      }
    }
  }

  private static java.util.function.Consumer<EntityRef> replaceName(String[] segments, int index) {
    return person -> segments[index] = person.name();
  }

  /**
   * Detectors look at the decoded segment; it replaces the encoded one only when they find
   * something.
   */
  private String scrubSegment(String segment) {
    String decoded = decode(segment);
    String scrubbed = detectors.scrub(decoded);
    return scrubbed.equals(decoded) ? segment : scrubbed;
  }

  private static String decode(String text) {
    String decoded = text;
    for (int i = 0; i < MAX_DECODINGS && decoded.indexOf('%') >= 0; i++) {
      decoded = PercentDecoder.decode(decoded);
    }
    return decoded;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
