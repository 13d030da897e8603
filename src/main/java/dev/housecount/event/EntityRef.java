package dev.housecount.event;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * A catalog entity's name, normalised as Backstage's {@code stringifyEntityRef} does: {@code
 * kind:namespace/name}, lower case. A namespace may hold colons, a name colons and slashes.
 */
public record EntityRef(String kind, String namespace, String name) {
  /** The kind of people. */
  public static final String USER = "user";

  /** The namespace of a ref that names none. */
  public static final String DEFAULT_NAMESPACE = "default";

  public EntityRef {
    kind = lower(kind);
    namespace = lower(namespace);
    name = lower(name);
  }

  /**
   * Parses {@code [kind:][namespace/]name} as {@code parseEntityRef} does: the kind ends at the
   * first colon unless a slash is ahead of it, the namespace at the first slash, the rest is the
   * name. White space around the whole does not matter.
   *
   * @param defaultKind used where the text names none; the namespace defaults to {@code default}
   * @return empty when the text is no entity ref
   */
  public static Optional<EntityRef> parse(String text, String defaultKind) {
    String ref = strip(text);
    int slash = ref.indexOf('/');
    int colon = ref.indexOf(':');
    if (slash >= 0 && slash < colon) {
      colon = -1;
    }
    String kind = colon < 0 ? defaultKind : ref.substring(0, colon);
    String namespace = slash < 0 ? DEFAULT_NAMESPACE : ref.substring(colon + 1, slash);
    return of(kind, namespace, ref.substring(Math.max(colon, slash) + 1));
  }

  /** A ref of its parts; empty when a part is, or when no ref could be read that way. */
  public static Optional<EntityRef> of(String kind, String namespace, String name) {
    String first = kind.substring(startOf(kind));
    String last = name.substring(0, endOf(name));
    boolean parts = !first.isEmpty() && !namespace.isEmpty() && !last.isEmpty();
    boolean readable =
        first.indexOf(':') < 0 && first.indexOf('/') < 0 && namespace.indexOf('/') < 0;
    return parts && readable
        ? Optional.of(new EntityRef(first, namespace, last))
        : Optional.empty();
  }

  /**
   * The one spelling of a user: the normalised ref, or the text in lower case where it is no ref.
   */
  public static String ofUser(String text) {
    boolean plain = Normalizer.isNormalized(text, Normalizer.Form.NFKC);
    String usual = plain ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
    return parse(usual, USER)
        .map(ref -> strip(ref.kind).equals(USER) ? ref.usual() : ref)
        .map(EntityRef::toString)
        .orElseGet(() -> lower(strip(usual)));
  }

  /** Without what no portal means: white space around the parts, slashes at the end. */
  private EntityRef usual() {
    int end = endOf(name);
    while (end > 0 && (name.charAt(end - 1) == '/' || isSpace(name.charAt(end - 1)))) {
      end--;
    }
    return of(USER, strip(namespace), strip(name.substring(0, end))).orElse(this);
  }

  private static String strip(String text) {
    int start = startOf(text);
    return text.substring(start, Math.max(start, endOf(text)));
  }

  private static int startOf(String text) {
    int start = 0;
    while (start < text.length() && isSpace(text.charAt(start))) {
      start++;
    }
    return start;
  }

  private static int endOf(String text) {
    int end = text.length();
    while (end > 0 && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\ufeff';
  }

  private static String lower(String part) {
    return part.toLowerCase(Locale.ROOT);
  }

  /** Whether this names a person. */
  public boolean isUser() {
    return kind.equals(USER);
  }

  @Override
  public String toString() {
    return kind + ':' + namespace + '/' + name;
  }
}
