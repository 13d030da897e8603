package dev.housecount.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The jar as the README starts it: a process, its DynamoDB, a folder, and kill -9. */
class LocalServerIT {
  private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Pattern LISTENING = Pattern.compile("Listening on: http://[0-9.]+:(\\d+)");

  @TempDir(cleanup = CleanupMode.ALWAYS)
  Path data;

  private final List<Server> started = new ArrayList<>();

  @AfterEach
  void stop() {
    started.forEach(Server::kill);
  }

  @Test
  void kill_betweenRequests_losesNothingAnswered202() throws Exception {
    Set<String> acknowledged = new HashSet<>();
    Server server = start("-Dhousecount.local.data=" + data);
    for (int i = 0; i < 30; i++) {
      assertThat(
              server.collect(
                  "{\"events\":[{\"id\":\"e"
                      + i
                      + "\",\"action\":\"navigate\",\"subject\":\"/x\",\"user\":\"alice\"}]}"))
          .isEqualTo(202);
      acknowledged.add("e" + i);
    }
    server.kill();

    Server again = start("-Dhousecount.local.data=" + data);
    assertThat(again.ids("/query?limit=1000")).isEqualTo(acknowledged);
    // The key is in the folder too: the user still has the same pseudonym.
    assertThat(
            again.ids("/query?limit=1000&user=" + URLEncoder.encode("user:default/Alice", UTF_8)))
        .isEqualTo(acknowledged);
  }

  @Test
  void kill_endsTheEmbeddedDynamoDbToo() throws Exception {
    Server server = start();
    List<ProcessHandle> children = server.process.children().toList();
    assertThat(children).hasSize(1);
    server.kill();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
  }

  @Test
  void requests_areServedConcurrently() throws Exception {
    Server server = start();
    List<CompletableFuture<Integer>> answers =
        IntStream.range(0, 50)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            server.collect(
                                "[{\"id\":\"c"
                                    + i
                                    + "\",\"action\":\"navigate\",\"subject\":\"/c\"}]")))
            .toList();
    assertThat(answers.stream().map(CompletableFuture::join)).containsOnly(202);
    assertThat(server.ids("/query?limit=1000")).hasSize(50);
  }

  @Test
  void output_saysWhatToDoNext_andHoldsNothingPersonal() throws Exception {
    Server server = start();
    server.collect(
        "[{\"action\":\"search\",\"subject\":\"alice@acme.test\",\"user\":\"user:default/alice\"}]");
    server.collect("{\"alice@acme.test\"");
    server.ids("/query?user=alice");
    server.kill();
    String said = String.join("\n", server.output.join());
    assertThat(said)
        .contains("Housecount is ready at http://localhost:")
        .contains("curl")
        .doesNotContain("alice", "acme");
  }

  @Test
  void openToTheNetwork_isSaidLoudly_boundToThisMachineIsNot() throws Exception {
    Server open = start("-Dquarkus.http.host=0.0.0.0");
    Server bound = start();
    open.kill();
    bound.kill();
    assertThat(String.join("\n", open.output.join()))
        .contains("\"level\":\"WARN\",\"message\":\"OPEN TO THE NETWORK")
        .contains("data in memory. OPEN TO THE NETWORK");
    assertThat(String.join("\n", bound.output.join())).doesNotContain("OPEN TO THE NETWORK");
  }

  private Server start(String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dquarkus.http.port=0");
    command.addAll(List.of(options));
    command.addAll(List.of("-jar", JAR.toString()));
    Server server = new Server(new ProcessBuilder(command).redirectErrorStream(true).start());
    started.add(server);
    server.awaitPort();
    return server;
  }

  private static final class Server {
    private final Process process;
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final CompletableFuture<List<String>> output;

    Server(Process process) {
      this.process = process;
      this.output = CompletableFuture.supplyAsync(this::read);
    }

    private List<String> read() {
      List<String> lines = new ArrayList<>();
      new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))
          .lines()
          .forEach(
              line -> {
                lines.add(line);
                Matcher listening = LISTENING.matcher(line);
                if (listening.find()) {
                  port.complete(Integer.valueOf(listening.group(1)));
                }
              });
      port.completeExceptionally(new IllegalStateException(String.join("\n", lines)));
      return lines;
    }

    void awaitPort() {
      port.orTimeout(120, java.util.concurrent.TimeUnit.SECONDS).join();
    }

    /** As {@code kill -9}. */
    void kill() {
      process.destroyForcibly().onExit().join();
    }

    int collect(String body) {
      HttpRequest request =
          request("/collect")
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      return HTTP.sendAsync(request, HttpResponse.BodyHandlers.discarding()).join().statusCode();
    }

    Set<String> ids(String path) throws Exception {
      HttpResponse<String> answer =
          HTTP.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      Set<String> ids = new HashSet<>();
      for (JsonNode event : JSON.readTree(answer.body()).get("events")) {
        ids.add(event.get("id").asText());
      }
      return ids;
    }

    private HttpRequest.Builder request(String path) {
      return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.join() + path));
    }
  }
}
