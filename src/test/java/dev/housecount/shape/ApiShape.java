package dev.housecount.shape;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.housecount.testing.PortalAuth;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds in every shape. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ApiShape {
  /** Lambda's limit for an answer, which is a JSON text around our body. */
  private static final int LAMBDA_LIMIT = RuntimeApi.MAX_RESPONSE;

  protected LocalAws aws;
  protected Api api;
  private PortalAuth portal;

  abstract Api start(Map<String, String> settings);

  @BeforeAll
  void start() {
    aws = new LocalAws();
    portal = new PortalAuth();
    Map<String, String> settings = FunctionApi.settings(aws.endpoint());
    settings.put("HOUSECOUNT_AUTH_PORTALS", "acme=" + portal.issuer());
    api = start(settings);
  }

  @AfterAll
  void stop() {
    api.close();
    portal.close();
    aws.close();
  }

  @AfterAll
  void calls_areAllAllowedByTheTemplate() {
    assertThat(aws.refused()).isEmpty();
  }

  @Test
  void collect_thenQuery_returnsTheEvent() {
    Response stored = api.send(Request.collect(batch(event("round-trip", "/catalog"))));
    assertThat(stored.status()).isEqualTo(202);
    assertThat(stored.json().path("accepted").asInt()).isEqualTo(1);
    Response found = api.send(Request.query("action=round-trip"));
    assertThat(found.status()).isEqualTo(200);
    assertThat(found.header("content-type")).startsWith("application/json");
    assertThat(subjects(found)).containsExactly("/catalog");
  }

  @Test
  void collect_anEventThatIsLate_returnsIt() {
    String late = event("hours-late", "/hours-late", Instant.now().minus(Duration.ofHours(2)));
    assertThat(api.send(Request.collect(batch(late))).status()).isEqualTo(202);
    assertThat(subjects(api.send(Request.query("action=hours-late"))))
        .containsExactly("/hours-late");
  }

  @Test
  void collect_gzip_isInflated() {
    assertThat(api.send(Request.collectGzip(batch(event("gzip", "/gzip")))).status())
        .isEqualTo(202);
    assertThat(subjects(api.send(Request.query("action=gzip")))).containsExactly("/gzip");
  }

  @Test
  void collect_textInBase64_isDecoded() {
    Request beacon =
        Request.collect(batch(event("base64", "Ünïcödé ☕"))).header("Content-Type", "text/plain");
    assertThat(api.send(beacon.inBase64()).status()).isEqualTo(202);
    assertThat(subjects(api.send(Request.query("action=base64")))).containsExactly("Ünïcödé ☕");
  }

  /** What {@code sendBeacon} and plain HTTP clients say of a text by themselves. */
  @ParameterizedTest
  @CsvSource({
    "application/x-www-form-urlencoded, true, form-in-base-sixty-four",
    "application/x-www-form-urlencoded, false, form",
    "application/x-www-form-urlencoded; charset=UTF-8, true, form-with-charset"
  })
  void collect_saidToBeAForm_isReadAsJson(String mediaType, boolean base64, String action) {
    Request beacon =
        Request.collect(batch(event(action, "/a+b&Ünïcödé"))).header("Content-Type", mediaType);
    Response stored = api.send(base64 ? beacon.inBase64() : beacon);
    assertThat(stored.status()).as(stored.text()).isEqualTo(202);
    assertThat(subjects(api.send(Request.query("action=" + action))))
        .containsExactly("/a+b&Ünïcödé");
  }

  @Test
  void collect_aRealFormInBase64_isTheSendersMistake() {
    Request form =
        Request.collect("events=%5B%5D&a=b")
            .header("Content-Type", "application/x-www-form-urlencoded");
    Response answer = api.send(form.inBase64());
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains(":not-json");
  }

  @Test
  void collect_textBeyondAscii_isKept() {
    api.send(Request.collect(batch(event("unicode", "Ünïcödé ☕ 𝄞"))));
    assertThat(subjects(api.send(Request.query("action=unicode")))).containsExactly("Ünïcödé ☕ 𝄞");
  }

  /** The binary needs the tables of phone numbers for it. */
  @Test
  void collect_personalData_isReplaced() {
    api.send(Request.collect(batch(event("personal", "call +49 30 90182077 or a@acme.test"))));
    assertThat(subjects(api.send(Request.query("action=personal"))))
        .containsExactly("call <phone> or <email>");
  }

  @Test
  void collect_brokenGzip_isTheSendersMistake() {
    Request broken =
        Request.collect("{}").header("Content-Encoding", "gzip").body(new byte[] {31, -117, 8, 1});
    Response answer = api.send(broken.inBase64());
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("content-type")).startsWith("application/problem+json");
  }

  /** Lambda's answer is a text: what is compressed has to be in base64 to arrive whole. */
  @ParameterizedTest
  @CsvSource({"'gzip, deflate, br', br, .br", "gzip, gzip, .gz"})
  void dashboard_compressedFiles_arriveWhole(String accepted, String coding, String suffix)
      throws IOException {
    String page = api.send(get("/", "identity")).text();
    assertThat(page).startsWith("<!doctype html>");
    List<String> assets =
        Pattern.compile("/assets/[^\"]+").matcher(page).results().map(MatchResult::group).toList();
    assertThat(assets).hasSizeGreaterThan(2);
    for (String path : assets) {
      Response answer = api.send(get(path, accepted));
      assertThat(answer.status()).as(path).isEqualTo(200);
      assertThat(answer.header("content-encoding")).isEqualTo(coding);
      assertThat(answer.header("cache-control")).contains("immutable");
      assertThat(answer.body()).isEqualTo(made(path + suffix));
      assertThat(api.send(get(path, "identity")).body().length)
          .isGreaterThanOrEqualTo(answer.body().length / 2);
    }
  }

  @Test
  void dashboard_pages_problemsAndUnchanged() {
    Response page = api.send(get("/health-of-data", "gzip, br"));
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("content-security-policy")).contains("default-src 'none'");
    assertThat(page.header("cache-control")).isEqualTo("no-cache");
    Request again = get("/", "gzip, br").header("If-None-Match", "\"x\", " + page.header("etag"));
    assertThat(api.send(again).status()).isEqualTo(304);
    assertThat(api.send(get("/assets/none.js", "br")).status()).isEqualTo(404);
    assertThat(api.send(Request.of("POST", "/")).status()).isEqualTo(405);
    assertThat(api.send(Request.of("HEAD", "/")).body()).isEmpty();
  }

  private static Request get(String path, String accepted) {
    return Request.of("GET", path).withoutHeaders().header("Accept-Encoding", accepted);
  }

  private static byte[] made(String path) throws IOException {
    try (InputStream in = ApiShape.class.getResourceAsStream("/dashboard" + path)) {
      return Objects.requireNonNull(in, path).readAllBytes();
    }
  }

  @Test
  void collect_cookies_doNotMatter() {
    Request request = Request.collect(batch(event("cookies", "/cookies")));
    assertThat(api.send(request.cookies("a=1", "b=\"two, three\"")).status()).isEqualTo(202);
  }

  @Test
  void query_commasInHeaders_areUnderstood() {
    api.send(Request.collect(batch(event("commas", "/commas"))));
    Request request =
        Request.query("action=commas")
            .header(
                "User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Safari/537.36 (KHTML, like Gecko)")
            .header("Accept-Language", "de, en;q=0.5");
    Response csv = api.send(request.header("Accept", "application/json;q=0.5, text/csv"));
    assertThat(csv.header("content-type")).startsWith("text/csv");
    assertThat(csv.text()).contains("/commas");
    Response json = api.send(request.header("Accept", "text/csv;q=0.1, application/json"));
    assertThat(json.header("content-type")).startsWith("application/json");
  }

  @Test
  void query_encodedParameters_areDecodedOnce() {
    api.send(Request.collect(batch(event("encoded", "100%25 a+b"))));
    assertThat(subjects(api.send(Request.query("action=encoded&subject=100%2525%20a%2Bb"))))
        .containsExactly("100%25 a+b");
    assertThat(api.send(Request.query("action=a&action=b")).status()).isEqualTo(400);
  }

  /** 700 events of 12 KB: more than Lambda can answer with, so the page ends earlier. */
  @Test
  void query_moreThanLambdaCanSend_endsThePageEarlier() {
    int events = 700;
    for (int start = 0; start < events; start += 70) {
      List<String> batch =
          IntStream.range(start, start + 70).mapToObj(i -> largeEvent("large", i)).toList();
      assertThat(api.send(Request.collect(batch(batch.toArray(String[]::new)))).status())
          .isEqualTo(202);
    }
    Set<String> seen = new HashSet<>();
    String cursor = "";
    int largest = 0;
    do {
      Response page = api.send(Request.query("action=large&limit=1000" + cursor));
      assertThat(page.status()).isEqualTo(200);
      assertThat(jsonLength(page)).isLessThan(LAMBDA_LIMIT);
      largest = Math.max(largest, page.body().length);
      subjects(page).forEach(subject -> assertThat(seen.add(subject)).isTrue());
      cursor =
          page.json().has("nextCursor") ? "&cursor=" + page.json().path("nextCursor").asText() : "";
    } while (!cursor.isEmpty());
    assertThat(seen).hasSize(events);
    assertThat(largest).isGreaterThan(5_000_000);
  }

  @Test
  void erase_removesAPersonFromOwnAndOthersEvents() {
    String person = "person-of-" + getClass().getSimpleName().toLowerCase(Locale.ROOT);
    String own = event("erase", "/own").replace("}", ",\"user\":\"" + person + "\"}");
    String others = event("navigate", "/catalog/default/user/" + person);
    api.send(Request.collect(batch(own, others)));
    Response export = api.send(Request.of("GET", "/users/user:default/" + person));
    assertThat(subjects(export)).containsExactly("/own");
    Response receipt = api.send(Request.of("DELETE", "/users/user:default%2F" + person));
    assertThat(receipt.status()).as(receipt.text()).isEqualTo(200);
    assertThat(receipt.json().path("removedEvents").asInt()).isEqualTo(1);
    assertThat(receipt.json().path("changedChunks").asInt()).isEqualTo(1);
    assertThat(subjects(api.send(Request.query("user=" + person)))).isEmpty();
    assertThat(api.send(Request.of("DELETE", "/collect")).status()).isEqualTo(405);
  }

  @Test
  void catalog_isPushed_andJoinedWithEvents() {
    String component =
        "{\"kind\":\"Component\",\"metadata\":{\"name\":\"pushed\"},\"spec\":{\"type\":\"service\",\"owner\":\"team-x\"}}";
    String group =
        "{\"kind\":\"Group\",\"metadata\":{\"name\":\"team-x\"},\"spec\":{\"type\":\"team\",\"children\":[]}}";
    String user =
        "{\"kind\":\"User\",\"metadata\":{\"name\":\"member\"},\"spec\":{\"memberOf\":[\"team-x\"]}}";
    Response page = api.send(Request.push("generation=shape&page=1", component, group, user));
    assertThat(page.status()).as(page.text()).isEqualTo(202);
    assertThat(page.json().path("accepted").asInt()).isEqualTo(3);
    Request complete =
        Request.of("POST", "/catalog").withQuery("generation=shape&complete=true&pages=1");
    assertThat(api.send(complete).status()).isEqualTo(200);
    assertThat(api.send(complete.withQuery("generation=x&complete=true&pages=1")).status())
        .isEqualTo(409);
    String visit =
        event("navigate", "/catalog/default/component/pushed")
            .replace("}", ",\"user\":\"member\"}");
    api.send(Request.collect(batch(visit)));
    JsonNode found =
        api.send(Request.query("entity=pushed&portal=sample&team=team-x")).json().path("events");
    assertThat(found).hasSize(1);
    assertThat(found.get(0).path("entity").path("owner").asText())
        .isEqualTo("group:default/team-x");
    assertThat(found.get(0).path("groups").get(0).asText()).isEqualTo("group:default/team-x");
    Response headcounts =
        api.send(Request.of("GET", "/catalog/headcounts").withQuery("team=team-x"));
    assertThat(headcounts.text()).contains("\"members\":1");
    assertThat(api.send(Request.of("GET", "/catalog")).json().path("totalUsers").asInt())
        .isEqualTo(1);
  }

  @Test
  void optOut_refusesEvents_untilItIsTakenBack() {
    String optOut = "/opt-outs/user:default/shy";
    String event = event("shy", "/shy").replace("}", ",\"user\":\"shy\"}");
    assertThat(api.send(Request.of("PUT", optOut)).status()).isEqualTo(204);
    assertThat(api.send(Request.collect(batch(event))).text()).contains("opted_out");
    assertThat(api.send(Request.of("DELETE", optOut)).status()).isEqualTo(204);
    assertThat(api.send(Request.collect(batch(event))).json().path("accepted").asInt())
        .isEqualTo(1);
  }

  @Test
  void unknownPath_is404() {
    Response answer = api.send(Request.of("GET", "/nothing"));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("content-type")).startsWith("application/problem+json");
  }

  @Test
  void wrongMethod_is405AndSaysWhatIsAllowed() {
    Response answer = api.send(Request.of("GET", "/collect"));
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("allow")).contains("POST").contains("OPTIONS");
    assertThat(api.send(Request.of("DELETE", "/query")).status()).isEqualTo(405);
  }

  @Test
  void head_isGetWithoutBody() {
    Response answer = api.send(Request.of("HEAD", "/query").withQuery("limit=1"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("content-type")).startsWith("application/json");
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void options_saysWhatIsAllowed() {
    Response answer = api.send(Request.of("OPTIONS", "/query"));
    assertThat(answer.status()).isBetween(200, 204);
    assertThat(answer.header("allow")).contains("GET");
  }

  @Test
  void noToken_is401() {
    Response answer =
        api.send(Request.query("limit=1").header("Authorization", "Bearer no, not one"));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("content-type")).startsWith("application/problem+json");
  }

  @Test
  void aUsersToken_isChecked_andTellsTheUser() {
    String token = portal.token("user:default/alice", Instant.now());
    Request mine = Request.collect(batch(event("user-token", "/mine")));
    assertThat(api.send(mine.header("Authorization", "Bearer " + token)).status()).isEqualTo(202);
    assertThat(subjects(api.send(Request.query("action=user-token&user=user:default/alice"))))
        .containsExactly("/mine");
    String forged = token.substring(0, token.length() - 8) + "AAAAAAAA";
    assertThat(api.send(mine.header("Authorization", "Bearer " + forged)).status()).isEqualTo(401);
  }

  @Test
  void aKeyInThePath_writesWithoutAHeader() {
    Request request = Request.collect(batch(event("path", "/path"))).withoutHeaders();
    assertThat(api.send(request.to("/collect/hc_sample-path")).status()).isEqualTo(202);
    assertThat(api.send(request.to("/collect/hc_sample-write")).status()).isEqualTo(401);
    assertThat(subjects(api.send(Request.query("action=path")))).containsExactly("/path");
  }

  @Test
  void adoptionInsights_isAnsweredInItsWords() {
    Request events = Request.collect("[" + event("insights", "/insights") + "]");
    Response answer = api.send(events.to("/api/adoption-insights/events"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("{\"success\":true,\"message\":\"Event received\"}");
    assertThat(subjects(api.send(Request.query("action=insights")))).containsExactly("/insights");
  }

  @Test
  void storeFails_is503_thenTwoMoreWork() {
    aws.setBroken(true);
    Response failed = api.send(Request.collect(batch(event("after-error", "/1"))));
    aws.setBroken(false);
    assertThat(failed.status()).isEqualTo(503);
    assertThat(failed.header("retry-after")).isNotEmpty();
    for (String subject : List.of("/1", "/2")) {
      assertThat(api.send(Request.collect(batch(event("after-error", subject)))).status())
          .isEqualTo(202);
    }
    assertThat(subjects(api.send(Request.query("action=after-error"))))
        .containsExactlyInAnyOrder("/1", "/2");
  }

  @Test
  void brokenBody_is400_thenTwoMoreWork() {
    assertThat(api.send(Request.collect("{")).status()).isEqualTo(400);
    for (int i = 0; i < 2; i++) {
      assertThat(api.send(Request.collect(batch(event("after-400", "/" + i)))).status())
          .isEqualTo(202);
    }
  }

  protected static String batch(String... events) {
    return "{\"events\":[" + String.join(",", events) + "]}";
  }

  protected static String event(String action, String subject) {
    return event(action, subject, Instant.now());
  }

  private static String event(String action, String subject, Instant at) {
    return "{\"action\":\"%s\",\"subject\":\"%s\",\"timestamp\":\"%s\"}"
        .formatted(action, subject, at);
  }

  private static String largeEvent(String action, int number) {
    // Letters alone: a text without blanks and digits is no personal data and is kept as it is.
    String filler = "abcdefghij ".repeat(360);
    return "{\"action\":\"%s\",\"subject\":\"%d\",\"timestamp\":\"%s\",\"attributes\":{\"name\":\"%s\",\"to\":\"%s\",\"kind\":\"%s\"}}"
        .formatted(action, number, Instant.now().minusSeconds(number), filler, filler, filler);
  }

  static List<String> subjects(Response response) {
    assertThat(response.status()).isEqualTo(200);
    List<JsonNode> events = new ArrayList<>();
    response.json().path("events").forEach(events::add);
    return events.stream().map(e -> e.path("subject").asText()).collect(Collectors.toList());
  }

  /** What the body takes in Lambda's answer, where it is a JSON string. */
  private static int jsonLength(Response response) {
    return com.fasterxml.jackson.databind.node.TextNode.valueOf(response.text())
        .toString()
        .getBytes(java.nio.charset.StandardCharsets.UTF_8)
        .length;
  }
}
