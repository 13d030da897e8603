package dev.housecount.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.housecount.event.EventTime;
import dev.housecount.event.FieldValue;
import dev.housecount.event.RawEvent;
import dev.housecount.event.ScrubbedEvent;
import dev.housecount.testing.Pipeline;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors that the npm package passes too (src/backstage/test/vectors.test.ts). */
class SharedVectorsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode FILE = read();

  private final Scrubber scrubber = Pipeline.scrubber();

  static Stream<Arguments> vectors() {
    return elements(FILE.get("vectors"))
        .map(
            vector ->
                Arguments.of(
                    vector.get("name").asText(), vector.get("event"), vector.get("expected")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void scrub_asTheClientDoes(String name, JsonNode event, JsonNode expected) {
    assertMatches(scrub(event), event, expected);
  }

  /** What our own client sends has gone through its scrubber already. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void scrub_whatTheClientScrubbed_changesNothing(String name, JsonNode event, JsonNode expected) {
    JsonNode sent =
        expected.has("action")
            ? expected
            : JSON.createObjectNode().put("action", action(event)).setAll(object(expected));
    assertMatches(scrub(sent), event, expected);
  }

  static Stream<String> terms() {
    return elements(FILE.get("stay")).map(JsonNode::asText);
  }

  @ParameterizedTest
  @MethodSource("terms")
  void scrub_termThatMustStay_staysAsItIs(String term) {
    JsonNode event = JSON.createObjectNode().put("action", "search").put("subject", term);
    assertThat(scrub(event).subject()).isEqualTo(term);
  }

  @Test
  void allowList_isTheDefaultOfTheServer() {
    ActionRule standard = Pipeline.POLICY.scrub().standard();
    assertThat(standard.attributes()).isEqualTo(AllowList.of(allowed("attributes")));
    assertThat(standard.context()).isEqualTo(AllowList.of(allowed("context")));
  }

  private static void assertMatches(ScrubbedEvent scrubbed, JsonNode event, JsonNode expected) {
    assertThat(scrubbed.action())
        .isEqualTo(expected.has("action") ? action(expected) : action(event));
    assertThat(scrubbed.subject()).isEqualTo(expected.get("subject").asText());
    assertThat(scrubbed.attributes()).isEqualTo(fields(expected.get("attributes")));
    assertThat(scrubbed.context()).isEqualTo(fields(expected.get("context")));
  }

  private ScrubbedEvent scrub(JsonNode event) {
    RawEvent raw =
        new RawEvent(
            "id",
            action(event),
            event.get("subject").asText(),
            null,
            fields(event.get("attributes")),
            fields(event.get("context")),
            null,
            null,
            null);
    return scrubber.scrub(
        raw,
        new EventTime(Instant.EPOCH, true),
        new Arrival(Instant.EPOCH, 0, "sender"),
        new BatchNotes());
  }

  private static String action(JsonNode event) {
    return event.get("action").asText();
  }

  private static Map<String, FieldValue> fields(JsonNode object) {
    return object == null
        ? Map.of()
        : FieldValue.fieldsOfPlain(JSON.convertValue(object, Map.class));
  }

  private static com.fasterxml.jackson.databind.node.ObjectNode object(JsonNode node) {
    return (com.fasterxml.jackson.databind.node.ObjectNode) node;
  }

  private static Set<String> allowed(String list) {
    Set<String> keys = new TreeSet<>();
    elements(FILE.get("allowList").get(list)).forEach(key -> keys.add(key.asText()));
    return keys;
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static JsonNode read() {
    try {
      return JSON.readTree(Path.of("src/test/vectors/scrub.json").toFile());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
