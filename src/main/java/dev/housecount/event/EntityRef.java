package dev.housecount.event;

import java.util.Locale;
import java.util.Optional;

/**
 * A catalog entity's name, normalised as Backstage's {@code stringifyEntityRef} does: {@code
 * kind:namespace/name}, lower case.
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
   * Parses {@code [kind:][namespace/]name}, as {@code parseEntityRef} does.
   *
   * @param defaultKind used where the text names none; the namespace defaults to {@code default}
   * @return empty when the text is no entity ref
   */
  public static Optional<EntityRef> parse(String text, String defaultKind) {
    String rest = text.strip();
    int colon = rest.indexOf(':');
    int slash = rest.indexOf('/', colon + 1);
    String kind = colon < 0 ? defaultKind : rest.substring(0, colon);
    String namespace = slash < 0 ? DEFAULT_NAMESPACE : rest.substring(colon + 1, slash);
    String name = rest.substring(Math.max(colon, slash) + 1);
    return of(kind, namespace, name);
  }

  /** A ref of its parts; empty when a part is empty or holds a character that separates parts. */
  public static Optional<EntityRef> of(String kind, String namespace, String name) {
    return isPart(kind) && isPart(namespace) && isPart(name)
        ? Optional.of(new EntityRef(kind, namespace, name))
        : Optional.empty();
  }

  /**
   * The one spelling of a user: the normalised ref, or the text in lower case where it is no ref.
   */
  public static String ofUser(String text) {
    return parse(text, USER)
        .map(EntityRef::toString)
        .orElseGet(() -> text.strip().toLowerCase(Locale.ROOT));
  }

  private static boolean isPart(String part) {
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c == ':' || c == '/' || Character.isWhitespace(c)) {
        return false;
      }
    }
    return !part.isEmpty();
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
