package dev.housecount.scrub;

import dev.housecount.event.EntityRef;
import dev.housecount.event.FieldValue;
import dev.housecount.event.Pseudonym;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Replaces the names of people who are looked at by the pseudonyms of those who look. */
final class People {
  private static final String DEFAULT_NAMESPACE = "default";

  /** Pages of an entity: {@code /catalog/namespace/kind/name}. */
  private static final Set<String> ENTITY_PAGES = Set.of("catalog", "docs");

  /** The catalog's API: {@code /entities/by-name/kind/namespace/name}. */
  private static final String BY_NAME = "by-name";

  /** What ends a name within a text. */
  private static final String NO_NAME = ":/?#&;,\"<>()[]{}|\\`";

  private final Pseudonymizer pseudonymizer;

  People(Pseudonymizer pseudonymizer) {
    this.pseudonymizer = pseudonymizer;
  }

  /** The text as a ref of a person without the name; null when it is none. */
  @Nullable String whole(String text) {
    if (text.indexOf(':') < 0) {
      return null;
    }
    return EntityRef.parse(PercentDecoder.decodeAll(text), "")
        .filter(EntityRef::isUser)
        .map(person -> ref(person.namespace(), person.name()))
        .orElse(null);
  }

  /** Replaces refs within a word or URL, also encoded ones; the same text when there are none. */
  String refs(String text) {
    String decoded = text.indexOf('%') < 0 ? text : PercentDecoder.decodeAll(text);
    StringBuilder replaced = new StringBuilder(decoded.length());
    int end = 0;
    for (int i = decoded.indexOf(':'); i >= 0; i = decoded.indexOf(':', i + 1)) {
      int first = followsUser(decoded, i) ? endOfName(decoded, i + 1) : 0;
      if (first > i + 1) {
        boolean slash = first < decoded.length() && decoded.charAt(first) == '/';
        int last = slash ? endOfName(decoded, first + 1) : first;
        boolean both = last > first + 1;
        int start = both ? first + 1 : i + 1;
        String namespace = both ? decoded.substring(i + 1, first) : DEFAULT_NAMESPACE;
        String name = withoutDots(decoded.substring(start, both ? last : first));
        replaced.append(decoded, end, i - EntityRef.USER.length()).append(ref(namespace, name));
        end = start + name.length();
      }
    }
    return end == 0 ? text : replaced.append(decoded, end, decoded.length()).toString();
  }

  /** Whether the word before the colon is {@code user}. */
  private static boolean followsUser(String text, int colon) {
    int start = colon - EntityRef.USER.length();
    if (!text.regionMatches(true, start, EntityRef.USER, 0, EntityRef.USER.length())) {
      return false;
    }
    char before = start == 0 ? ' ' : text.charAt(start - 1);
    return !Character.isLetterOrDigit(before) && "_.-".indexOf(before) < 0;
  }

  private static int endOfName(String text, int start) {
    int end = start;
    while (end < text.length()
        && NO_NAME.indexOf(text.charAt(end)) < 0
        && !Character.isWhitespace(text.charAt(end))
        && !Character.isSpaceChar(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Replaces the name in the path of a person's page. */
  void pages(UrlSegments url) {
    for (int i = 0; i + 3 < url.size(); i++) {
      String page = lower(url.decoded(i));
      if (ENTITY_PAGES.contains(page) && isUser(url.decoded(i + 2))) {
        replace(url, i + 1, i + 3);
      } else if (page.equals(BY_NAME) && isUser(url.decoded(i + 1))) {
        replace(url, i + 2, i + 3);
      }
    }
  }

  private void replace(UrlSegments url, int namespace, int name) {
    if (!url.get(name).isEmpty()) {
      url.set(name, name(url.decoded(namespace), url.decoded(name)));
    }
  }

  /** The pseudonym where fields are the route parameters of a person's page; else null. */
  @Nullable String routeName(Map<String, FieldValue> fields) {
    String name = FieldValue.text(fields, "name");
    String kind = FieldValue.text(fields, "kind");
    if (name == null || kind == null || !isUser(PercentDecoder.decodeAll(kind).strip())) {
      return null;
    }
    String namespace = FieldValue.text(fields, "namespace");
    return name(
        namespace == null ? DEFAULT_NAMESPACE : PercentDecoder.decodeAll(namespace),
        PercentDecoder.decodeAll(name));
  }

  private String ref(String namespace, String name) {
    return EntityRef.USER + ':' + lower(namespace) + '/' + name(namespace, name);
  }

  private String name(String namespace, String name) {
    if (Pseudonym.isPseudonym(name)) {
      return name;
    }
    return EntityRef.of(EntityRef.USER, namespace, name)
        .map(person -> pseudonymizer.entity(person).name())
        .orElseGet(() -> pseudonymizer.user(name).value());
  }

  private static String withoutDots(String name) {
    int end = name.length();
    while (end > 1 && name.charAt(end - 1) == '.') {
      end--;
    }
    return name.substring(0, end);
  }

  private static boolean isUser(String kind) {
    return lower(kind).equals(EntityRef.USER);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
