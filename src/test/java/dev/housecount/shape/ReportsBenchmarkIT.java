package dev.housecount.shape;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.housecount.demo.Plan;
import dev.housecount.insights.Insights;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What an answer of each report costs both functions, measured in one run; see infra/benchmark.sh.
 * They have to say the same.
 */
class ReportsBenchmarkIT {
  private static final int PEOPLE = 300;
  private static final int DAYS = 28;
  private static final int WARM_UP = 30;
  private static final int TURNS = 10;
  private static final int ANSWERS_OF_A_TURN = 5;
  private static final int MOST_RUNS = 50;

  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

  @Test
  @SuppressWarnings("SystemOut") // the figures are what it is run for
  void reports_answerTheSame_andCost() {
    // As many days before, with which reports compare.
    MadeUpPortal portal = new MadeUpPortal(new Plan(1, PEOPLE, 2 * DAYS, today.minusDays(1)));
    try (LocalAws aws = new LocalAws()) {
      bringAndSeal(portal, aws);
      Map<String, String> settings = FunctionApi.settings(aws.endpoint());
      try (FunctionApi binary = new FunctionApi(Function.ofNative(), settings);
          FunctionApi jvm = new FunctionApi(Function.ofJvm(), settings)) {
        String title = "CPU per warm answer (ms); " + portal.eventCount() + " events";
        System.out.println();
        System.out.printf(Locale.ROOT, "%-44s %10s %10s %10s%n", title, "native", "JVM", "ratio");
        List<Request> questions =
            Insights.reports().stream().map(report -> question(report.card().name())).toList();
        questions.forEach(question -> compare(question, binary, jvm));
        for (int i = 0; i < WARM_UP; i++) {
          questions.forEach(binary::send);
          questions.forEach(jvm::send);
        }
        questions.forEach(question -> measure(question, binary, jvm));
      }
    }
  }

  /** By functions that end then: what the measured ones know, they have read. */
  private static void bringAndSeal(MadeUpPortal portal, LocalAws aws) {
    Map<String, String> settings = FunctionApi.settings(aws.endpoint());
    Map<String, String> ofMaintenance = new HashMap<>(settings);
    ofMaintenance.put("AWS_ENDPOINT_URL", aws.endpointOfMaintenance());
    try (FunctionApi api = new FunctionApi(Function.ofNative(), settings);
        FunctionApi maintenance = new FunctionApi(Function.ofNative(), ofMaintenance)) {
      portal.bring(api);
      for (int i = 0; i < MOST_RUNS && isMoreToDo(maintenance); i++) {
        maintenance.maintain();
      }
      assertThat(isMoreToDo(maintenance)).as(maintenance.child().output()).isFalse();
    }
  }

  private static boolean isMoreToDo(FunctionApi maintenance) {
    return !maintenance.child().output().contains("left to do: []");
  }

  private Request question(String report) {
    return Request.of("GET", "/insights/" + report)
        .withQuery("from=%s&to=%s".formatted(today.minusDays(DAYS), today));
  }

  private static void compare(Request question, Api binary, Api jvm) {
    JsonNode answer = told(binary.send(question));
    assertThat(answer.path("rows")).as(question.path()).isNotEmpty();
    assertThat(answer).as(question.path()).isEqualTo(told(jvm.send(question)));
  }

  /** Without what depends on when it is asked, and on what the function had read before. */
  private static JsonNode told(Response answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return ((ObjectNode) answer.json()).without(List.of("readUnits", "completeUntil"));
  }

  /** In turns, so that whatever else the machine does meets both. */
  @SuppressWarnings("SystemOut")
  private static void measure(Request question, FunctionApi binary, FunctionApi jvm) {
    long ofBinary = 0;
    long ofJvm = 0;
    for (int i = 0; i < TURNS; i++) {
      ofBinary += cpuMillis(question, binary);
      ofJvm += cpuMillis(question, jvm);
    }
    double answers = TURNS * ANSWERS_OF_A_TURN;
    System.out.printf(
        Locale.ROOT,
        "%-44s %10.2f %10.2f %10.2f%n",
        question.path(),
        ofBinary / answers,
        ofJvm / answers,
        (double) ofBinary / ofJvm);
  }

  private static long cpuMillis(Request question, FunctionApi api) {
    long before = api.child().cpuMillis();
    for (int i = 0; i < ANSWERS_OF_A_TURN; i++) {
      assertThat(api.send(question).status()).isEqualTo(200);
    }
    return api.child().cpuMillis() - before;
  }
}
