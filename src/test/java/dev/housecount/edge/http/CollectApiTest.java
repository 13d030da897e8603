package dev.housecount.edge.http;

import static dev.housecount.edge.http.Api.collect;
import static dev.housecount.edge.http.Api.collectEvents;
import static dev.housecount.edge.http.Api.event;
import static dev.housecount.edge.http.Api.events;
import static dev.housecount.edge.http.Api.now;
import static dev.housecount.edge.http.Api.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import dev.housecount.edge.http.page.EventJson;
import dev.housecount.scrub.EventIdentity;
import dev.housecount.testing.LocalDynamoDb;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(LocalDynamoDb.class)
class CollectApiTest {
  @Test
  void collect_envelope_answers202_andIsQueryableAtOnce() {
    String subject = unique();
    collectEvents(event(subject))
        .then()
        .statusCode(202)
        .body("accepted", is(1))
        .body("rejected", empty());
    assertThat(events("subject", subject))
        .singleElement()
        .extracting("action")
        .isEqualTo("navigate");
  }

  @Test
  void collect_nothing_isFine() {
    collect("[]").then().statusCode(202).body("accepted", is(0));
    collect("{\"events\":[]}").then().statusCode(202).body("accepted", is(0));
  }

  @Test
  void collect_genericModule_wrapsTheEvent() {
    String subject = unique();
    Map<String, Object> wrapper =
        Map.of(
            "event",
                event(subject, "attributes", Map.of(), "context", Map.of("pluginId", "catalog")),
            "timestamp", now().toString(),
            "user", "user:default/alice",
            "teamMetadata", Map.of("spec", Map.of("profile", Map.of("email", "alice@acme.test"))),
            "sessionId", "f2b0c0de-0000-4000-8000-000000000001");
    collect(List.of(wrapper)).then().statusCode(202).body("accepted", is(1));
    List<Map<String, Object>> found = events("subject", subject);
    assertThat(found).hasSize(1);
    assertThat(found.toString()).doesNotContain("alice", "acme", "f2b0c0de");
    assertThat(found.get(0))
        .containsKeys("user", "sessionId", "timestamp")
        .containsEntry("pluginId", "catalog");
  }

  @Test
  void collect_adoptionInsights_hasUserAndTimeInTheContext() {
    String subject = unique();
    Instant at = now().minusSeconds(60);
    collect(
            List.of(
                event(
                    subject,
                    "context",
                    Map.of(
                        "pluginId",
                        "techdocs",
                        "userId",
                        "5b2c",
                        "userName",
                        "user:default/alice",
                        "timestamp",
                        at.toString()))))
        .then()
        .body("accepted", is(1));
    Map<String, Object> found = events("subject", subject, "user", "user:default/alice").get(0);
    assertThat(found)
        .containsEntry("timestamp", iso(at))
        .containsEntry("context", Map.of("pluginId", "techdocs"));
  }

  @Test
  void collect_codeVerse_hasPluginInTheEvent() {
    String subject = unique();
    Map<String, Object> sent =
        event(
            subject,
            "value",
            null,
            "pluginId",
            "catalog",
            "pathname",
            subject + "?token=s",
            "sessionId",
            "s-1",
            "timestamp",
            now().toString());
    collectEvents(sent).then().body("accepted", is(1));
    Map<String, Object> found = events("subject", subject).get(0);
    assertThat(found)
        .doesNotContainKey("value")
        .containsEntry("context", Map.of("pluginId", "catalog", "pathname", subject));
  }

  @Test
  void collect_someBad_keepsTheGood() {
    String subject = unique();
    List<Object> batch = new ArrayList<>();
    batch.add(event(subject));
    batch.add(Map.of("subject", "x"));
    batch.add("text");
    batch.add(null);
    batch.add(Map.of("action", "a"));
    batch.add(event(subject, "value", "3"));
    batch.add(event(subject, "attributes", List.of()));
    batch.add(event(subject, "context", "c"));
    batch.add(event(subject, "timestamp", "yesterday"));
    batch.add(event(subject, "user", 7));
    batch.add(event(subject, "sessionId", Map.of()));
    batch.add(event(subject, "id", 1));
    batch.add(event(subject, "timestamp", now().minus(Duration.ofDays(91)).toString()));
    batch.add(Map.of("event", "none"));
    batch.add(event(subject, "attributes", Map.of("name", "x".repeat(5000))));
    batch.add(event(subject, "id", "last"));
    collect(Map.of("events", batch))
        .then()
        .statusCode(202)
        .body("accepted", is(2))
        .body("rejected.index", contains(IntStream.range(1, 15).boxed().toArray()))
        .body(
            "rejected.reason",
            contains(
                "bad_action",
                "not_an_event",
                "not_an_event",
                "bad_subject",
                "bad_value",
                "bad_attributes",
                "bad_context",
                "bad_timestamp",
                "bad_user",
                "bad_session",
                "bad_id",
                "too_old",
                "not_an_event",
                "too_large"))
        .body("rejected.detail", everyItem(endsWith(".")));
    assertThat(events("subject", subject)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "nul",
        "null",
        "7",
        "\"text\"",
        "{}",
        "{\"events\":{}}",
        "{\"events\":null}",
        "[]]",
        "[1,]",
        "{\"events\":[],\"sentAt\":\"soon\"}"
      })
  void collect_noBatch_answers400(String body) {
    collect(body)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("status", is(400))
        .body("type", org.hamcrest.Matchers.startsWith("urn:housecount:problem:"));
  }

