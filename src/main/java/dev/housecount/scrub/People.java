package dev.housecount.scrub;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
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

  /** A ref in a text; what cannot be in a name ends it. */
  private static final String NAME = "[^\\s\\pZ:/?#&;,\"<>()\\[\\]{}|\\\\`]+";

  private static final Pattern REF =
      Pattern.compile("(?i)(^|[^\\pL\\pN_.-])user:(?:(" + NAME + ")/)?(" + NAME + ")");

  private final Pseudonymizer pseudonymizer;

  People(Pseudonymizer pseudonymizer) {
    this.pseudonymizer = pseudonymizer;
  }

  /** The text as a ref of a person without the name; null when it is none. */
  @Nullable String whole(String text) {
    return EntityRef.parse(text, "")
        .filter(EntityRef::isUser)
        .map(person -> ref(person.namespace(), person.name()))
        .orElse(null);
  }

  /** Replaces refs within a word or URL, also encoded ones; the same text when there are none. */
  String refs(String text) {
    String decoded = text.indexOf('%') < 0 ? text : PercentDecoder.decodeAll(text);
    if (!decoded.toLowerCase(Locale.ROOT).contains("user:")) {
      return text;
    }
    Matcher matcher = REF.matcher(decoded);
    StringBuilder replaced = new StringBuilder(decoded.length());
    int end = 0;
    while (matcher.find()) {
      String namespace = matcher.group(2) == null ? DEFAULT_NAMESPACE : matcher.group(2);
      String name = matcher.group(3);
      String bare = withoutDots(name);
      replaced.append(decoded, end, matcher.end(1)).append(ref(namespace, bare));
      end = matcher.end() - (name.length() - bare.length());
    }
    return end == 0 ? text : replaced.append(decoded, end, decoded.length()).toString();
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
