package dev.housecount.scrub;

import dev.housecount.event.EntityPath;
import dev.housecount.event.EntityRef;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The people whom one event names anywhere, so that no other part of it says in clear what one part
 * makes unreadable. Holds names: it is forgotten with the event.
 */
final class EventPeople {
  /** Of an event that names nobody. */
  static final EventPeople NOBODY = new EventPeople(null, List.of());

  /** How many names are looked for. */
  static final int MOST = 8;

  /** Catalogs allow 63 characters; the search for longer names would cost too much. */
  private static final int LONGEST = 100;

  /** Shorter names are too likely to be a part of another word. */
  private static final int LEAST_PART = 5;

  private static final int ASCII = 128;

  /** What tells a capital letter of ASCII from its small one. */
  private static final int CASE = 0x20;

  /** Words of paths that say where one is, whoever else may be called so. */
  private static final Set<String> ROUTES =
      Set.of("catalog", "docs", "create", "templates", "settings", "search", "default", "user");

  /**
   * A name that is looked for.
   *
   * @param name in lower case
   * @param bare its letters and digits
   * @param sender whether it is only known as the sender's own
   */
  record Name(String name, String bare, String pseudonym, boolean sender) {
    static Name of(EntityRef person, String pseudonym, boolean sender) {
      return new Name(person.name(), lettersOf(person.name()), pseudonym, sender);
    }

    private boolean canBeFound() {
      return !bare.isEmpty() && name.length() <= LONGEST && !ROUTES.contains(name);
    }
  }

  private final @Nullable String about;
  private final List<Name> names;

  /**
   * @param about the ref, with its pseudonym, of the person whom the event leads to or is about
   */
  EventPeople(@Nullable String about, List<Name> names) {
    this.about = about;
    this.names = names.stream().filter(Name::canBeFound).toList();
  }

  /** What takes the place of the sender's words; null where they may stay. */
  @Nullable String about() {
    return about;
  }

  /** The text with the names in it replaced where they stand as words of their own. */
  String inText(String text) {
    String replaced = text;
    for (Name name : names) {
      replaced = inText(replaced, name);
    }
    return replaced;
  }

  /** The address with the segments replaced that are a name, in any spelling of it. */
  String inAddress(String address) {
    if (names.isEmpty()) {
      return address;
    }
    UrlSegments url = new UrlSegments(address);
    EntityPath path = EntityPaths.find(url, EntityPaths.placeOf(url));
    boolean changed = false;
    for (int i = 0; i < url.size(); i++) {
      String pseudonym = pseudonymOf(url.decoded(i), path != null && isPart(path, i));
      if (pseudonym != null) {
        url.set(i, pseudonym);
        changed = true;
      }
    }
    return changed ? url.toString() : address;
  }

  private static boolean isPart(EntityPath path, int i) {
    return i == path.kind() || i == path.namespace() || i == path.name();
  }

  /**
   * @param entity whether the segment names an entity, which may be called as its visitor is
   */
  private @Nullable String pseudonymOf(String segment, boolean entity) {
    String bare = lettersOf(segment);
    if (bare.isEmpty() || ROUTES.contains(bare) || segment.indexOf('~') >= 0) {
      return null;
    }
    for (Name name : names) {
      boolean part = !name.sender && name.bare.length() >= LEAST_PART && bare.contains(name.bare);
      if ((bare.equals(name.bare) || part) && !(entity && name.sender)) {
        return name.pseudonym;
      }
    }
    return null;
  }

  private static String inText(String text, Name name) {
    String sought = name.name;
    char first = sought.charAt(0);
    StringBuilder replaced = new StringBuilder();
    int copied = 0;
    for (int i = 0; i + sought.length() <= text.length(); i++) {
      int end = i + sought.length();
      if (mayBe(text.charAt(i), first)
          && text.regionMatches(true, i, sought, 0, sought.length())
          && isAlone(text, i, end)) {
        replaced.append(text, copied, i).append(name.pseudonym);
        copied = end;
        i = end - 1;
      }
    }
    return copied == 0 ? text : replaced.append(text, copied, text.length()).toString();
  }

  /** Whether a character can be another one in another case; quick. */
  private static boolean mayBe(char c, char other) {
    return c == other || c >= ASCII || other >= ASCII || (c ^ other) == CASE;
  }

  private static boolean isAlone(String text, int start, int end) {
    return (start == 0 || isEdge(text.charAt(start - 1)))
        && (end == text.length() || isEdge(text.charAt(end)));
  }

  private static boolean isEdge(char c) {
    return !Character.isLetterOrDigit(c) && "_~-".indexOf(c) < 0;
  }

  /** The letters and digits, in lower case: {@code Alice%20Smith} is {@code alice.smith}. */
  private static String lettersOf(String text) {
    StringBuilder bare = new StringBuilder(text.length());
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(bare::appendCodePoint);
    return bare.toString();
  }
}
