package dev.housecount.shape;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.shape.RuntimeApi.Outcome;
import dev.housecount.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What holds for the function besides. */
abstract class FunctionShape extends ApiShape {
  abstract Function function();

  @Override
  Api start(String awsEndpoint) {
    return new FunctionApi(function(), FunctionApi.settings(awsEndpoint));
  }

  /** After all cases, in which every feature was used. */
  @AfterAll
  void permissions_areAllUsed() {
    assertThat(aws.used()).containsAll(aws.allowed());
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
    for (Map<String, Object> schedule : Template.read().events("ScheduleV2").values()) {
      Outcome outcome = invoke(schedule.get("Input").toString());
      assertThat(GatewayEvents.response(outcome.payload()).status())
          .as(outcome.text())
          .isEqualTo(204);
    }
  }

  /** The events for {@code sam local invoke}: each says in its name which status it gets. */
  @Test
  void sampleEvents_areAnsweredAsTheirNamesSay() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("infra", "events"))) {
      List<Path> events = files.sorted().toList();
      assertThat(events).isNotEmpty();
      for (Path event : events) {
        Outcome outcome = invoke(Files.readString(event));
        String status = "" + GatewayEvents.response(outcome.payload()).status();
        assertThat(event.getFileName().toString()).endsWith("-" + status + ".json");
      }
    }
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
    return ((FunctionApi) api).invoke(event.getBytes(UTF_8));
  }
}
