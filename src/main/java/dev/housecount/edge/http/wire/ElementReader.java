package dev.housecount.edge.http.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.housecount.collect.EventDecoder.RejectedException;
import dev.housecount.collect.RejectionReason;
import dev.housecount.event.CleanText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one element of a batch as plain maps, lists, texts and numbers, and counts while it reads:
 * what passes a limit costs its own event, and no more memory than the limit. Members that no
 * dialect has, such as a whole catalog entity, are passed over unread. Of equal names the last
 * counts, as in ECMAScript's JSON.parse.
 */
final class ElementReader {
  /** What the dialects have in an event or around it. */
  private static final Set<String> MEMBERS =
      Set.of(
          "action",
          "attributes",
          "context",
          "event",
          "id",
          "pathname",
          "pluginId",
          "sessionId",
          "subject",
          "timestamp",
          "user",
          "userId",
          "value");

  /** What a value takes beside its characters, in characters. */
  private static final int VALUE_SIZE = 8;

  private final JsonParser json;
  private final Unread unread;
  private int characters;
  private int fields;

  private ElementReader(JsonParser json, Unread unread) {
    this.json = json;
    this.unread = unread;
  }

  /**
   * Reads the object whose beginning is the parser's current token. Afterwards its end is, unless
   * this throws.
   */
  static Map<String, Object> read(JsonParser json, Unread unread)
      throws IOException, RejectedException {
    return new ElementReader(json, unread).element(1);
  }

  private Map<String, Object> element(int depth) throws IOException, RejectedException {
    Map<String, Object> members = new LinkedHashMap<>();
    JsonToken next = json.nextToken();
    while (next == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken token = json.nextToken();
      if (!MEMBERS.contains(name)) {
        next = unread.skip(json);
        continue;
      }
      if (depth == 1 && name.equals("event") && token == JsonToken.START_OBJECT) {
        members.put(name, element(2));
      } else {
        put(members, name, value(depth + 1));
      }
      next = json.nextToken();
    }
    return members;
  }

  private @Nullable Object value(int depth) throws IOException, RejectedException {
    count(0);
    return switch (json.currentToken()) {
      case START_OBJECT -> object(depth);
      case START_ARRAY -> array(depth);
      case VALUE_STRING -> text();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(json);
      case VALUE_TRUE -> Boolean.TRUE;
      case VALUE_FALSE -> Boolean.FALSE;
      default -> null;
    };
  }

  private Map<String, Object> object(int depth) throws IOException, RejectedException {
    checkDepth(depth);
    Map<String, Object> object = new LinkedHashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      countField();
      count(name.length());
      json.nextToken();
      put(object, CleanText.of(name), value(depth + 1));
    }
    return object;
  }

  private List<Object> array(int depth) throws IOException, RejectedException {
    checkDepth(depth);
    List<Object> array = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      countField();
      Object value = value(depth + 1);
      if (value != null) {
        array.add(value);
      }
    }
    return array;
  }

  /** Null is as good as absent, also when it comes last. */
  private static void put(Map<String, Object> object, String name, @Nullable Object value) {
    if (value == null) {
      object.remove(name);
    } else {
      object.put(name, value);
    }
  }

  private String text() throws IOException, RejectedException {
    count(json.getTextLength());
    return CleanText.of(json.getText());
  }

  /** Infinite or not a number where a double cannot hold it; whoever needs it refuses it. */
  static Double number(JsonParser json) throws IOException {
    if (json.getTextLength() > CollectLimits.NUMBER) {
      return Double.NaN;
    }
    // Adding zero makes 0 of -0, which no two programs write alike.
    return Double.parseDouble(json.getText()) + 0.0;
  }

  private void checkDepth(int depth) throws RejectedException {
    if (depth > CollectLimits.DEPTH) {
      throw new RejectedException(RejectionReason.TOO_DEEP);
    }
  }

  private void countField() throws RejectedException {
    if (++fields > CollectLimits.FIELDS) {
      throw new RejectedException(RejectionReason.TOO_MANY_FIELDS);
    }
  }

  private void count(int length) throws RejectedException {
    characters += length + VALUE_SIZE;
    if (length > CollectLimits.TEXT || characters > CollectLimits.EVENT) {
      throw new RejectedException(RejectionReason.TOO_LARGE);
    }
  }
}
