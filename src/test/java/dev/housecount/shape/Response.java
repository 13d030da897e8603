package dev.housecount.shape;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/**
 * The answer.
 *
 * @param headers with lower-case names
 */
record Response(int status, Map<String, String> headers, byte[] body) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  String text() {
    return new String(body, UTF_8);
  }

  JsonNode json() {
    try {
      return JSON.readTree(text());
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + status + " " + text(), e);
    }
  }
}
