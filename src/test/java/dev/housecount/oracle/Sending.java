package dev.housecount.oracle;

import static io.restassured.RestAssured.given;

import dev.housecount.demo.Batch;
import dev.housecount.demo.DemoEvent;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sends a portal to a server, one request after the other, so that all is always stored alike. */
final class Sending {
  private static final int EVENTS = 400;
  private static final int ENTITIES = 100;

  private final long later;
  private final Map<Batch.Sender, List<DemoEvent>> waiting = new LinkedHashMap<>();

  /**
   * @param later milliseconds that all happens later than the portal says
   */
  Sending(long later) {
    this.later = later;
  }

  static void catalog(List<Map<String, Object>> entities) {
    int pages = 0;
    for (int from = 0; from < entities.size(); from += ENTITIES) {
      List<Map<String, Object>> page =
          entities.subList(from, Math.min(entities.size(), from + ENTITIES));
      String lines = page.stream().map(Answering::json).collect(Collectors.joining("\n"));
      generation()
          .queryParam("page", ++pages)
          .contentType("application/x-ndjson")
          .body(lines.getBytes(StandardCharsets.UTF_8))
          .post("/catalog")
          .then()
          .statusCode(202);
    }
    generation()
        .queryParam("complete", true)
        .queryParam("pages", pages)
        .post("/catalog")
        .then()
        .statusCode(200);
  }

  private static RequestSpecification generation() {
    return given().queryParam("generation", "oracle");
  }

  void events(List<Batch> batches) {
    for (Batch batch : batches) {
      List<DemoEvent> events = waiting.computeIfAbsent(batch.sender(), sender -> new ArrayList<>());
      batch.events().forEach(event -> events.add(later(event)));
      if (events.size() > EVENTS) {
        post(batch.sender(), events);
      }
    }
    waiting.forEach(Sending::post);
  }

  private DemoEvent later(DemoEvent event) {
    return new DemoEvent(
        event.id(),
        event.timestamp() + later,
        event.user(),
        event.sessionId(),
        event.action(),
        event.subject(),
        event.value(),
        event.attributes(),
        event.context());
  }

  private static void post(Batch.Sender sender, List<DemoEvent> events) {
    if (!events.isEmpty()) {
      RequestSpecification request = given().contentType("application/json");
      if (sender.userAgent() != null) {
        request.header("User-Agent", sender.userAgent());
      }
      ValidatableResponse response =
          request.body(Answering.json(Map.of("events", events))).post("/collect").then();
      response.statusCode(202);
      events.clear();
    }
  }
}
