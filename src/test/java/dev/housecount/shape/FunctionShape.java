package dev.housecount.shape;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.housecount.shape.RuntimeApi.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for the function besides. */
abstract class FunctionShape extends ApiShape {
  /** The second function, of the same zip. */
  private FunctionApi maintenance;

  private Map<String, String> settings;

  abstract Function function();

  @Override
  Api start(Map<String, String> settings) {
    this.settings = settings;
    Map<String, String> ofMaintenance = new HashMap<>(settings);
    ofMaintenance.put("AWS_ENDPOINT_URL", aws.endpointOfMaintenance());
    maintenance = new FunctionApi(function(), ofMaintenance);
    return new FunctionApi(function(), settings);
  }

  /** Before the maintenance runs, so that it has something to count, and a note to mind. */
  @BeforeAll
  void theDayBeforeYesterday() {
    Instant then = Instant.now().minus(Duration.ofDays(2));
    String late = event("late-visit", "/late").replace("}", ",\"timestamp\":\"" + then + "\"");
    assertThat(api.send(Request.collect(batch(late + ",\"user\":\"early\"}"))).status())
        .isEqualTo(202);
    aws.put("housecount-rollups", "counts-late", "2026-01-01#sample#noted");
  }

  /** Of the time of which nobody is known any more. */
  @Test
  void insights_ofAYear_areAnswered() {
    Request year = Request.of("GET", "/insights/plugins").withQuery("period=12m&portal=sample");
    assertThat(api.send(year).status()).isEqualTo(200);
  }

  @AfterAll
  void stopMaintenance() {
    maintenance.close();
  }

  /** After all cases, in which every feature was used. */
  @AfterAll
  void permissions_areAllUsed() {
    assertThat(List.of(aws.api().unused(), aws.maintenance().unused())).containsOnly(Set.of());
  }

  @Test
  void notAGatewayEvent_fails_thenTwoMoreWork() {
    invoke("{\"source\":\"aws.events\"}");
    invoke("[]");
    for (int i = 0; i < 2; i++) {
      assertThat(api.send(Request.query("action=none")).status()).isEqualTo(200);
    }
  }

  @Test
  void schedule_findsNothingWrong() {
    maintenance.maintain();
  }

  /** The request records it and gets no further; the schedule goes on, by its own rights. */
  @Test
  void erasure_thatARequestLeavesOpen_isDoneByTheSchedule() {
    String leaver = "{\"kind\":\"User\",\"metadata\":{\"name\":\"leaver\"}}";
    assertThat(api.send(Request.push("generation=leave&page=1", leaver)).status()).isEqualTo(202);
    Request complete =
        Request.of("POST", "/catalog").withQuery("generation=leave&complete=true&pages=1");
    assertThat(api.send(complete).status()).isEqualTo(200);
    String own = event("leave", "/leave").replace("}", ",\"user\":\"leaver\"}");
    String others = event("navigate", "/catalog/default/user/leaver");
    Map<String, String> named = new HashMap<>(settings);
    named.put("HOUSECOUNT_USERS_READABLE", "true"); // so that there is a name to remove
    try (FunctionApi other = new FunctionApi(function(), named)) {
      assertThat(other.send(Request.collect(batch(own, others))).status()).isEqualTo(202);
    }
    aws.setFailing("DeleteItem", "Scan");
    try {
      Response broken = api.send(Request.of("DELETE", "/users/user:default/leaver"));
      assertThat(broken.status()).as(broken.text()).isEqualTo(503);
    } finally {
      aws.setFailing();
    }
    assertThat(subjects(api.send(Request.query("action=leave")))).containsExactly("/leave");
    maintenance.maintain();
    assertThat(subjects(api.send(Request.query("action=leave")))).isEmpty();
  }

