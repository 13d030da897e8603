package dev.housecount.event;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a path names an entity: the leftmost {@code namespace/kind/name} of it, whatever the portal
 * calls the page in front. What follows is a part of that entity's page. RATIONALE.md has the
 * rules.
 *
 * @param kind the kind's index among the path's words; -1 for a template
 * @param namespace the namespace's; -1 for the default one
 * @param name the name's
 * @param sure false where ordinary words could be meant: the namespace is not the default one, and
 *     no page of Backstage's is in front
 */
public record EntityPath(int kind, int namespace, int name, boolean sure) {
  /** The kind of software templates. */
  public static final String TEMPLATE = "template";

  /** Pages of an entity: {@code /catalog/namespace/kind/name}, of any kind. */
  private static final Set<String> PAGES = Set.of("catalog", "docs");

  /** The catalog's API: {@code /entities/by-name/kind/namespace/name}. */
  private static final Set<String> API_PAGES = Set.of("by-name", "by-entity");

  private static final Set<String> KINDS =
      Set.of(
          "component",
          "api",
          "resource",
          "system",
          "domain",
          "group",
          "user",
          "location",
          "template");

  /** First words of paths in which {@code user} is no kind: {@code /settings/user/profile}. */
  private static final Set<String> NO_NAMESPACES = Set.of("settings", "docs", "create");

  /** What stands around the path. */
  public enum Place {
    /** A path of the portal. */
    PATH,
    /** A URL with a host, of which nobody knows whether it is the portal's. */
    URL,
    /** Words, such as a search term. */
    TEXT
  }

  /** A segment as {@link #find} compares it: decoded by the caller, in lower case. */
  public static String word(String segment) {
    String word = segment.strip().toLowerCase(Locale.ROOT);
    int end = word.length();
    while (end > 1 && word.charAt(end - 1) == '.') {
      end--;
    }
    return word.substring(0, end);
  }

  /**
   * @param words the path's segments, each as {@link #word} makes it
   * @param start the first word behind host and root
   * @return null when no entity is named
   */
  public static @Nullable EntityPath find(List<String> words, int start, Place place) {
    EntityPath first = null;
    for (int i = start; i < words.size(); i++) {
      EntityPath here = at(words, start, i, place);
      if (here != null) {
        boolean person = here.isUser(words);
        if (here.sure ? first == null || person : first == null && person) {
          return here;
        }
        first = first == null ? here : first;
      }
    }
    return first;
  }

  /** Whether it is the page of a person. */
  public boolean isUser(List<String> words) {
    return kind >= 0 && words.get(kind).equals(EntityRef.USER);
  }

  private static @Nullable EntityPath at(List<String> words, int start, int i, Place place) {
    String word = words.get(i);
    if (API_PAGES.contains(word) && has(words, i + 3)) {
      return new EntityPath(i + 1, i + 2, i + 3, true);
    }
    if (PAGES.contains(word) && has(words, i + 3) && isPage(words, i)) {
      boolean sure = i == start || isDefault(words, i + 1) || KINDS.contains(words.get(i + 2));
      return new EntityPath(i + 2, i + 1, i + 3, sure);
    }
    if (word.equals("create") && is(words, i + 1, "templates") && has(words, i + 3)) {
      return new EntityPath(-1, i + 2, i + 3, true);
    }
    boolean kindFirst = word.equals(EntityRef.USER) && isDefault(words, i + 1);
    if (kindFirst && has(words, i + 2)) {
      return new EntityPath(i, i + 1, i + 2, true);
    }
    return isTriple(words, start, i, place) ? triple(words, i) : null;
  }

  private static EntityPath triple(List<String> words, int i) {
    String namespace = words.get(i);
    boolean none = PAGES.contains(namespace) || namespace.chars().allMatch(c -> c == '.');
    return new EntityPath(i + 1, none ? -1 : i, i + 2, isDefault(words, i));
  }

  /** Whether namespace, kind and name follow; {@code /catalog/user/alice/ci} lacks the first. */
  private static boolean isPage(List<String> words, int page) {
    String kind = words.get(page + 2);
    boolean known = KINDS.contains(kind);
    return known || (isKind(kind) && !words.get(page + 1).equals(EntityRef.USER));
  }

  /** Whether namespace, a known kind and a name stand here with no page in front that says so. */
  private static boolean isTriple(List<String> words, int start, int i, Place place) {
    if (!has(words, i + 2) || !has(words, i) || !KINDS.contains(words.get(i + 1))) {
      return false;
    }
    String name = words.get(i + 2);
    boolean named =
        name.codePoints().anyMatch(Character::isLetterOrDigit)
            && !name.equals(EntityRef.DEFAULT_NAMESPACE)
            && !PAGES.contains(name);
    return named && (isDefault(words, i) || mayBeNamespace(words, start, i, place));
  }

  private static boolean mayBeNamespace(List<String> words, int start, int i, Place place) {
    boolean first = i == start;
    return switch (words.get(i + 1)) {
          case EntityRef.USER -> !first || !NO_NAMESPACES.contains(words.get(i));
          case "api" -> i > start + 1; // before that a word of its own, as in /portal/api/...
          default -> true;
        }
        && place != Place.TEXT
        && !(first && place == Place.URL);
  }

  /** By Backstage's own rule: letters and digits. */
  private static boolean isKind(String word) {
    boolean kind = !word.isEmpty() && !word.equals(EntityRef.DEFAULT_NAMESPACE);
    for (int i = 0; kind && i < word.length(); i++) {
      char c = word.charAt(i);
      kind = (c >= 'a' && c <= 'z') || (i > 0 && c >= '0' && c <= '9');
    }
    return kind;
  }

  private static boolean has(List<String> words, int index) {
    return index < words.size() && !words.get(index).isEmpty();
  }

  private static boolean is(List<String> words, int index, String word) {
    return index < words.size() && words.get(index).equals(word);
  }

  private static boolean isDefault(List<String> words, int index) {
    return is(words, index, EntityRef.DEFAULT_NAMESPACE);
  }
}
