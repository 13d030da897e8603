package dev.housecount.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One task: what the browser and the backend say of it. */
record Run(List<Seen> events) {
  private static final Duration TOGETHER = Duration.ofMinutes(1);
  private static final List<String> ENDS = List.of("completed", "failed", "cancelled");

  /**
   * @param counted in the order of time
   */
  static List<Run> of(List<Seen> counted) {
    Map<String, Run> runs = new LinkedHashMap<>();
    for (Seen event : counted) {
      Object task = event.attributes().get("taskId");
      if (event.action().equals("task") && event.template() != null) {
        String key = task == null ? event.id() : task.toString();
        runs.computeIfAbsent(key, id -> new Run(new ArrayList<>())).events.add(event);
      }
    }
    List<Run> all = new ArrayList<>(runs.values());
    for (Seen event : counted) {
      if (event.action().equals("create") && event.template() != null) {
        join(all, event);
      }
    }
    return all;
  }

  private static void join(List<Run> runs, Seen create) {
    Run run =
        runs.stream()
            .filter(one -> one.create() == null && one.isNear(create))
            .min(Comparator.comparing(one -> Duration.between(one.at(), create.at()).abs()))
            .orElse(null);
    if (run == null) {
      runs.add(new Run(new ArrayList<>(List.of(create))));
    } else {
      run.events.add(create);
    }
  }

  private boolean isNear(Seen create) {
    return events.stream()
        .anyMatch(
            event ->
                Objects.equals(event.user(), create.user())
                    && event.template().equals(create.template())
                    && Duration.between(event.at(), create.at()).abs().compareTo(TOGETHER) <= 0);
  }

  private Seen create() {
    return events.stream().filter(event -> event.action().equals("create")).findAny().orElse(null);
  }

  private Seen task(String status) {
    return events.stream()
        .filter(event -> event.action().equals("task") && event.subject().equals(status))
        .max(Comparator.comparing(Seen::at))
        .orElse(null);
  }

  /** When it began. */
  Instant at() {
    return events.stream().map(Seen::at).min(Comparator.naturalOrder()).orElseThrow();
  }

  Seen any() {
    return events.get(0);
  }

  String template() {
    return any().template();
  }

  boolean isOfBackend() {
    return events.stream().anyMatch(event -> event.action().equals("task"));
  }

  /** The last status that ends a task; null while it is under way. */
  String end() {
    return events.stream()
        .filter(event -> event.action().equals("task") && ENDS.contains(event.subject()))
        .max(Comparator.comparing(Seen::at))
        .map(Seen::subject)
        .orElse(null);
  }

  /** From {@code open} to {@code completed}; null where either is missing. */
  Double seconds() {
    Seen open = task("open");
    Seen completed = task("completed");
    return open == null || completed == null
        ? null
        : Duration.between(open.at(), completed.at()).toMillis() / 1000.0;
  }

  /** Where it was begun; null where nobody said. */
  Object origin() {
    return events.stream()
        .sorted(Comparator.comparing(Seen::at))
        .map(Seen::origin)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** How many steps the form has in which it was submitted; null where nobody said. */
  Integer steps() {
    Object said = create() == null ? null : create().attributes().get("templateSteps");
    return said == null ? null : (Integer) ((Number) said).intValue();
  }

  /** What the browser said that it saves; null where it said nothing. */
  Double minutes() {
    return create() == null ? null : create().value();
  }
}
