package dev.housecount.shape;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.housecount.demo.DemoEvent;
import dev.housecount.demo.Plan;
import dev.housecount.demo.Portal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The demo's portal, as its senders bring it to a function. */
final class MadeUpPortal {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int EVENTS_OF_A_BATCH = 400;
  private static final int ENTITIES_OF_A_PAGE = 400;

  private final List<String> entities;
  private final List<DemoEvent> events;

  /** What comes after now has not happened yet. */
  MadeUpPortal(Plan plan) {
    long now = Instant.now().toEpochMilli();
    Portal portal = Portal.of(plan);
    entities = portal.catalog().map(MadeUpPortal::json).toList();
    events =
        portal.batches().stream()
            .filter(batch -> !batch.isOfBot())
            .flatMap(batch -> batch.events().stream())
            .filter(event -> event.timestamp() <= now)
            .toList();
  }

  int eventCount() {
    return events.size();
  }

  void bring(Api api) {
    List<List<String>> pages = parts(entities, ENTITIES_OF_A_PAGE);
    for (int page = 1; page <= pages.size(); page++) {
      String[] lines = pages.get(page - 1).toArray(String[]::new);
      taken(api.send(Request.push("generation=demo&page=" + page, lines)), 202);
    }
    Request complete = Request.of("POST", "/catalog");
    taken(api.send(complete.withQuery("generation=demo&complete=true&pages=" + pages.size())), 200);
    for (List<DemoEvent> batch : parts(events, EVENTS_OF_A_BATCH)) {
      String body = json(Map.of("events", batch, "backfill", true));
      Response answer = api.send(Request.collect(body));
      taken(answer, 202);
      assertThat(answer.json().path("accepted").asInt()).as(answer.text()).isEqualTo(batch.size());
    }
  }

  private static void taken(Response answer, int status) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
  }

  private static <T> List<List<T>> parts(List<T> all, int size) {
    List<List<T>> parts = new ArrayList<>();
    for (int from = 0; from < all.size(); from += size) {
      parts.add(all.subList(from, Math.min(from + size, all.size())));
    }
    return parts;
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what is made up is JSON", e);
    }
  }
}