  /** The events for {@code sam local invoke}: each says in its name which status it gets. */
  @Test
  void sampleEvents_areAnsweredAsTheirNamesSay() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("infra", "events"))) {
      List<Path> events = files.sorted().toList();
      assertThat(events).isNotEmpty();
      for (Path event : events) {
        boolean scheduled = event.getFileName().toString().startsWith("maintenance");
        Outcome outcome =
            (scheduled ? maintenance : (FunctionApi) api).invoke(Files.readAllBytes(event));
        String status = "" + GatewayEvents.response(outcome.payload()).status();
        assertThat(event.getFileName().toString()).endsWith("-" + status + ".json");
      }
    }
  }

  /**
   * Fixed budgets would take 8 seconds and more. Told 4, it is cut off at 7 only, so that a busy
   * machine does no harm.
   */
  @ParameterizedTest
  @ValueSource(strings = {"/collect", "/query", "/users/user:default/alice"})
  void storeThatStalls_isAnswered_beforeTheFunctionIsCutOff(String path) {
    Request request =
        path.equals("/collect")
            ? Request.collect("{\"events\":[" + event("stall", "/stall") + "]}")
            : Request.of("GET", path);
    aws.setStalled(true);
    try {
      Response answer =
          ((FunctionApi) api).send(request, Duration.ofSeconds(4), Duration.ofSeconds(7));
      assertThat(answer.status()).as(answer.text()).isEqualTo(503);
      assertThat(answer.header("retry-after")).matches("[0-9]+");
    } finally {
      aws.setStalled(false);
    }
    // Not at once: what failed to be read is not read again for a moment.
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() -> assertThat(api.send(request).status()).isBetween(200, 299));
  }

  @Test
  void tooLate_isRefusedAtOnce_nothingIsDone() {
    Request request = Request.collect("{\"events\":[" + event("late", "/late") + "]}");
    Response answer = ((FunctionApi) api).send(request, Duration.ZERO, Duration.ofMinutes(1));
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("retry-after")).matches("[0-9]+");
    assertThat(answer.json().path("type").asText()).endsWith(":no-time-left");
    assertThat(api.send(Request.query("action=late")).json().path("events")).isEmpty();
  }

  @Test
  void noSecretKey_startFailsAndSaysWhatToSet() {
    Map<String, String> settings = new HashMap<>(FunctionApi.settings(aws.endpoint()));
    settings.remove("HOUSECOUNT_SECRET_KEY_ARN");
    try (FunctionApi failing = new FunctionApi(function(), settings)) {
      assertThat(failing.failedStart())
          .contains("housecount.secret-key is missing. Set HOUSECOUNT_SECRET_KEY")
          .contains("openssl rand -base64 32");
    }
  }

  @Test
  void noAccessToTheSecret_startFailsAndSaysWhatIsNeeded() {
    Map<String, String> settings = new HashMap<>(FunctionApi.settings(aws.endpoint()));
    settings.put("AWS_ENDPOINT_URL_SECRETS_MANAGER", "http://127.0.0.1:1"); // nothing listens
    try (FunctionApi failing = new FunctionApi(function(), settings)) {
      assertThat(failing.failedStart())
          .contains("Secrets Manager cannot be reached for arn:aws:secretsmanager:")
          .doesNotContain(LocalAws.SECRET);
    }
  }

  @Test
  void log_hasFiguresForCloudWatchAndNoSecret() {
    api.send(Request.collect("{\"events\":[" + event("metrics", "/metrics") + ",1]}"));
    String log = ((FunctionApi) api).child().output();
    assertThat(log)
        .contains("\"AcceptedEvents\":1")
        .contains("\"RejectedEvents\":1")
        .contains("\"Reason\":\"not_an_event\"")
        .contains("\"DroppedEvents\":0")
        .contains("\"Latency\":")
        .contains("\"FunctionName\":\"housecount\"")
        .doesNotContain(LocalAws.SECRET);
  }

  private Outcome invoke(String event) {
    return ((FunctionApi) api).invoke(bytes(event));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
