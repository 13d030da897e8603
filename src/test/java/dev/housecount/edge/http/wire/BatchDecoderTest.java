package dev.housecount.edge.http.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.housecount.collect.Batch;
import dev.housecount.collect.RejectionReason;
import dev.housecount.collect.Sender;
import dev.housecount.collect.Submission;
import dev.housecount.edge.http.problem.ProblemException;
import dev.housecount.event.FieldValue;
import dev.housecount.event.RawEvent;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchDecoderTest {
  private static final Instant NOW = Instant.parse("2100-01-01T00:00:00Z");
  private static final CollectLimits LIMITS = new CollectLimits(300_000, 500);
  private static final String GOOD = "{\"action\":\"a\",\"subject\":\"s\"}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "attributes|{\"n\":1e400}|BAD_NUMBER",
        "attributes|{\"n\":[{\"m\":-1e999999999999}]}|BAD_NUMBER",
        "value|1e400|BAD_VALUE",
        "value|true|BAD_VALUE",
        "value|[1]|BAD_VALUE",
        "timestamp|1e400|BAD_TIMESTAMP",
        "timestamp|[]|BAD_TIMESTAMP",
        "timestamp|100000000000000000000|BAD_TIMESTAMP",
        "user|{\"a\":1}|BAD_USER",
        "subject|null|BAD_SUBJECT",
        "action|[\"a\"]|BAD_ACTION",
        "pluginId|1|BAD_CONTEXT"
      })
  void decode_oneBadField_rejectsItsEventAlone(String name, String value, RejectionReason reason) {
    assertRejectedAlone(name, value, reason);
  }

  @Test
  void decode_longNumber_rejectsItsEventAlone() {
    String digits = "1".repeat(10_000);
    assertRejectedAlone("value", digits, RejectionReason.BAD_VALUE);
    assertRejectedAlone("attributes", "{\"n\":0." + digits + "}", RejectionReason.BAD_NUMBER);
    assertRejectedAlone("timestamp", digits, RejectionReason.BAD_TIMESTAMP);
  }

  @ParameterizedTest
  @ValueSource(ints = {33, 1000, 40_000})
  void decode_deepField_rejectsItsEventAlone(int depth) {
    assertRejectedAlone(
        "attributes", "{\"a\":".repeat(depth) + "1" + "}".repeat(depth), RejectionReason.TOO_DEEP);
    assertRejectedAlone(
        "context",
        "{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}",
        RejectionReason.TOO_DEEP);
    assertRejectedAlone("user", "[".repeat(depth) + "]".repeat(depth), RejectionReason.TOO_DEEP);
  }

  @Test
  void decode_deeperThanTheParserFollows_isRefused() {
    String deep = "[".repeat(120_000) + "]".repeat(120_000);
    assertThatThrownBy(() -> decode("[" + deep + "]")).hasMessage("too-deep");
  }

  @Test
  void decode_longText_rejectsItsEventAlone() {
    String text = "x".repeat(CollectLimits.TEXT + 1);
    for (String value : List.of("{\"a\":\"" + text + "\"}", "{\"" + text + "\":1}")) {
      assertRejectedAlone("attributes", value, RejectionReason.TOO_LARGE);
    }
    assertRejectedAlone("action", "\"" + text + "\"", RejectionReason.TOO_LARGE);
    assertRejectedAlone("subject", "\"" + "x".repeat(200_000) + "\"", RejectionReason.TOO_LARGE);
    assertThat(decodeField("subject", "\"" + text.substring(1) + "\"")).isNotNull();
  }

  @Test
  void decode_manyTexts_rejectTheEventAlone() {
    String text = "\"" + "x".repeat(CollectLimits.TEXT) + "\"";
    assertRejectedAlone(
        "attributes",
        "{\"a\":[" + text + "," + text + "," + text + "," + text + "]}",
        RejectionReason.TOO_LARGE);
  }

  @Test
  void decode_manyFields_countAtAnyDepth() {
    assertThat(decodeField("attributes", object(CollectLimits.FIELDS))).isNotNull();
    assertRejectedAlone(
        "attributes", object(CollectLimits.FIELDS + 1), RejectionReason.TOO_MANY_FIELDS);
    assertRejectedAlone(
        "context", "{\"a\":" + object(CollectLimits.FIELDS) + "}", RejectionReason.TOO_MANY_FIELDS);
    assertRejectedAlone(
        "context",
        "{\"a\":[" + "null,".repeat(CollectLimits.FIELDS) + "1]}",
        RejectionReason.TOO_MANY_FIELDS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"true|true", "false|false", "1|false", "null|false", "{\"a\":[1]}|false"})
  void decode_backfill_isWhatSaysSo(String value, boolean backfill) {
    Batch batch = decode("{\"backfill\":" + value + ",\"events\":[" + GOOD + "]}");
    assertThat(batch.backfill()).isEqualTo(backfill);
    assertThat(batch.submissions()).hasSize(1);
    assertThat(batch.sentBy("user:default/a").backfill()).isEqualTo(backfill);
  }

  @Test
  void decode_genericModule_olderVersionsNameTheUserOtherwise() {
    assertThat(event("{\"event\":" + GOOD + ",\"user\":\"u\",\"userId\":\"v\"}").user())
        .isEqualTo("u");
    assertThat(event("{\"event\":" + GOOD + ",\"userId\":\"v\"}").user()).isEqualTo("v");
    assertThat(decodeField("userId", "\"v\"").user()).as("no dialect has it here").isNull();
  }

  @Test
  void decode_whatNoDialectHas_isPassedOver_whateverItIs() {
    String whole =
        "{\"profile\":"
            + "[".repeat(1000)
            + "]".repeat(1000)
            + ",\"x\":\""
            + "y".repeat(9000)
            + "\"}";
    assertThat(decodeField("teamMetadata", whole)).isNotNull();
    assertThat(
            event(
                    "{\"teamMetadata\":%s,\"event\":%s,\"more\":%s}"
                        .formatted(whole, GOOD, object(999)))
                .action())
        .isEqualTo("a");
    assertThat(decode("{\"x\":" + whole + ",\"events\":[" + GOOD + "]}").submissions()).hasSize(1);
  }

  @Test
  void decode_equalNames_theLastCounts() {
    assertThat(event("{\"action\":\"x\",\"subject\":\"s\",\"action\":\"y\"}").action())
        .isEqualTo("y");
    assertThat(event("{\"action\":\"x\",\"subject\":\"s\",\"value\":7,\"value\":null}").value())
        .isNull();
    assertThat(decodeField("attributes", "{\"k\":1,\"k\":[2],\"k\":\"3\"}").attributes())
        .isEqualTo(Map.of("k", new FieldValue.Text("3")));
    assertThat(decode("{\"events\":[1,2],\"events\":[" + GOOD + "]}").submissions()).hasSize(1);
    assertThatThrownBy(() -> decode("{\"events\":[],\"events\":{}}")).hasMessage("not-a-batch");
  }

  @ParameterizedTest
  @CsvSource({"-0,0", "-0.0,0", "1e-400,0", "-1e-400,0", "1E2,100", "0.1,0.1", "1e308,1e308"})
  void decode_numbers_areDoubles_withOneZero(String number, double expected) {
    assertThat(decodeField("value", number).value()).isEqualTo(expected);
    assertThat(decodeField("attributes", "{\"n\":" + number + "}").attributes().get("n"))
        .isEqualTo(new FieldValue.Num(expected));
  }

  @Test
  void decode_malformedUtf8_becomesAReplacement_inItsTextAlone() {
    for (byte[] bytes :
        new byte[][] {
          {(byte) 0xff},
          {(byte) 0xc0, (byte) 0xaf},
          {(byte) 0xe2, (byte) 0x82},
          {(byte) 0xed, (byte) 0xa0, (byte) 0x80}
        }) {
      String latin =
          "[{\"action\":\"a\",\"subject\":\"" + new String(bytes, ISO_8859_1) + "\"}," + GOOD + "]";
      List<Submission> both = decode(latin.getBytes(ISO_8859_1)).submissions();
      assertThat(both.get(0).event().subject()).matches("\uFFFD+");
      assertThat(both.get(1).event().subject()).isEqualTo("s");
    }
    assertThatThrownBy(() -> decode(new byte[] {'[', (byte) 0xff, ']'})).hasMessage("not-json");
  }

  @Test
  void decode_controlCharactersAndHalfCharacters_becomeReplacements() {
    assertThat(decodeField("subject", "\"a\\u0000b\\ud800c\\udc00\\n\"").subject())
        .isEqualTo("a\uFFFDb\uFFFDc\uFFFD\n");
    assertThat(decodeField("attributes", "{\"\\u0000\":\"\\ud83d\\ude00\"}").attributes())
        .isEqualTo(Map.of("\uFFFD", new FieldValue.Text("\uD83D\uDE00")));
  }

  @Test
  void decode_byteOrderMark_isIgnored_otherEncodingsAreNoJson() {
    assertThat(decode("\uFEFF[" + GOOD + "]").submissions()).hasSize(1);
    assertThatThrownBy(() -> decode("\uFEFF\uFEFF[]")).hasMessage("not-json");
    assertThatThrownBy(() -> decode("[]".getBytes(UTF_16))).hasMessage("not-json");
    assertThatThrownBy(() -> decode("[]".getBytes(UTF_16LE))).hasMessage("not-json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n\t\r",
        "[] []",
        "[],",
        "{\"events\":[]}}",
        "[]x",
        "[NaN]",
        "[Infinity]",
        "[01]",
        "[1]/**/",
        "['a']",
        "[+1]",
        "[.1]",
        "[1.]",
        "[0x1]",
        "{\"events\":[]",
        "[\"a\tb\"]",
        "[\"\\x\"]",
        "[tru]"
      })
  void decode_noJson_isRefused(String body) {
    assertThatThrownBy(() -> decode(body)).hasMessage("not-json");
  }

  @Test
  void decode_brokenInsideARejectedEvent_isStillNoJson() {
    assertThatThrownBy(() -> decode("[{\"action\":[[1,]]}]")).hasMessage("not-json");
    assertThatThrownBy(() -> decode("[{\"x\":{\"y\":nul}}]")).hasMessage("not-json");
  }

  @Test
  void decode_tooManyEvents_isToBeSplit() {
    String body =
        IntStream.rangeClosed(0, 500).mapToObj(i -> "0").collect(Collectors.joining(",", "[", "]"));
    assertThatThrownBy(() -> decode(body))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.problem().members())
                    .containsEntry("limit", 500)
                    .containsEntry("unit", "events"));
  }

  @Test
  void decode_tooManyBytes_isToBeSplit_unlessItIsOneEvent() {
    String large = "{\"action\":\"a\",\"subject\":\"" + "x".repeat(LIMITS.bytes()) + "\"}";
    for (String one : List.of("[" + large + "]", "{\"events\":[" + large + "],\"sentAt\":1}")) {
      assertThat(decode(one).submissions())
          .containsExactly(Submission.rejected(RejectionReason.TOO_LARGE));
    }
    for (String other :
        List.of("[" + large + "," + GOOD + "]", "[" + GOOD + "," + large + "]", "[" + large)) {
      assertThatThrownBy(() -> decode(other)).hasMessage("too-large");
    }
    assertThatThrownBy(() -> decode(large)).hasMessage("not-a-batch");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "é", "漢", "😀", "\\n"})
  void decode_whatIsPassedOver_isNotCounted(String letter) {
    String metadata = "{\"spec\":{\"name\":\"" + letter.repeat(20_000) + "\"}}";
    String wrapped = "{\"teamMetadata\":" + metadata + ",\"event\":" + GOOD + "}";
    String inner = "{\"event\":{\"more\":" + metadata + "," + GOOD.substring(1) + "}";
    String twenty = String.join(",", Collections.nCopies(10, wrapped + "," + inner));
    assertThat(twenty.getBytes(UTF_8).length).isGreaterThan(LIMITS.bytes());
    assertThat(decode("[" + twenty + "]").submissions())
        .extracting(Submission::event)
        .hasSize(20)
        .doesNotContainNull();
    assertThat(decode("{\"x\":[" + twenty + "],\"events\":[" + GOOD + "]}").submissions())
        .hasSize(1);
  }

  @Test
  void decode_whatIsPassedOver_doesNotMakeRoom() {
    String metadata = ",\"teamMetadata\":\"" + "x".repeat(LIMITS.bytes()) + "\"}";
    String kept = "{\"action\":\"a\",\"subject\":\"" + "é".repeat(3000) + "\"";
    String fits = String.join(",", Collections.nCopies(40, kept + "}"));
    String more = String.join(",", Collections.nCopies(60, kept + "}"));
    assertThat(decode("[" + kept + metadata + "," + fits + "]").submissions()).hasSize(41);
    assertThatThrownBy(() -> decode("[" + kept + metadata + "," + more + "]"))
        .hasMessage("too-large");
  }

  private static void assertRejectedAlone(String name, String value, RejectionReason reason) {
    String bad = "{\"action\":\"a\",\"subject\":\"s\",\"" + name + "\":" + value + ",\"x\":{}}";
    List<Submission> all = decode("[" + GOOD + "," + bad + "," + GOOD + "]").submissions();
    assertThat(all).extracting(Submission::reason).containsExactly(null, reason, null);
    List<Submission> wrapped =
        decode("{\"events\":[{\"event\":" + bad + "}," + GOOD + "],\"sentAt\":0}").submissions();
    assertThat(wrapped).extracting(Submission::event).last().isNotNull();
    assertThat(wrapped).hasSize(2);
  }

  private static RawEvent decodeField(String name, String value) {
    return event("{\"action\":\"a\",\"subject\":\"s\",\"" + name + "\":" + value + "}");
  }

  private static RawEvent event(String element) {
    return decode("[" + element + "]").submissions().get(0).event();
  }

  private static String object(int members) {
    return IntStream.range(0, members)
        .mapToObj(i -> "\"k" + i + "\":" + i)
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static Batch decode(String body) {
    return decode(body.getBytes(UTF_8));
  }

  private static Batch decode(byte[] body) {
    return new BatchDecoder(LIMITS).decode(body, NOW, "default", Sender.of("test"));
  }
}
