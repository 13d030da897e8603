package dev.housecount.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Puts batches of equal senders together, as a relay does, so that requests are few. */
final class Bodies {
  /** Of one request; a server takes 500 unless it is told otherwise. */
  static final int EVENTS = 400;

  private final Consumer<Batch> full;
  private final Map<Batch.Sender, List<DemoEvent>> waiting = new LinkedHashMap<>();

  /**
   * @param full takes what is to be sent
   */
  Bodies(Consumer<Batch> full) {
    this.full = full;
  }

  void add(Batch batch) {
    List<DemoEvent> events = waiting.computeIfAbsent(batch.sender(), each -> new ArrayList<>());
    if (events.size() + batch.events().size() > EVENTS) {
      send(batch.sender(), events);
    }
    events.addAll(batch.events());
  }

  /** Sends what is left. */
  void end() {
    waiting.forEach(this::send);
  }

  private void send(Batch.Sender sender, List<DemoEvent> events) {
    if (!events.isEmpty()) {
      full.accept(new Batch(events, sender));
      events.clear();
    }
  }

  /** The body of {@code POST /collect}. Without {@code sentAt}: the past is meant. */
  static byte[] json(Batch batch) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("events", batch.events());
    body.put("backfill", true);
    if (batch.sender().moduleVersion() != null) {
      body.put("moduleVersion", batch.sender().moduleVersion());
    }
    if (batch.sender().backstageVersion() != null) {
      body.put("backstageVersion", batch.sender().backstageVersion());
    }
    try {
      return Post.JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what is made up is JSON", e);
    }
  }
}
