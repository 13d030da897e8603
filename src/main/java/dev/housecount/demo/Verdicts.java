package dev.housecount.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** What the server said of the events; for several threads at once. */
public final class Verdicts {
  private final Map<String, Integer> rejected = new TreeMap<>();
  private int accepted;

  synchronized void add(JsonNode answer) {
    accepted += answer.path("accepted").asInt();
    answer.path("rejected").forEach(one -> reject(one.path("reason").asText("unknown")));
  }

  synchronized void reject(String reason) {
    rejected.merge(reason, 1, Integer::sum);
  }

  /** Events that are stored; one that is sent twice is here twice. */
  public synchronized int accepted() {
    return accepted;
  }

  /** How many events were not taken, by the reason's code. */
  public synchronized Map<String, Integer> rejected() {
    return Map.copyOf(rejected);
  }

  /** How many the server has looked at. */
  synchronized int all() {
    return accepted + rejected.values().stream().mapToInt(Integer::intValue).sum();
  }
}
