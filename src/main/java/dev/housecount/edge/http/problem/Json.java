package dev.housecount.edge.http.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;

/** Writes JSON where the framework does not: into pages, and before it has looked at a request. */
public final class Json {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Json() {}

  /** The text of an object; its values are maps, lists, texts, numbers and booleans. */
  public static String write(Map<String, ?> value) {
    return text(value);
  }

  /** The text of an array; its elements as an object's values. */
  public static String write(List<?> value) {
    return text(value);
  }

  private static String text(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps, texts and numbers can always be written", e);
    }
  }
}
