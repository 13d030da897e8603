package dev.housecount.edge.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.housecount.collect.Sender;
import dev.housecount.collect.Submission;
import dev.housecount.edge.http.wire.BatchDecoder;
import dev.housecount.edge.http.wire.CollectLimits;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * JSON texts and what only looks like them (RFC 8259), as a body, as an event, as an attribute and
 * where no dialect looks: what is no JSON is refused in every place, what is JSON in none.
 */
class JsonConformanceTest {
  private static final String EVENT = "{\"action\":\"a\",\"subject\":\"s\"}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "false",
        "0",
        "-0",
        "-1",
        "12e0",
        "1E+2",
        "1e-2",
        "0.5",
        "123456789012345678901234567890",
        "\"\"",
        "\" \"",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
        "\"\\u0061\\u30af\\u30EA\\u30b9\"",
        "\"\\uD801\\udc37\"",
        "\"\\ud83d\"",
        "\"\\udc00x\"",
        "\"\\u0000\"",
        "\"\u007f\"",
        "\"\u2028\"",
        "\"\uFFFF\"",
        "\"€𝄞\"",
        "[]",
        " [ ] ",
        "[1,null,[2]]",
        "{}",
        "{\"\":0}",
        "{\"a\":1,\"a\":2}",
        "{\"a\\u0000b\":[]}",
        "\t\r\n 1 \n"
      })
  void json_isTakenEverywhere(String json) {
    assertThat(decode("[" + json + "," + EVENT + "]")).last().matches(s -> s.event() != null);
    List<Submission> attribute = decode(withAttribute(json));
    assertThat(attribute).hasSize(2).allMatch(s -> s.event() != null);
    assertThat(decode(withUnknown(json))).hasSize(2).allMatch(s -> s.event() != null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nul",
        "True",
        "NaN",
        "Infinity",
        "-Infinity",
        "undefined",
        "+1",
        "01",
        "-01",
        "-",
        "1.",
        ".5",
        "1.e1",
        "1e",
        "1e+",
        "0x1",
        "1_000",
        "1a",
        "-a",
        "１",
        "\"",
        "\"\\\"",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u{61}\"",
        "\"\\U0061\"",
        "'a'",
        "`a`",
        "\"a\nb\"",
        "\"a\tb\"",
        "\"\u0000\"",
        "\"a\\\u0000\"",
        "[1,]",
        "[,1]",
        "[1,,2]",
        "[1 2]",
        "[1:2]",
        "[1}",
        "[\"a\"",
        "[",
        "{\"a\":1,}",
        "{,}",
        "{a:1}",
        "{1:1}",
        "{\"a\" 1}",
        "{\"a\":}",
        "{\"a\":1 \"b\":2}",
        "{\"a\":1]",
        "{\"a\"",
        "{",
        "}",
        "]",
        "1/**/",
        "1//",
        "#1",
        "\u00a01",
        "\u20601",
        "\uFEFF1",
        "\f1",
        "<1>",
        "1 1",
        "1\u0000"
      })
  void whatIsNoJson_isRefusedEverywhere(String text) {
    for (String body :
        List.of(
            text,
            "[" + text + "]",
            "{\"events\":[" + text + "]}",
            withAttribute(text),
            withUnknown(text))) {
      if (!body.equals("\uFEFF1")) { // a byte order mark before a body is none of its text
        assertThatThrownBy(() -> decode(body)).as(body).hasMessage("not-json");
      }
    }
  }

  private static String withAttribute(String json) {
    return "[{\"action\":\"a\",\"subject\":\"s\",\"attributes\":{\"k\":"
        + json
        + "}},"
        + EVENT
        + "]";
  }

  private static String withUnknown(String json) {
    return "[{\"action\":\"a\",\"subject\":\"s\",\"teamMetadata\":" + json + "}," + EVENT + "]";
  }

  private static List<Submission> decode(String body) {
    return new BatchDecoder(new CollectLimits(10_000, 10))
        .decode(body.getBytes(UTF_8), Instant.EPOCH, "default", Sender.of("test"))
        .submissions();
  }
}
