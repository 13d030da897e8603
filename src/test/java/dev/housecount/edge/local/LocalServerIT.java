package dev.housecount.edge.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The jar as the README starts it: a process, its DynamoDB, a folder, and kill -9. */
class LocalServerIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir(cleanup = CleanupMode.ALWAYS)
  Path data;

  private final List<JarProcess> started = new ArrayList<>();

  @AfterEach
  void stop() {
    started.forEach(JarProcess::close);
  }

  @Test
  void kill_betweenRequests_losesNothingAnswered202() throws Exception {
    Set<String> acknowledged = new HashSet<>();
    JarProcess server = start("-Dhousecount.local.data=" + data);
    for (int i = 0; i < 30; i++) {
      assertThat(
              collect(
                  server,
                  "{\"events\":[{\"id\":\"e"
                      + i
                      + "\",\"action\":\"navigate\",\"subject\":\"/x\",\"user\":\"alice\"}]}"))
          .isEqualTo(202);
      acknowledged.add("e" + i);
    }
    server.close();

    JarProcess again = start("-Dhousecount.local.data=" + data);
    assertThat(ids(again, "/query?limit=1000")).isEqualTo(acknowledged);
    // The key is in the folder too: the user still has the same pseudonym.
    assertThat(
            ids(again, "/query?limit=1000&user=" + URLEncoder.encode("user:default/Alice", UTF_8)))
        .isEqualTo(acknowledged);
  }

  @Test
  void kill_endsTheEmbeddedDynamoDbToo() throws Exception {
    JarProcess server = start();
    List<ProcessHandle> children = server.children();
    assertThat(children).hasSize(1);
    server.close();
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
  }

  @Test
  void requests_areServedConcurrently() throws Exception {
    JarProcess server = start();
    List<CompletableFuture<Integer>> answers =
        IntStream.range(0, 50)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            collect(
                                server,
                                "[{\"id\":\"c"
                                    + i
                                    + "\",\"action\":\"navigate\",\"subject\":\"/c\"}]")))
            .toList();
    assertThat(answers.stream().map(CompletableFuture::join)).containsOnly(202);
    assertThat(ids(server, "/query?limit=1000")).hasSize(50);
  }

  @Test
  void output_saysWhatToDoNext_andHoldsNothingPersonal() throws Exception {
    JarProcess server = start("-Duser.language=ar", "-Duser.country=EG");
    collect(
        server,
        "[{\"action\":\"search\",\"subject\":\"alice@acme.test\",\"user\":\"user:default/alice\"}]");
    collect(server, "{\"alice@acme.test\"");
    ids(server, "/query?user=alice");
    server.send(server.request("/query").method("ALICE", HttpRequest.BodyPublishers.noBody()));
    brokenHttp2(server, "alice");
    server.close();
    String said = server.output();
    assertThat(said)
        .contains("Housecount is ready at http://localhost:")
        .contains("curl", "POST /collect 202 ")
        .doesNotContainIgnoringCase(
            "alice", "acme", HexFormat.of().formatHex("alice".getBytes(UTF_8)));
  }

  @Test
  void openToTheNetwork_isSaidLoudly_boundToThisMachineIsNot() throws Exception {
    JarProcess open = start("-Dquarkus.http.host=0.0.0.0");
    JarProcess bound = start();
    open.close();
    bound.close();
    assertThat(open.output())
        .contains("\"level\":\"WARN\",\"message\":\"OPEN TO THE NETWORK")
        .contains("data in memory. OPEN TO THE NETWORK");
    assertThat(bound.output()).doesNotContain("OPEN TO THE NETWORK");
  }

  /** Reads to the end, or to a reset: what is logged about it is logged then. */
  private static void brokenHttp2(JarProcess server, String text) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket
          .getOutputStream()
          .write(("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + text + "\r\n\r\n").getBytes(UTF_8));
      socket.getInputStream().readAllBytes();
    } catch (SocketException e) {
      // it closed before it had read all
    }
  }

  private JarProcess start(String... options) throws IOException {
    JarProcess server = new JarProcess(List.of(options));
    started.add(server);
    return server;
  }

  private static int collect(JarProcess server, String body) {
    return server
        .send(
            server
                .request("/collect")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)))
        .statusCode();
  }

  private static Set<String> ids(JarProcess server, String path) throws IOException {
    HttpResponse<String> answer = server.send(server.request(path));
    assertThat(answer.statusCode()).isEqualTo(200);
    Set<String> ids = new HashSet<>();
    for (JsonNode event : JSON.readTree(answer.body()).get("events")) {
      ids.add(event.get("id").asText());
    }
    return ids;
  }
}
