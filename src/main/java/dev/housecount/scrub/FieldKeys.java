package dev.housecount.scrub;

import dev.housecount.event.FieldValue;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the name of a key says of its value. */
final class FieldKeys {
  /** The rest of a path, as React Router names it. */
  static final String REST = "*";

  /** Where a link leads, or a page is. */
  private static final Set<String> ADDRESSES =
      Set.of("to", "href", "url", "uri", "path", "link", REST);

  /** Where one is or was. */
  private static final Set<String> ORIGINS = Set.of("pathname", "from", "referrer");

  /** Values of the portal's and of its plugins' own, which no sender's words are. */
  private static final Set<String> IDS =
      Set.of(
          "kind",
          "namespace",
          "pluginid",
          "routeref",
          "extension",
          "extensionid",
          "searchtypes",
          "templatename",
          "templatenamespace");

  private FieldKeys() {}

  /** Of a key among others. */
  static Kind of(String key, boolean entity) {
    return entity && key.equals(REST)
        ? Kind.REST
        : entity && key.equals("name") ? Kind.ID : of(key);
  }

  /** The kinds of keys. */
  enum Kind {
    ADDRESS,
    /** The path within the page of an entity. */
    REST,
    ORIGIN,
    /** An entity ref as a whole. */
    REF,
    ID,
    OTHER;

    boolean isAddress() {
      return this == ADDRESS || this == ORIGIN;
    }
  }

  /** Whether fields are the route parameters of an entity's page. */
  static boolean nameEntity(Map<String, FieldValue> fields) {
    return fields.containsKey("kind") && fields.containsKey("name");
  }

  /** Of a key of its own; in an entity's route parameters it may be another. */
  static Kind of(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    if (ADDRESSES.contains(lower)) {
      return Kind.ADDRESS;
    }
    if (ORIGINS.contains(lower)) {
      return Kind.ORIGIN;
    }
    if (lower.equals("entityref")) {
      return Kind.REF;
    }
    return IDS.contains(lower) ? Kind.ID : Kind.OTHER;
  }
}
