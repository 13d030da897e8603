package dev.housecount.scrub;

import dev.housecount.event.EntityPath;
import dev.housecount.event.EntityRef;
import dev.housecount.event.FieldValue;
import dev.housecount.event.PercentDecoder;
import dev.housecount.event.Pseudonym;
import dev.housecount.keys.Pseudonymizer;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Replaces the names of people who are looked at by the pseudonyms of those who look. */
final class People {
  /** What stands where a person was who is not to be mentioned any more. */
  private static final String SOMEBODY = "<person>";

  private final Pseudonymizer pseudonymizer;

  People(Pseudonymizer pseudonymizer) {
    this.pseudonymizer = pseudonymizer;
  }

  /** The text as a ref of a person without the name; null when it is none. */
  @Nullable String whole(String text) {
    EntityRef person = wholePerson(text);
    if (person == null) {
      return null;
    }
    String decoded = PercentDecoder.decodeAll(text).strip();
    return ref(person) + decoded.substring(endOfRef(decoded));
  }

  /** The person whose ref the text is, apart from signs of a sentence at its end; else null. */
  @Nullable EntityRef wholePerson(String text) {
    int colon = text.indexOf(':');
    if (colon < 0 ? text.indexOf('%') < 0 : !mayBeRef(text, colon)) {
      return null;
    }
    String decoded = PercentDecoder.decodeAll(text).strip();
    return EntityRef.parse(decoded.substring(0, endOfRef(decoded)), "")
        .filter(person -> person.isUser() && NameText.isWhole(person.name()))
        .orElse(null);
  }

  private static boolean mayBeRef(String text, int colon) {
    return text.indexOf('%') >= 0 || NameText.followsUser(text, colon);
  }

  private static int endOfRef(String text) {
    int end = NameText.endOfWhole(text);
    while (end > 1 && text.charAt(end - 1) == '/') {
      end--;
    }
    return end;
  }

  /** The person whose ref a value is that can be nothing but a ref; null for other refs. */
  @Nullable EntityRef refPerson(String value) {
    EntityRef person = person(value);
    if (person == null && PlainSpelling.mayDiffer(value)) {
      person = person(PlainSpelling.of(value));
    }
    return person;
  }

  private static @Nullable EntityRef person(String text) {
    return EntityRef.parse(text, "").filter(EntityRef::isUser).orElse(null);
  }

  /** Replaces refs within a word or URL, also encoded ones; the same text when there are none. */
  String refs(String text) {
    return refs(text, this::ref);
  }

  private String refs(String text, Function<EntityRef, String> replacement) {
    String decoded = PercentDecoder.decodeAll(text);
    if (decoded.indexOf(':') < 0) {
      return text;
    }
    StringBuilder replaced = new StringBuilder(decoded.length());
    int end = 0;
    for (int i = decoded.indexOf(':'); i >= 0; i = decoded.indexOf(':', i + 1)) {
      int first = NameText.followsUser(decoded, i) ? NameText.endOfCompound(decoded, i + 1) : 0;
      boolean slash = first < decoded.length() && decoded.charAt(first) == '/';
      int last = slash ? NameText.endOfCompound(decoded, first + 1) : first;
      if (first > i + 1 && i >= end && !isKind(decoded, last)) {
        boolean both = last > first + 1;
        int start = both ? first + 1 : i + 1;
        String namespace = both ? decoded.substring(i + 1, first) : EntityRef.DEFAULT_NAMESPACE;
        String name = NameText.withoutDots(decoded.substring(start, both ? last : first));
        String ref = replacement.apply(new EntityRef(EntityRef.USER, namespace, name));
        replaced.append(decoded, end, i - EntityRef.USER.length()).append(ref);
        end = start + name.length();
      }
    }
    return end == 0 ? text : replaced.append(decoded, end, decoded.length()).toString();
  }

  /** Tells whom {@link #refs} would replace. */
  void find(String text, Consumer<EntityRef> found) {
    refs(
        text,
        person -> {
          found.accept(person);
          return "";
        });
  }

  /**
   * Replaces people in a word that need not be a URL: refs, and pages such as {@code #/catalog/…}.
   */
  String mentions(String word) {
    String text = refs(word);
    if (!mayNamePage(text)) {
      return text;
    }
    UrlSegments path = new UrlSegments(text);
    path.resolveDots();
    return pages(path, EntityPath.Place.TEXT) ? path.toString() : text;
  }

