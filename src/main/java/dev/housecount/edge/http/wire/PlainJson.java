package dev.housecount.edge.http.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.housecount.event.CleanText;
import dev.housecount.event.FieldValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object as plain maps, lists, texts, numbers and booleans; null is as good as
 * absent. Of equal names the last counts, as in ECMAScript's JSON.parse.
 */
final class PlainJson {
  /** The text is JSON, but no object. */
  static final class NoObjectException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /** How large a text is, is limited before it is read. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(CatalogLimits.DEPTH)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private final JsonParser json;

  private PlainJson(JsonParser json) {
    this.json = json;
  }

  /**
   * The object of a text.
   *
   * @throws com.fasterxml.jackson.core.exc.StreamConstraintsException when it is too deep
   * @throws com.fasterxml.jackson.core.JsonProcessingException when it is no JSON
   */
  static Map<String, Object> object(String text) throws IOException, NoObjectException {
    try (JsonParser json = JSON.createParser(text)) {
      json.nextToken();
      Object value = new PlainJson(json).value();
      if (json.nextToken() != null) {
        throw new JsonParseException(json, "something follows");
      }
      if (!(value instanceof Members members)) {
        throw new NoObjectException();
      }
      return members;
    }
  }

  /** An object; of its own type so that it is told from other maps without a cast. */
  private static final class Members extends LinkedHashMap<String, Object> {
    private static final long serialVersionUID = 1L;
  }

  private @Nullable Object value() throws IOException {
    return switch (json.currentToken()) {
      case START_OBJECT -> members();
      case START_ARRAY -> array();
      case VALUE_STRING -> CleanText.of(json.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
      case VALUE_TRUE -> Boolean.TRUE;
      case VALUE_FALSE -> Boolean.FALSE;
      default -> null;
    };
  }

  private Members members() throws IOException {
    Members members = new Members();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = CleanText.of(json.currentName());
      json.nextToken();
      Object value = value();
      if (value == null) {
        members.remove(name);
      } else {
        members.put(name, value);
      }
    }
    return members;
  }

  private List<Object> array() throws IOException {
    List<Object> array = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      Object value = value();
      if (value != null) {
        array.add(value);
      }
    }
    return array;
  }

  /** Null for what no double can hold. */
  private @Nullable Number number() throws IOException {
    double number = ElementReader.number(json);
    return Double.isFinite(number) ? new FieldValue.Num(number).number() : null;
  }
}
