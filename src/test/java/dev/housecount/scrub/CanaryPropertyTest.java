package dev.housecount.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.event.EventTime;
import dev.housecount.event.FieldValue;
import dev.housecount.event.RawEvent;
import dev.housecount.event.ScrubbedEvent;
import dev.housecount.testing.Pipeline;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Values with a mark in them, planted in every place of an event: none comes through. */
class CanaryPropertyTest {
  private static final String MARK = "canary";
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final Scrubber byList = Pipeline.scrubber();
  private final Scrubber keepingAll =
      Pipeline.scrubber("actions: {'*': {attributes: '*', context: '*'}}");

  @Property(tries = 500, seed = "6")
  void scrub_leavesNoCanary(
      @ForAll("planted") String planted,
      @ForAll("actions") String action,
      @ForAll("keys") String key,
      @ForAll boolean keepAll) {
    RawEvent raw =
        new RawEvent(
            planted,
            action.isEmpty() ? planted : action,
            planted,
            1.0,
            fields(key, planted),
            fields(key, planted),
            planted,
            planted,
            NOW);
    ScrubbedEvent event =
        (keepAll ? keepingAll : byList)
            .scrub(raw, new EventTime(NOW, true), new Arrival(NOW, 0, "test"), new BatchNotes());
    assertThat(event.toString().toLowerCase(Locale.ROOT)).doesNotContain(MARK);
  }

  @Provide
  Arbitrary<String> planted() {
    Arbitrary<String> canary =
        Arbitraries.of(
            "canary.b+c@acme.test",
            "password=canary4711",
            "https://canary:pw@wiki.test/a",
            "https://wiki.test/a?q=canary#canary",
            "/catalog?canary",
            "/docs%3Fq%3Dcanary",
            "user:default/canary",
            "User:Canary",
            "/catalog/default/user/canary/x",
            "/catalog/default/user/canary%20b",
            "/docs/default%2FUser%2Fcanary",
            "/create/tasks/canary/logs",
            "-----BEGIN RSA PRIVATE KEY-----\ncanary",
            "ghp_canary0123456789abcdefgh");
    Arbitrary<Boolean> encoded = Arbitraries.of(true, false);
    return canary.flatMap(
        text ->
            encoded.map(
                twice ->
                    twice && !text.contains(" ") && !text.contains("\n") && text.startsWith("/")
                        ? text.replace("/", "%252F")
                        : twice && text.startsWith("user:")
                            ? URLEncoder.encode(text, StandardCharsets.UTF_8)
                            : text));
  }

  @Provide
  Arbitrary<String> actions() {
    return Arbitraries.of("navigate", "click", "search", "not-found", "custom", "");
  }

  @Provide
  Arbitrary<String> keys() {
    return Arbitraries.of("name", "to", "path", "pluginId", "note", "entityRef", "*", "password");
  }

  /** At the top, in a list, below a key, as a key, and as the records that never enter. */
  private static Map<String, FieldValue> fields(String key, String planted) {
    FieldValue text = new FieldValue.Text(planted);
    FieldValue name = new FieldValue.Text("Canary");
    Map<String, FieldValue> fields = new LinkedHashMap<>();
    fields.put("teamMetadata", name);
    fields.put("profile", new FieldValue.Fields(Map.of("note", name)));
    fields.put(planted, new FieldValue.Text("x"));
    fields.put(
        "searchTypes", new FieldValue.Items(List.of(text, new FieldValue.Items(List.of(text)))));
    Map<String, FieldValue> person = new LinkedHashMap<>(Map.of("displayName", name));
    person.put("kind", new FieldValue.Text("User"));
    person.put("name", name);
    person.put(planted, text);
    person.put(key, text);
    fields.put("productive", new FieldValue.Fields(person));
    fields.put(key, text);
    return fields;
  }
}
