package dev.housecount.edge.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.housecount.edge.http.gate.ArrivingBodies;
import dev.housecount.testing.LocalDynamoDb;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bodies that arrive slowly, or not to their end, in the time that they have; small limits, so that
 * few bytes pass them. {@link LateBodyApiTest} has those that are too slow.
 */
@QuarkusTest
@QuarkusTestResource(LocalDynamoDb.class)
@TestProfile(SlowBodyApiTest.SmallLimits.class)
class SlowBodyApiTest {
  public static final class SmallLimits implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "housecount.collect.max-bytes", "20000", "housecount.collect.body-seconds", "3600");
    }
  }

  private static final String HEAD =
      "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n%s\r\n\r\n";

  /** More than worker threads; see quarkus.thread-pool.max-threads. */
  private static final int MANY = 100;

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Inject ArrivingBodies bodies;

  private final List<Socket> senders = new ArrayList<>();

  @AfterEach
  void everythingIsForgotten_whenTheSendersAreGone() throws IOException {
    for (Socket sender : senders) {
      sender.close();
    }
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(bodies.held()).isZero());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/collect",
        "/collect/key",
        "/api/adoption-insights/events",
        "/query",
        "/nothing",
        "//collect",
        "/collect/",
        "/%63ollect",
        "/collect;x=1"
      })
  void manyBodiesThatDoNotEnd_keepNobodyWaiting(String path) throws IOException {
    for (int i = 0; i < MANY; i++) {
      send(head(path, "Content-Length: 1000") + "[{\"action\":");
    }
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(bodies.held()).isEqualTo(MANY * 11));
    String end = " HTTP/1.1\r\nHost: localhost\r\nContent-Length: ";
    assertThat(Raw.bytes("GET /q/health" + end + "0\r\n\r\n")).startsWith("HTTP/1.1 200");
    assertThat(Raw.bytes("POST /collect" + end + "2\r\n\r\n[]")).startsWith("HTTP/1.1 202");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 33", "Transfer-Encoding: chunked"})
  void bodyInPieces_isTaken(String framing) throws IOException {
    boolean chunked = framing.endsWith("chunked");
    Socket sender = send(head("/collect", framing));
    for (String piece : List.of("[{\"action\":\"clic", "k\",\"subject\"", ":\"\"}]")) {
      long before = bodies.held();
      Raw.write(
          sender, chunked ? Integer.toHexString(piece.length()) + "\r\n" + piece + "\r\n" : piece);
      if (!piece.endsWith("]")) {
        await()
            .atMost(PATIENCE)
            .untilAsserted(() -> assertThat(bodies.held()).isEqualTo(before + piece.length()));
      }
    }
    Raw.write(sender, chunked ? "0\r\n\r\n" : "");
    assertThat(Raw.answer(sender)).startsWith("HTTP/1.1 202").contains("\"accepted\":1");
  }

  @Test
  void senderThatAsksBefore_isToldToGoOn() throws IOException {
    Socket sender = send(head("/collect", "Content-Length: 2\r\nExpect: 100-continue"));
    assertThat(Raw.answer(sender)).startsWith("HTTP/1.1 100");
    Raw.write(sender, "[]");
    assertThat(Raw.answer(sender)).startsWith("HTTP/1.1 202");
  }

  @Test
  void senderThatAsksBefore_withTooMuch_isRefusedAtOnce() throws IOException {
    Socket sender = send(head("/collect", "Content-Length: 200000\r\nExpect: 100-continue"));
    assertThat(Raw.answer(sender)).startsWith("HTTP/1.1 413").contains("\"limit\":20000");
  }

  @Test
  void oldSender_isTaken() throws IOException {
    Socket sender = send("POST /collect HTTP/1.0\r\nContent-Length: 2\r\n\r\n[");
    Raw.write(sender, "]");
    assertThat(Raw.answer(sender)).startsWith("HTTP/1.0 202");
  }

  @Test
  void moreThanIsReadOfAnyBody_answers413_withTheLimit() throws IOException {
    Socket sender = send(head("/collect", "Transfer-Encoding: chunked"));
    Raw.write(sender, "1fbd0\r\n" + " ".repeat(130_000)); // and no end
    assertThat(Raw.answer(sender)).startsWith("HTTP/1.1 413").contains("\"limit\":20000");
  }

  @Test
  void whenTheMemoryForBodiesIsFull_largeOnesAreRefused_smallOnesAreTaken() throws IOException {
    int large = 64_000; // twenty fill 64 bodies of 20,000 bytes
    for (int i = 0; i < 20; i++) {
      send(head("/collect", "Content-Length: 70000") + " ".repeat(large));
    }
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(bodies.held()).isEqualTo(20L * large));
    Socket next = send(head("/collect", "Content-Length: 70000") + " ".repeat(large));
    assertThat(Raw.answer(next))
        .startsWith("HTTP/1.1 503")
        .contains("too-many-bodies", "Retry-After: 5")
        .contains("application/problem+json");
    assertThat(given().get("/metrics").asString())
        .contains("duration_seconds_count{route=\"/collect\",status=\"503\"}");
    Api.collectEvents(Api.event("/")).then().statusCode(202);
  }

  private static String head(String path, String framing) {
    return HEAD.formatted(path, framing);
  }

  private Socket send(String begin) throws IOException {
    Socket sender = Raw.connect();
    senders.add(sender);
    Raw.write(sender, begin);
    return sender;
  }
}
