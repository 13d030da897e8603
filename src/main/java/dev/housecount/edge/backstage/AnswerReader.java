package dev.housecount.edge.backstage;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.housecount.edge.backstage.CatalogException.Reason;
import dev.housecount.event.CleanText;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the catalog's answers as they arrive: one entity in memory as a whole, of its relations the
 * few wanted. Texts are cleaned as those that are pushed: half a character cannot be stored.
 */
final class AnswerReader {
  /** Those that say who belongs to whom; groups have one more for each member. */
  private static final Set<String> RELATIONS = Set.of("ownedBy", "memberOf", "childOf", "parentOf");

  private static final JsonFactory JSON = new JsonFactory();

  private AnswerReader() {}

  /** {@code {"items": [...], "totalItems": n, "pageInfo": {"nextCursor": ...}}}. */
  static EntityPage page(InputStream json) throws IOException, CatalogException {
    List<Map<String, Object>> items = new ArrayList<>();
    String next = null;
    Number total = null;
    boolean found = false;
    try (JsonParser parser = parser(json)) {
      expect(parser.nextToken(), JsonToken.START_OBJECT);
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        switch (name) {
          case "items" -> {
            items = present(entities(parser));
            found = true;
          }
          case "totalItems" -> total = value(parser) instanceof Number number ? number : null;
          case "pageInfo" -> next = value(parser) instanceof Map<?, ?> info ? cursor(info) : null;
          default -> parser.skipChildren();
        }
      }
      expect(parser.currentToken(), JsonToken.END_OBJECT);
    }
    if (!found) {
      throw new CatalogException(Reason.NO_CATALOG);
    }
    return new EntityPage(items, next, total == null ? -1 : total.intValue());
  }

  /** {@code [...]}, as {@code /entities} answers. */
  static List<Map<String, Object>> list(InputStream json) throws IOException, CatalogException {
    try (JsonParser parser = parser(json)) {
      parser.nextToken();
      return present(entities(parser));
    }
  }

  /** {@code {"items": [entity or null, ...]}}, in the order of the question. */
  static List<@Nullable Map<String, Object>> byRefs(InputStream json)
      throws IOException, CatalogException {
    try (JsonParser parser = parser(json)) {
      expect(parser.nextToken(), JsonToken.START_OBJECT);
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        if (name.equals("items")) {
          return entities(parser);
        }
        parser.skipChildren();
      }
    }
    throw new CatalogException(Reason.NO_CATALOG);
  }

  /**
   * {@code {"facets": {"kind": [{"value": "Component", "count": 3}, ...]}}}: the values, sorted.
   */
  static List<String> facet(InputStream json, String facet) throws IOException, CatalogException {
    try (JsonParser parser = parser(json)) {
      expect(parser.nextToken(), JsonToken.START_OBJECT);
      if (value(parser) instanceof Map<?, ?> answer
          && answer.get("facets") instanceof Map<?, ?> facets
          && facets.get(facet) instanceof List<?> values) {
        return values.stream()
            .map(entry -> entry instanceof Map<?, ?> counted ? text(counted.get("value")) : "")
            .filter(value -> !value.isEmpty())
            .sorted()
            .toList();
      }
    }
    throw new CatalogException(Reason.NO_CATALOG);
  }

  /** Of characters: the parser of bytes refuses half a character in a name. */
  private static JsonParser parser(InputStream json) throws IOException {
    return JSON.createParser(new InputStreamReader(json, UTF_8));
  }

  private static List<@Nullable Map<String, Object>> entities(JsonParser parser)
      throws IOException, CatalogException {
    expect(parser.currentToken(), JsonToken.START_ARRAY);
    List<@Nullable Map<String, Object>> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == JsonToken.VALUE_NULL) {
        items.add(null);
      } else {
        expect(parser.currentToken(), JsonToken.START_OBJECT);
        items.add(entity(parser));
      }
    }
    return items;
  }

  private static List<Map<String, Object>> present(List<@Nullable Map<String, Object>> items) {
    List<Map<String, Object>> present = new ArrayList<>(items.size());
    for (Map<String, Object> item : items) {
      if (item != null) {
        present.add(item);
      }
    }
    return present;
  }

  private static Map<String, Object> entity(JsonParser parser) throws IOException {
    Map<String, Object> entity = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken first = parser.nextToken();
      Object value =
          name.equals("relations") && first == JsonToken.START_ARRAY
              ? relations(parser)
              : value(parser);
      if (value != null) {
        entity.put(name, value);
      }
    }
    return entity;
  }

  private static List<Object> relations(JsonParser parser) throws IOException {
    List<Object> kept = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (value(parser) instanceof Map<?, ?> relation
          && RELATIONS.contains(text(relation.get("type")))) {
        kept.add(relation);
      }
    }
    return kept;
  }

  /** A value as plain objects; members that are null are left out. */
  private static @Nullable Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> members(parser);
      case START_ARRAY -> elements(parser);
      case VALUE_STRING -> CleanText.of(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
      case VALUE_TRUE -> Boolean.TRUE;
      case VALUE_FALSE -> Boolean.FALSE;
      default -> null;
    };
  }

  private static Map<String, Object> members(JsonParser parser) throws IOException {
    Map<String, Object> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = CleanText.of(parser.currentName());
      parser.nextToken();
      Object value = value(parser);
      if (value != null) {
        members.put(name, value);
      }
    }
    return members;
  }

  private static List<Object> elements(JsonParser parser) throws IOException {
    List<Object> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      Object value = value(parser);
      if (value != null) {
        elements.add(value);
      }
    }
    return elements;
  }

  private static @Nullable String cursor(Map<?, ?> pageInfo) {
    return pageInfo.get("nextCursor") instanceof String cursor ? cursor : null;
  }

  private static String text(@Nullable Object value) {
    return value instanceof String text ? text : "";
  }

  private static void expect(@Nullable JsonToken token, JsonToken expected)
      throws CatalogException {
    if (token != expected) {
      throw new CatalogException(Reason.NO_CATALOG);
    }
  }
}