  @Test
  void collect_deepNesting_answers400() {
    collect("[".repeat(100_000)).then().statusCode(400).contentType("application/problem+json");
  }

  @Test
  void collect_tooManyEvents_answers413WithTheLimit() {
    List<Object> many = Collections.nCopies(501, event("/"));
    collect(many)
        .then()
        .statusCode(413)
        .contentType("application/problem+json")
        .body("limit", is(500))
        .body("unit", equalTo("events"));
  }

  @Test
  void collect_tooManyBytes_answers413WithTheLimit() {
    collect("[" + " ".repeat(1 << 20) + "]")
        .then()
        .statusCode(413)
        .body("limit", is(1 << 20))
        .body("unit", equalTo("bytes"));
  }

  @Test
  void collect_limitsAreInclusive() {
    collect("[" + " ".repeat((1 << 20) - 2) + "]").then().statusCode(202);
    String subject = unique();
    List<Object> most =
        IntStream.range(0, 500)
            .<Object>mapToObj(i -> event(subject, "user", "u" + i, "id", "i" + i))
            .toList();
    collect(most).then().statusCode(202).body("accepted", is(500));
    assertThat(events("subject", subject, "limit", 1000)).hasSize(500);
  }

  @Test
  void collect_gzip() throws IOException {
    String subject = unique();
    given()
        .contentType("application/json")
        .header("Content-Encoding", "gzip")
        .body(gzip(Api.json(List.of(event(subject)))))
        .post("/collect")
        .then()
        .statusCode(202);
    assertThat(events("subject", subject)).hasSize(1);
  }

  @Test
  void collect_gzipBomb_isCutOff() throws IOException {
    given()
        .contentType("application/json")
        .header("Content-Encoding", "gzip")
        .body(gzip(" ".repeat(50_000_000)))
        .post("/collect")
        .then()
        .statusCode(413);
  }

  @Test
  void collect_notGzipAtAll_answers400() {
    given()
        .contentType("application/json")
        .header("Content-Encoding", "gzip")
        .body("[]")
        .post("/collect")
        .then()
        .statusCode(400);
  }

  @ParameterizedTest
  @CsvSource({
    "text/plain;charset=UTF-8,202",
    "application/json; charset=utf-8,202",
    "application/json;charset=\"UTF8\",202",
    "text/plain; charset=iso-8859-1,202",
    "text/plain; charset=no-such-one,202",
    "application/json; charset=,202",
    "application/json;;,202",
    "TEXT/PLAIN,202",
    "application/xml,415",
    "application/x-www-form-urlencoded,202",
    "application/x-www-form-urlencoded; charset=UTF-8,202",
    "multipart/form-data,415",
    "nonsense,415"
  })
  void collect_mediaTypes(String type, int status) throws IOException, InterruptedException {
    var answer = Raw.send("POST", "/collect", "[]", "Content-Type", type);
    assertThat(answer.statusCode()).isEqualTo(status);
    if (status == 415) {
      assertThat(answer.headers().firstValue("Accept-Post"))
          .hasValue("application/json, text/plain");
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }
  }

  @Test
  void collect_noMediaType_isTaken() throws IOException, InterruptedException {
    assertThat(Raw.send("POST", "/collect", "[]").statusCode()).isEqualTo(202);
  }

  @Test
  void collect_anyCharset_isReadAsUtf8() throws IOException, InterruptedException {
    String subject = unique() + "/é☕";
    Raw.send(
        "POST",
        "/collect",
        Api.json(List.of(event(subject))),
        "Content-Type",
        "text/plain;charset=iso-8859-1");
    assertThat(events("subject", subject)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "deflate", "gzip, gzip", "gzip,br", "nonsense"})
  void collect_otherEncodings_answer415(String encoding) {
    given()
        .contentType("application/json")
        .header("Content-Encoding", encoding)
        .body("[]")
        .post("/collect")
        .then()
        .statusCode(415)
        .header("Accept-Encoding", "gzip, identity");
  }

