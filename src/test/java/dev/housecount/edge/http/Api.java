package dev.housecount.edge.http;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Short ways to send and ask. */
final class Api {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Api() {}

  /** A subject that no other test uses: the table is shared. */
  static String unique() {
    return "/test/" + letters();
  }

  /** What no other test uses. No digits: some are phone numbers. */
  static String letters() {
    StringBuilder letters = new StringBuilder();
    UUID.randomUUID()
        .toString()
        .chars()
        .limit(12)
        .map(c -> c >= '0' && c <= '9' ? c - '0' + 'g' : c == '-' ? 'x' : c)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }

  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  static Response collect(Object body) {
    return given().contentType("application/json").body(json(body)).post("/collect");
  }

  static Response collectEvents(Object... events) {
    return collect(Map.of("events", List.of(events)));
  }

  static Response query(Object... parameters) {
    var request = given();
    for (int i = 0; i < parameters.length; i += 2) {
      request.queryParam((String) parameters[i], parameters[i + 1]);
    }
    return request.get("/query");
  }

  static List<Map<String, Object>> events(Object... parameters) {
    return query(parameters).then().statusCode(200).extract().jsonPath().getList("events");
  }

  static Map<String, Object> event(String subject, Object... more) {
    Map<String, Object> event = new HashMap<>(Map.of("action", "navigate", "subject", subject));
    for (int i = 0; i < more.length; i += 2) {
      event.put((String) more[i], more[i + 1]);
    }
    return event;
  }

  static String json(Object value) {
    try {
      return value instanceof String text ? text : JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
