package dev.housecount.oracle;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/**
 * An event as {@code /query} shows it; what it does not say is null.
 *
 * @param user a pseudonym
 * @param mark the mark's code
 */
record Seen(
    String id,
    Instant at,
    String action,
    String subject,
    Double value,
    Map<String, Object> attributes,
    Map<String, Object> context,
    String user,
    String session,
    String plugin,
    String section,
    String entity,
    String mark) {
  @SuppressWarnings("unchecked") // JSON
  static Seen of(Map<String, Object> event) {
    return new Seen(
        (String) event.get("id"),
        Instant.parse((String) event.get("timestamp")),
        (String) event.get("action"),
        (String) event.get("subject"),
        number(event.get("value")),
        (Map<String, Object>) event.getOrDefault("attributes", Map.of()),
        (Map<String, Object>) event.getOrDefault("context", Map.of()),
        (String) event.get("user"),
        (String) event.get("sessionId"),
        (String) event.get("pluginId"),
        (String) event.get("section"),
        (String) event.get("entityRef"),
        (String) event.get("mark"));
  }

  static Double number(Object value) {
    return value instanceof Number number ? number.doubleValue() : null;
  }

  /** User, else session; of nobody else, itself. */
  String actor() {
    return user != null ? user : session != null ? session : id;
  }

  /** Not marked, and by a human. */
  boolean isCounted() {
    return mark == null && isByHuman();
  }

  boolean isByHuman() {
    return !"agent".equals(origin()) && !"service".equals(origin());
  }

  /** Where it was begun; null where nothing is said. */
  Object origin() {
    return attributes.get("origin");
  }

  /** Whether the action's name has the word. */
  boolean isSearch() {
    return Arrays.asList(action.toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}\\p{Nd}]+"))
        .contains("search");
  }

  /** Without query, fragment and a slash at the end. */
  String page() {
    String path = subject.split("[?#]", 2)[0];
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  String term() {
    return subject.strip().toLowerCase(java.util.Locale.ROOT);
  }

  /** How many results a search says that it had; null where it says nothing. */
  Double results() {
    Double count = number(attributes.get("resultCount"));
    return action.equals("search") || count == null ? value : count;
  }

  /** What an event is about in the scaffolder. */
  String template() {
    return entity != null && entity.startsWith("template:") ? entity : null;
  }
}