  @Test
  void collect_genericModuleWithTeamMetadata_isTaken_thoughItCannotSplit() {
    String subject = unique();
    Map<String, Object> metadata = Map.of("spec", Map.of("notes", "m".repeat(60_000)));
    List<Map<String, Object>> batch = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Map<String, Object> event = event(subject, "attributes", Map.of(), "context", Map.of());
      batch.add(Map.of("event", event, "timestamp", now().toString(), "teamMetadata", metadata));
    }
    collect(batch).then().statusCode(202).body("accepted", is(20)).body("rejected", empty());
    assertThat(events("subject", subject).toString()).doesNotContain("mmm");
  }

  @Test
  void collect_oneEventThatIsTooLarge_isRejectedByItsIndex() {
    String large = "x".repeat(2_000_000);
    collectEvents(event(large))
        .then()
        .statusCode(202)
        .body("accepted", is(0))
        .body("rejected.index", contains(0))
        .body("rejected.reason", contains("too_large"));
    collectEvents(event(large), event("/"))
        .then()
        .statusCode(413)
        .body("limit", is(1 << 20))
        .body("unit", equalTo("bytes"));
  }

  @Test
  void collect_repeatedBody_countsOnce() {
    String subject = unique();
    Instant at = now();
    List<Object> timed =
        List.of(
            event(subject, "timestamp", at.toString()),
            event(subject, "timestamp", at.toEpochMilli() - 5),
            event(subject, "id", "own", "timestamp", at.toString()));
    for (int i = 0; i < 3; i++) {
      collect(timed).then().body("accepted", is(3));
    }
    assertThat(events("subject", subject)).hasSize(3);
  }

  @Test
  void collect_resentMixedWithNewOnes_countsOnce() {
    String subject = unique();
    Random random = new Random(7);
    Instant at = now(); // one for all: two events in the same millisecond would be one
    List<Object> sent = new ArrayList<>();
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 20; i++) {
        sent.add(
            event(
                subject,
                "user",
                "user:default/bob",
                "timestamp",
                at.minusMillis(50_000L * sent.size() + random.nextInt(50_000)).toString()));
      }
      Collections.shuffle(sent, random);
      collect(sent).then().body("accepted", is(sent.size()));
      assertThat(events("subject", subject, "limit", 1000)).hasSize((round + 1) * 20);
    }
  }

  @Test
  void collect_withoutTime_twoInABatchAreTwo_aResendIsNone() {
    String subject;
    long window;
    do { // again if one of the windows within which events are taken for resends ended meanwhile
      subject = unique();
      window = window();
      collectEvents(event(subject), event(subject));
      collectEvents(event(subject), event(subject));
    } while (window != window());
    assertThat(events("subject", subject)).hasSize(2);
  }

  private static long window() {
    return now().toEpochMilli() / EventIdentity.UNTIMED_WINDOW.toMillis();
  }

  @Test
  void collect_timestamps_ofTheSender() {
    String subject = unique();
    Instant at = now().minusSeconds(1000);
    collectEvents(event(subject, "timestamp", at.toString()));
    assertThat(events("subject", subject)).extracting("timestamp").containsExactly(iso(at));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "uuuu-MM-dd'T'HH:mm:ss.SSSZ",
        "uuuu-MM-dd'T'HH:mm:ss.SSSx",
        "uuuu-MM-dd'T'HH:mm:ss.SSSxxx",
        "uuuu-MM-dd't'HH:mm:ss.SSS'z'",
        "uuuu-MM-dd HH:mm:ss.SSS'Z'",
        "uuuu-MM-dd'T'HH:mm:ss,SSS'Z'",
        "uuuu-MM-dd'T'HH:mm:ss.SSS'9999Z'",
        "uuuu-MM-dd'T'HH:mm:ss.SSS'999999999999999+0000'"
      })
  void collect_timestamps_inAnySpelling(String pattern) {
    String subject = unique();
    Instant at = now().minus(Duration.ofHours(5));
    String text =
        DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(at.atOffset(ZoneOffset.UTC));
    collectEvents(event(subject, "timestamp", text)).then().body("accepted", is(1));
    assertThat(events("subject", subject)).extracting("timestamp").containsExactly(iso(at));
  }

  @Test
  void collect_timestamps_withAnOffset_areConverted() {
    String subject = unique();
    Instant at = now().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofHours(9));
    ZoneOffset offset = ZoneOffset.ofHoursMinutes(-5, -30);
    DateTimeFormatter minutes = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmZ", Locale.ROOT);
    collectEvents(event(subject, "timestamp", minutes.format(at.atOffset(offset))))
        .then()
        .body("accepted", is(1));
    assertThat(events("subject", subject)).extracting("timestamp").containsExactly(iso(at));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 1_000, 1_000_000})
  void collect_timestamps_asNumbersOfAnyUnit(long perMilli) {
    String subject = unique();
    Instant at = now().minus(Duration.ofHours(5));
    long number = at.toEpochMilli() * perMilli;
    collectEvents(
        event(subject, "timestamp", number), event(subject, "timestamp", String.valueOf(number)));
    assertThat(events("subject", subject)).extracting("timestamp").containsOnly(iso(at));
  }

  @Test
  void collect_timestamps_inSeconds() {
    String subject = unique();
    Instant at = now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(5));
    collectEvents(
        event(subject, "timestamp", at.getEpochSecond()),
        event(subject, "timestamp", at.getEpochSecond() + ".000"),
        event(subject, "timestamp", (double) at.getEpochSecond()));
    assertThat(events("subject", subject)).extracting("timestamp").containsOnly(iso(at));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-01T00:00:00",
        "2026-01-01T00:00:00Z+",
        "2026-01-01T00:00:00+00:",
        "2026-02-30T00:00:00Z",
        "2026-01-0100:00:00Z",
        "2026-01-01",
        "1e12",
        "123456789012345678901",
        "1767225600s",
        "Thu, 01 Jan 2026 00:00:00 GMT",
        ""
      })
  void collect_timestamps_ofNoTime_areRejected(String text) {
    collectEvents(event(unique(), "timestamp", text))
        .then()
        .body("rejected.reason", contains("bad_timestamp"));
  }

  @Test
  void collect_aForm_isRefusedWithWhatIsWrong() {
    given()
        .contentType("application/x-www-form-urlencoded")
        .body("events=%5B%5D&a=b")
        .post("/collect")
        .then()
        .statusCode(400)
        .body("type", endsWith(":not-json"));
  }

  @Test
  void collect_timestamps_correctedBySentAt() {
    String subject = unique();
    Instant theirs = now().plus(Duration.ofHours(2));
    Instant before = now();
    collect(
        Map.of(
            "sentAt",
            theirs.toString(),
            "events",
            List.of(event(subject, "timestamp", theirs.minusSeconds(10).toString()))));
    Instant stored = Instant.parse((String) events("subject", subject).get(0).get("timestamp"));
    assertThat(stored).isBetween(before.minusSeconds(10), now().minusSeconds(10));
  }

  @Test
  void collect_timestamps_inTheFuture_areClamped() {
    String subject = unique();
    Instant before = now();
    collectEvents(event(subject, "timestamp", before.plus(Duration.ofDays(400)).toString()));
    Instant stored = Instant.parse((String) events("subject", subject).get(0).get("timestamp"));
    assertThat(stored).isBetween(before, now());
  }

  @Test
  void collect_hostileText_isStoredAndReturned() {
    String subject = unique();
    collect(
            "[{\"action\":\"navigate\",\"subject\":\""
                + subject
                + "\",\"id\":\"\\ud800\\u0000x\",\"attributes\":{\"name\":\"\\udc00<script>\"}}]")
        .then()
        .body("accepted", is(1));
    Map<String, Object> found = events("subject", subject).get(0);
    assertThat(found.get("attributes")).isEqualTo(Map.of("name", "\uFFFD<script>"));
    assertThat(found.get("id")).isEqualTo("\uFFFD\uFFFDx");
  }

  @Test
  void collect_absurdNumbers_areRejectedAlone() {
    String subject = unique();
    collect(
            "[{\"action\":\"navigate\",\"subject\":\""
                + subject
                + "\",\"value\":1e999},{\"action\":\"navigate\",\"subject\":\""
                + subject
                + "\",\"attributes\":{\"name\":-1e999}},{\"action\":\"navigate\",\"subject\":\""
                + subject
                + "\",\"value\":1e-400}]")
        .then()
        .body("rejected.reason", contains("bad_value", "bad_number"))
        .body("accepted", is(1));
  }

  @Test
  void collect_largeNestedValues_doNotBreakAnything() {
    Map<String, Object> attributes = new HashMap<>();
    IntStream.range(0, 2000).forEach(i -> attributes.put("k" + i, i));
    collectEvents(event(unique(), "attributes", attributes))
        .then()
        .body("rejected.reason", contains("too_many_fields"));
    collectEvents(
            event(
                unique(),
                "id",
                UUID.randomUUID().toString(),
                "context",
                Map.of("searchTypes", List.of("a", Map.of("b", List.of())))))
        .then()
        .body("accepted", is(1));
  }

  private static String iso(Instant at) {
    return EventJson.time(at);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
