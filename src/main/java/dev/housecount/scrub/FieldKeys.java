package dev.housecount.scrub;

import dev.housecount.event.FieldValue;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What the name of a key says of its value. */
final class FieldKeys {
  /** The rest of a path, as React Router names it. */
  static final String REST = "*";

  /** In their usual spelling and in lower case. */
  private static final Map<String, Kind> KINDS = new HashMap<>();

  static {
    put(Kind.ADDRESS, "to", "href", "url", "uri", "path", "link", REST);
    put(Kind.ORIGIN, "pathname", "from", "referrer");
    put(Kind.REF, "entityRef");
    put(Kind.ID, "kind", "namespace", "pluginId", "routeRef", "extension", "extensionId");
    put(Kind.ID, "searchTypes", "templateName", "templateNamespace");
  }

  private static void put(Kind kind, String... keys) {
    for (String key : keys) {
      KINDS.put(key, kind);
      KINDS.put(lower(key), kind);
    }
  }

  private FieldKeys() {}

  /** Of a key among others. */
  static Kind of(String key, boolean entity) {
    return entity && key.equals(REST)
        ? Kind.REST
        : entity && key.equals("name") ? Kind.ID : of(key);
  }

  /** The kinds of keys. */
  enum Kind {
    /** Where a link leads, or a page is. */
    ADDRESS,
    /** The path within the page of an entity. */
    REST,
    /** Where one is or was. */
    ORIGIN,
    /** An entity ref as a whole. */
    REF,
    /** A value of the portal's and of its plugins' own, which no sender's words are. */
    ID,
    OTHER;

    boolean isAddress() {
      return this == ADDRESS || this == ORIGIN;
    }

    /** Whether a value is an address or a ref only if it looks like one. */
    boolean isWords() {
      return this == ID || this == OTHER;
    }
  }

  /** Whether fields are the route parameters of an entity's page. */
  static boolean nameEntity(Map<String, FieldValue> fields) {
    return fields.containsKey("kind") && fields.containsKey("name");
  }

  /** Of a key of its own; in an entity's route parameters it may be another. */
  static Kind of(String key) {
    Kind usual = KINDS.get(key);
    return usual == null ? KINDS.getOrDefault(lower(key), Kind.OTHER) : usual;
  }

  private static String lower(String key) {
    return key.toLowerCase(Locale.ROOT);
  }
}
