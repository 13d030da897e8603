package dev.housecount.edge.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.housecount.edge.dynamodb.RawTables;
import dev.housecount.testing.DynamoDbLocal;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Plants canaries of every kind in every place of a request, then looks for them in all that comes
 * out: answers, log, metrics, and the raw tables.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CanaryIT {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String EVENTS = "canary-events";
  private static final String PEOPLE = "canary-people";

  /** Named as a person: it is no detector's, only pseudonyms and the allow-list keep it out. */
  private static final String PERSON = "zelda.canary";

  private final List<String> answers = new ArrayList<>();
  private final Map<String, List<String>> outputs = new LinkedHashMap<>();

  @BeforeAll
  void plantAndLook() throws Exception {
    List<String> options = new ArrayList<>();
    DynamoDbLocal.server()
        .clientSettings()
        .forEach((name, value) -> options.add("-D" + name + "=" + value));
    options.add("-Dhousecount.tables.events=" + EVENTS);
    options.add("-Dhousecount.tables.people=" + PEOPLE);
    JarProcess server = new JarProcess(options);
    try {
      for (Canary canary : Canary.values()) {
        plant(server, canary);
      }
      plantNumber(server);
      plantPerson(server);
      answers.add(server.send(server.request("/query?limit=1000")).body());
      for (String accept : List.of("text/csv", "application/x-ndjson")) {
        answers.add(
            server.send(server.request("/query?limit=1000").header("Accept", accept)).body());
      }
      outputs.put("answer", answers);
      outputs.put(
          "metrics and health",
          List.of(
              server.send(server.request("/metrics")).body(),
              server.send(server.request("/q/health")).body()));
      outputs.put("tables", List.of(RawTables.text(DynamoDbLocal.client(), EVENTS, PEOPLE)));
    } finally {
      server.close();
    }
    outputs.put("log", List.of(server.output()));
  }

  @AfterAll
  void forget() {
    outputs.clear();
  }

  @Test
  void eventsWereStored() {
    assertThat(outputs.get("tables").get(0)).contains("expiresAt=", "navigate", "<email>");
    assertThat(outputs.get("answer")).anyMatch(answer -> answer.contains("\"accepted\":1"));
  }

  @Test
  void noCanaryComesOut() {
    List<String> leaks = new ArrayList<>();
    outputs.forEach(
        (where, texts) -> {
          for (Canary canary : Canary.values()) {
            texts.stream()
                .flatMap(text -> canary.traceIn(text).stream())
                .findFirst()
                .ifPresent(trace -> leaks.add(canary + " in " + where + ": " + trace));
          }
        });
    assertThat(String.join("\n", leaks)).isEmpty();
  }

  @Test
  void noPersonComesOut() {
    outputs.forEach(
        (where, texts) ->
            assertThat(texts)
                .as(where)
                .noneMatch(text -> text.toLowerCase(java.util.Locale.ROOT).contains(PERSON)));
  }

  private void plant(JarProcess server, Canary canary) {
    String text = canary.text();
    for (String action : List.of("navigate", "search", "click", "discover", "not-found", "x")) {
      Map<String, Object> event = event(action, text);
      event.put("attributes", fields(text, "to", "name", "path", "*", "taskId"));
      event.put("context", fields(text, "pluginId", "entityRef", "pathname", "searchTypes"));
      collect(server, Map.of("events", List.of(event)));
    }
    Map<String, Object> inWords = event("search", "how do I reach " + text + " tomorrow");
    inWords.put("sessionId", text);
    collect(server, Map.of("events", List.of(inWords), "extra", text));
    for (String name : List.of("id", "action", "user", "sessionId", "timestamp", "value")) {
      Map<String, Object> event = event("navigate", "/catalog");
      event.put(name, text);
      collect(server, Map.of("events", List.of(event)));
    }
    collect(server, List.of(generic(text), adoptionInsights(text), codeVerse(text), text));
    collect(server, Map.of("events", text));
    elsewhere(server, text);
  }

  /** In headers, in paths, in parameters, and in bodies that are none. */
  private void elsewhere(JarProcess server, String text) {
    send(server, post(server, "{\"" + text, "application/json"));
    send(server, post(server, text, "text/plain"));
    String line = text.replace('\n', ' ');
    send(server, post(server, "[]", "text/" + URLEncoder.encode(text, UTF_8)));
    send(server, post(server, "[]", "text/plain").header("Content-Encoding", line));
    for (String header : List.of("Authorization", "User-Agent", "Referer", "Origin", "Cookie")) {
      send(server, post(server, "[]", "application/json").header(header, line));
    }
    send(server, post(server, "[]", "application/json").header("X-Request-Id", line));
    String encoded = URLEncoder.encode(text, UTF_8);
    for (String path :
        List.of(
            "/" + encoded,
            "/collect/" + encoded,
            "/collect?x=" + encoded,
            "/users/" + encoded,
            "/query?" + encoded + "=1",
            "/query?from=" + encoded,
            "/query?cursor=" + encoded,
            "/query?subject=" + encoded,
            "/query?user=" + encoded,
            "/query?entity=" + encoded)) {
      send(server, server.request(path));
    }
  }

  private void plantNumber(JarProcess server) {
    Map<String, Object> event = event("navigate", "/catalog");
    event.put("value", 5_555_555_555_554_444L);
    event.put("attributes", Map.of("resultCount", 5_555_555_555_554_444L));
    collect(server, Map.of("events", List.of(event)));
  }

  private void plantPerson(JarProcess server) {
    String ref = "user:default/" + PERSON;
    Map<String, Object> looking = event("navigate", "/catalog/default/user/" + PERSON);
    looking.put("user", "User:Default/Zelda.Canary");
    looking.put("attributes", Map.of("kind", "user", "namespace", "default", "name", PERSON));
    looking.put("context", Map.of("entityRef", ref, "pluginId", "catalog"));
    collect(server, Map.of("events", List.of(looking)));
    Map<String, Object> generic = new HashMap<>(generic("x"));
    generic.put("user", ref);
    generic.put(
        "teamMetadata",
        Map.of(
            "metadata",
            Map.of("name", PERSON),
            "spec",
            Map.of("profile", Map.of("displayName", PERSON, "email", PERSON + "@x.example"))));
    collect(server, List.of(generic));
    Map<String, Object> named = event("click", "Open");
    named.put(
        "attributes",
        Map.of(
            "email",
            PERSON,
            "displayName",
            PERSON,
            "profile",
            Map.of("displayName", PERSON),
            "to",
            "/catalog/default/user/" + PERSON + "/ci?x=" + PERSON));
    named.put("context", Map.of("userId", PERSON, "userName", ref, "owner", PERSON));
    collect(server, Map.of("events", List.of(named)));
  }

  private static Map<String, Object> event(String action, String subject) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("action", action);
    event.put("subject", subject);
    return event;
  }

  /** Under each of the names, under one that nobody knows, as a name, and nested. */
  private static Map<String, Object> fields(String text, String... names) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (String name : names) {
      fields.put(name, text);
    }
    fields.put("unknown", text);
    fields.put(text, "x");
    fields.put(names[0] + "s", List.of(text, Map.of(text, text)));
    fields.put(names[1], List.of(text, Map.of(text, text, "kept", text)));
    return fields;
  }

  private static Map<String, Object> generic(String text) {
    return Map.of(
        "event", event("search", text),
        "timestamp", java.time.Instant.now().toString(),
        "user", text,
        "teamMetadata", Map.of("profile", Map.of("email", text)),
        "sessionId", text);
  }

  private static Map<String, Object> adoptionInsights(String text) {
    Map<String, Object> event = event("navigate", "/x/" + text);
    event.put("attributes", Map.of());
    event.put(
        "context",
        Map.of(
            "userId", text,
            "userName", text,
            "timestamp", java.time.Instant.now().toString(),
            "pluginId", text));
    return event;
  }

  private static Map<String, Object> codeVerse(String text) {
    Map<String, Object> event = event("click", text);
    event.put("pluginId", text);
    event.put("pathname", text);
    event.put("sessionId", text);
    return event;
  }

  private void collect(JarProcess server, Object body) {
    try {
      String json = JSON.writeValueAsString(body);
      send(server, post(server, json, "application/json"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpRequest.Builder post(JarProcess server, String body, String mediaType) {
    return server
        .request("/collect")
        .header("Content-Type", mediaType)
        .POST(BodyPublishers.ofString(body));
  }

  private void send(JarProcess server, HttpRequest.Builder request) {
    HttpResponse<String> answer = server.send(request);
    assertThat(answer.statusCode()).isLessThan(500);
    String link = answer.headers().firstValue("Link").orElse("");
    assertThat(link).isEmpty();
    answers.add(Objects.toString(answer.headers().map()) + answer.body());
  }
}