  /** Whether anybody would be replaced in the text, read as words or as an address. */
  boolean areIn(String text, boolean address) {
    if (wholePerson(text) != null || !mentions(text).equals(text)) {
      return true;
    }
    return address && mayNamePage(text) && page(new UrlSegments(text)) != null;
  }

  /** Whether a person's page can be in it; quick. */
  static boolean mayNamePage(String text) {
    return text.indexOf('%') >= 0 || NameText.namesUsers(text);
  }

  /** Whether what ended here is no name but the {@code user} of the next ref. */
  private static boolean isKind(String text, int end) {
    return end < text.length() && text.charAt(end) == ':' && NameText.followsUser(text, end);
  }

  /** Replaces the name in the path of a person's page; whether there was one. */
  boolean pages(UrlSegments url, EntityPath.Place place) {
    EntityPath path = EntityPaths.find(url, place);
    if (path == null || !EntityPaths.isUser(url, path, place)) {
      return false;
    }
    String namespace = EntityPaths.namespace(url, path, place);
    int last = EntityPaths.endOfName(url, path, place);
    if (last > path.name()) {
      String name = url.decoded(path.name(), last).strip();
      url.set(path.name(), last, name(namespace, name));
      return true;
    }
    String segment = url.get(path.name());
    String written = EntityPaths.written(segment, place);
    if (segment.isEmpty() || isReplaced(written) || isReplaced(segment)) {
      return false;
    }
    String bare = NameText.withoutDots(PercentDecoder.decodeAll(written).strip());
    url.set(path.name(), name(namespace, bare) + segment.substring(written.length()));
    return true;
  }

  /** Whose page an address is; null when it is no person's. */
  @Nullable EntityRef page(UrlSegments url) {
    EntityPath.Place place = EntityPaths.placeOf(url);
    EntityPath path = EntityPaths.find(url, place);
    if (path == null || !EntityPaths.isUser(url, path, place)) {
      return null;
    }
    int last = EntityPaths.endOfName(url, path, place);
    String written =
        last > path.name()
            ? url.decoded(path.name(), last)
            : PercentDecoder.decodeAll(EntityPaths.written(url.get(path.name()), place));
    String name = NameText.withoutDots(written.strip());
    return EntityRef.of(EntityRef.USER, EntityPaths.namespace(url, path, place), name).orElse(null);
  }

  private static boolean isReplaced(String name) {
    return Pseudonym.isPseudonym(name) || name.equals(SOMEBODY);
  }

  /** The pseudonym where fields are the route parameters of a person's page; else null. */
  @Nullable String routeName(Map<String, FieldValue> fields) {
    EntityRef person = routePerson(fields);
    return person == null ? null : name(person.namespace(), person.name());
  }

  /** The person whose page's route parameters the fields are; else null. */
  @Nullable EntityRef routePerson(Map<String, FieldValue> fields) {
    String name = FieldValue.text(fields, "name");
    String kind = FieldValue.text(fields, "kind");
    if (name == null || kind == null || !isUser(kind)) {
      return null;
    }
    String namespace = FieldValue.text(fields, "namespace");
    String usual = namespace == null ? "" : plain(namespace).replace('/', ':');
    return EntityRef.of(
            EntityRef.USER, usual.isEmpty() ? EntityRef.DEFAULT_NAMESPACE : usual, plain(name))
        .orElse(null);
  }

  private static boolean isUser(String kind) {
    return NameText.mayName(kind) && EntityPath.word(plain(kind)).equals(EntityRef.USER);
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

  /** A person's ref with the pseudonym in the place of the name. */
  String ref(EntityRef person) {
    return ref(person.namespace(), person.name());
  }

  private String ref(String namespace, String name) {
    return EntityRef.USER + ':' + lower(namespace.strip()) + '/' + name(namespace, name);
  }

  private String name(String namespace, String name) {
    if (isReplaced(name)) {
      return name;
    }
    return EntityRef.of(EntityRef.USER, namespace, name)
        .map(person -> pseudonymizer.entity(person).name())
        .orElseGet(() -> pseudonymizer.user(name).value());
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
