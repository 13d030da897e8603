package dev.housecount.edge.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.testing.LocalDynamoDb;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

/** Bodies that do not arrive in the time that they have, which is short here. */
@QuarkusTest
@QuarkusTestResource(LocalDynamoDb.class)
@TestProfile(LateBodyApiTest.LittleTime.class)
class LateBodyApiTest {
  public static final class LittleTime implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("housecount.collect.body-seconds", "1");
    }
  }

  private static final String ID = "0123456789abcdef0123456789abcdef";

  @Test
  void bodyThatDoesNotArrive_answers408_andTheConnectionEnds() throws IOException {
    try (Socket sender = send("/collect")) {
      assertThat(Raw.answer(sender))
          .startsWith("HTTP/1.1 408")
          .contains("application/problem+json", "body-too-slow", "connection: close")
          .contains("X-Request-Id: " + ID);
      assertThat(Raw.answer(sender)).as("what follows it").isEmpty();
    }
  }

  @Test
  void bodyThatDoesNotArrive_isLoggedAndCounted_asOtherAnswersAre() throws IOException {
    assertThat(linesOfTheLog("/catalog", "/alice@acme.test"))
        .hasSize(2)
        .satisfiesExactly(
            line -> assertThat(line).matches(ID + " POST /catalog 408 \\d+ ms"),
            line -> assertThat(line).matches(ID + " POST \\(other\\) 408 \\d+ ms"));
    assertThat(given().get("/metrics").asString())
        .contains("duration_seconds_count{route=\"/catalog\",status=\"408\"} 1")
        .contains("duration_seconds_count{route=\"(other)\",status=\"408\"} 1")
        .doesNotContain("alice");
  }

  /** A line is there before its answer is. */
  private static List<String> linesOfTheLog(String... paths) throws IOException {
    Logger log = Logger.getLogger("dev.housecount.request");
    Lines lines = new Lines();
    log.addHandler(lines);
    try {
      for (String path : paths) {
        try (Socket sender = send(path)) {
          assertThat(Raw.answer(sender)).startsWith("HTTP/1.1 408");
        }
      }
    } finally {
      log.removeHandler(lines);
    }
    return lines.seen;
  }

  private static Socket send(String path) throws IOException {
    Socket sender = Raw.connect();
    Raw.write(
        sender,
        "POST %s HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: %s\r\nContent-Length: 1000\r\n\r\n[{"
            .formatted(path, ID));
    return sender;
  }

  private static final class Lines extends Handler {
    private final List<String> seen = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord line) {
      ExtLogRecord record = ExtLogRecord.wrap(line);
      seen.add(record.getMdc("requestId") + " " + record.getFormattedMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
