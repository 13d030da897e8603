package dev.housecount.shape;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.housecount.shape.RuntimeApi.Outcome;
import dev.housecount.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The function, polling a runtime API. */
final class FunctionApi implements Api {
  private static final Path ENV = Path.of("infra", "env.json");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, Map<String, String>>> VARIABLES =
      new TypeReference<>() {};
  private static final int PATIENCE_SECONDS = 180;

  private final RuntimeApi runtime = new RuntimeApi();
  private final Child child;

  FunctionApi(Function function, Map<String, String> settings) {
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("AWS_LAMBDA_RUNTIME_API", runtime.address());
    environment.put("AWS_LAMBDA_FUNCTION_NAME", "housecount");
    environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");
    environment.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    environment.put("LAMBDA_TASK_ROOT", "/var/task");
    environment.put("_HANDLER", "bootstrap");
    child = new Child(function.name(), function.command(), environment);
  }

  /** The template's own settings, with what sam local fills in, and where AWS is. */
  static Map<String, String> settings(String awsEndpoint) {
    Map<String, String> settings = new HashMap<>(Template.read().environment());
    settings.putAll(filledIn());
    settings.put("AWS_REGION", "us-east-1");
    settings.put("AWS_ACCESS_KEY_ID", "local");
    settings.put("AWS_SECRET_ACCESS_KEY", "local");
    settings.put("AWS_SESSION_TOKEN", "local");
    settings.put("AWS_ENDPOINT_URL", awsEndpoint);
    return settings;
  }

  private static Map<String, String> filledIn() {
    try {
      return JSON.readValue(ENV.toFile(), VARIABLES).getOrDefault("Parameters", Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Response send(Request request) {
    Outcome outcome = invoke(GatewayEvents.event(request));
    if (outcome.failed()) {
      // What the gateway says then.
      return new Response(500, Map.of(), outcome.payload());
    }
    return GatewayEvents.response(outcome.payload());
  }

  Outcome invoke(byte[] event) {
    return outcome(runtime.invoke(event));
  }

  /** As the template's schedule has it done. */
  void maintain() {
    for (Map<String, Object> schedule :
        Template.read().events(Template.MAINTENANCE, "ScheduleV2").values()) {
      Outcome outcome = invoke(schedule.get("Input").toString().getBytes(UTF_8));
      assertThat(GatewayEvents.response(outcome.payload()).status())
          .as(outcome.text())
          .isEqualTo(204);
    }
  }

  /** With a time of its own: the function is told of one end and meets another. */
  Response send(Request request, Duration told, Duration cut) {
    Outcome outcome = outcome(runtime.invoke(GatewayEvents.event(request), told, cut));
    return outcome.failed()
        ? new Response(500, Map.of(), outcome.payload())
        : GatewayEvents.response(outcome.payload());
  }

  private Outcome outcome(CompletableFuture<Outcome> outcome) {
    CompletableFuture<Object> first =
        CompletableFuture.anyOf(outcome, child.exit()).orTimeout(PATIENCE_SECONDS, SECONDS);
    try {
      first.join();
    } catch (CompletionException e) {
      throw new AssertionError("no answer. It said:\n" + child.output(), e);
    }
    if (!outcome.isDone()) {
      throw new AssertionError("the function ended. It said:\n" + child.output());
    }
    return outcome.join();
  }

  /** Waits for a start that fails; what AWS is told, and the log. */
  String failedStart() {
    runtime.invoke("{}".getBytes(UTF_8));
    // Its end, not what it tells AWS first: the log is complete only then.
    child.exit().orTimeout(PATIENCE_SECONDS, SECONDS).join();
    return runtime.initError().getNow("") + "\n" + child.output();
  }

  Child child() {
    return child;
  }

  @Override
  public void close() {
    child.close();
    runtime.close();
  }
}
