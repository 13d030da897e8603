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
  /** Pages of an entity: {@code /catalog/namespace/kind/name}. */
  private static final Set<String> ENTITY_PAGES = Set.of("catalog", "docs");

  /** The catalog's API: {@code /entities/by-name/kind/namespace/name}. */
  private static final Set<String> API_PAGES = Set.of("by-name", "by-entity");

  private final Pseudonymizer pseudonymizer;

  People(Pseudonymizer pseudonymizer) {
    this.pseudonymizer = pseudonymizer;
  }

  /** The text as a ref of a person without the name; null when it is none. */
  @Nullable String whole(String text) {
    int colon = text.indexOf(':');
    if (colon < 0 || (text.indexOf('%') < 0 && !NameText.followsUser(text, colon))) {
      return null;
    }
    return EntityRef.parse(PercentDecoder.decodeAll(text), "")
        .filter(person -> person.isUser() && NameText.isName(person.name()))
        .map(person -> ref(person.namespace(), person.name()))
        .orElse(null);
  }

  /** Replaces refs within a word or URL, also encoded ones; the same text when there are none. */
  String refs(String text) {
    String decoded = text.indexOf('%') < 0 ? text : PercentDecoder.decodeAll(text);
    if (decoded.indexOf(':') < 0) {
      return text;
    }
    StringBuilder replaced = new StringBuilder(decoded.length());
    int end = 0;
    for (int i = decoded.indexOf(':'); i >= 0; i = decoded.indexOf(':', i + 1)) {
      int first = NameText.followsUser(decoded, i) ? NameText.endOfName(decoded, i + 1) : 0;
      boolean slash = first < decoded.length() && decoded.charAt(first) == '/';
      int last = slash ? NameText.endOfName(decoded, first + 1) : first;
      if (first > i + 1 && !isKind(decoded, last)) {
        boolean both = last > first + 1;
        int start = both ? first + 1 : i + 1;
        String namespace = both ? decoded.substring(i + 1, first) : EntityRef.DEFAULT_NAMESPACE;
        String name = NameText.withoutDots(decoded.substring(start, both ? last : first));
        replaced.append(decoded, end, i - EntityRef.USER.length()).append(ref(namespace, name));
        end = start + name.length();
      }
    }
    return end == 0 ? text : replaced.append(decoded, end, decoded.length()).toString();
  }

  /**
   * Replaces people in a word that need not be a URL: refs, and pages such as {@code #/catalog/…}.
   */
  String mentions(String word) {
    String text = refs(word);
    if (text.indexOf('%') < 0 && !NameText.namesUsers(text)) {
      return text;
    }
    UrlSegments path = new UrlSegments(text);
    path.resolveDots();
    return pages(path) ? path.toString() : text;
  }

  /** Whether {@link #mentions} or {@link #whole} would replace anybody. */
  boolean areIn(String text) {
    return whole(text) != null || !mentions(text).equals(text);
  }

  /** Whether what ended here is no name but the {@code user} of the next ref. */
  private static boolean isKind(String text, int end) {
    return end < text.length() && text.charAt(end) == ':' && NameText.followsUser(text, end);
  }

  /** Replaces the name in the path of a person's page; whether there was one. */
  boolean pages(UrlSegments url) {
    boolean replaced = false;
    for (int i = 0; i + 3 < url.size(); i++) {
      String page = lastWord(url.decoded(i));
      if (ENTITY_PAGES.contains(page) && isUser(url.decoded(i + 2))) {
        replaced |= replace(url, i + 1, i + 3);
      } else if (API_PAGES.contains(page) && isUser(url.decoded(i + 1))) {
        replaced |= replace(url, i + 2, i + 3);
      }
    }
    return replaced;
  }

  /** The name of a page, without what stands before it in a sentence. */
  private static String lastWord(String segment) {
    int start = segment.length();
    while (start > 0
        && (Character.isLetterOrDigit(segment.charAt(start - 1))
            || "_.-".indexOf(segment.charAt(start - 1)) >= 0)) {
      start--;
    }
    return lower(segment.substring(start));
  }

  private boolean replace(UrlSegments url, int namespace, int name) {
    String segment = url.get(name);
    int end = NameText.endOfName(segment, 0);
    String written = NameText.withoutDots(end == 0 ? segment : segment.substring(0, end));
    if (segment.isEmpty() || Pseudonym.isPseudonym(written)) {
      return false;
    }
    String bare = NameText.withoutDots(PercentDecoder.decodeAll(written).strip());
    url.set(name, name(url.decoded(namespace).strip(), bare) + segment.substring(written.length()));
    return true;
  }

  /** The pseudonym where fields are the route parameters of a person's page; else null. */
  @Nullable String routeName(Map<String, FieldValue> fields) {
    String name = FieldValue.text(fields, "name");
    String kind = FieldValue.text(fields, "kind");
    if (name == null || kind == null || !isUser(plain(kind))) {
      return null;
    }
    String namespace = FieldValue.text(fields, "namespace");
    return name(namespace == null ? EntityRef.DEFAULT_NAMESPACE : plain(namespace), plain(name));
  }

  /** A part of a ref that stands alone. */
  private static String plain(String part) {
    String plain = PlainSpelling.mayDiffer(part) ? PlainSpelling.of(part) : part;
    int end = plain.length();
    while (end > 0 && "/\\".indexOf(plain.charAt(end - 1)) >= 0) {
      end--;
    }
    return NameText.withoutDots(plain.substring(0, end).strip());
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

  private static boolean isUser(String kind) {
    return lower(NameText.withoutDots(kind.strip())).equals(EntityRef.USER);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
