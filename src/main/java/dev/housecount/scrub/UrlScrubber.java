package dev.housecount.scrub;

import dev.housecount.event.EntityRef;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Cuts query strings and fragments from URLs and paths, also percent-encoded ones, and replaces
 * people's names in the paths of their pages.
 */
final class UrlScrubber {
  /** Pages of an entity: {@code /catalog/namespace/kind/name}. */
  private static final Set<String> ENTITY_PAGES = Set.of("catalog", "docs");

  private static final int MAX_DECODINGS = 3;

  private static final String SECRET = "<secret>";

  /** A script is no place to go to. */
  private static final String SCRIPT = "javascript:";

  private static final String PERSON = "/" + EntityRef.USER + "/";

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
        || text.startsWith("\\")
        || hasScheme(text)
        || startsWith(text, "www.")
        || startsWith(text, "%2f")
        || startsWith(text, SCRIPT)
        || isData(text)
        || hasQuery(text);
  }

  /** {@code https://…}; the scheme may be encoded, quoted or in brackets. */
  private static boolean hasScheme(String text) {
    return text.contains("://") || (text.indexOf('%') >= 0 && lower(text).contains("%3a%2f"));
  }

  /** {@code data:text/plain;base64,…} (RFC 2397) holds anything. */
  private static boolean isData(String text) {
    return startsWith(text, "data:") && text.indexOf(',') > 0;
  }

  private static boolean startsWith(String text, String lowerCase) {
    return text.regionMatches(true, 0, lowerCase, 0, lowerCase.length());
  }

  /** {@code page?key=value}, which no word in a sentence looks like. */
  private static boolean hasQuery(String text) {
    int mark = text.indexOf('?');
    return mark >= 0 && text.indexOf('=', mark) > mark + 1;
  }

  /** Scrubs a text that is a URL or path as a whole. */
  String scrubUrl(String url) {
    if (startsWith(url, SCRIPT)) {
      return SCRIPT;
    }
    String cut = isData(url) ? url.substring(0, url.indexOf(',')) : url;
    String path = withoutPerson(withoutCredentials(cut(cut)));
    return cut(detectors.scrub(path));
  }

  /** Scrubs the URLs, paths and people's refs that stand between the words of a text. */
  String scrubWords(String text) {
    if (!mayHoldUrl(text)) {
      return text;
    }
    StringBuilder scrubbed = new StringBuilder(text.length());
    int start = 0;
    while (start < text.length()) {
      int end = start;
      while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
        end++;
      }
      String word = text.substring(start, end);
      scrubbed.append(looksLikeUrl(word) ? scrubUrl(word) : person(word));
      if (end < text.length()) {
        scrubbed.append(text.charAt(end));
      }
      start = end + 1;
    }
    return scrubbed.toString();
  }

  private static boolean mayHoldUrl(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '/' || c == ':' || c == '?' || c == '%' || c == '\\' || c == '.') {
        return true;
      }
    }
    return false;
  }

  /** {@code user:default/alice} between the words of a text. */
  private String person(String word) {
    return startsWith(word, "user:")
        ? EntityRef.parse(word, "").map(pseudonymizer::entity).map(EntityRef::toString).orElse(word)
        : word;
  }

  /** Drops {@code user:password@}, and what is left of it when the cut fell inside the password. */
  private static String withoutCredentials(String url) {
    int start = url.startsWith("//") ? 2 : url.indexOf("://") + 3;
    if (start < 3 && !url.startsWith("//")) {
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

  /** A page of a person names a pseudonym; its separators may be encoded, too. */
  private String withoutPerson(String url) {
    String replaced = replacePerson(url);
    return replaced.equals(url) && url.indexOf('%') >= 0 && lower(decode(url)).contains(PERSON)
        ? replacePerson(decode(url))
        : replaced;
  }

  private String replacePerson(String url) {
    String[] segments = url.split("/", -1);
    for (int i = 0; i + 3 < segments.length; i++) {
      if (ENTITY_PAGES.contains(lower(segments[i]))
          && lower(decode(segments[i + 2])).equals(EntityRef.USER)) {
        EntityRef.of(EntityRef.USER, decode(segments[i + 1]), decode(segments[i + 3]))
            .map(pseudonymizer::entity)
            .ifPresent(replaceName(segments, i + 3));
      }
    }
    return String.join("/", segments);
  }

  private static Consumer<EntityRef> replaceName(String[] segments, int index) {
    return person -> segments[index] = person.name();
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
