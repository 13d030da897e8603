package dev.housecount.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Posts to the server, again where it asks for that; for several threads at once. */
final class Post {
  /**
   * What the server said.
   *
   * @param body missing where it is no JSON
   */
  record Answer(int status, JsonNode body) {
    boolean isGood() {
      return status >= 200 && status < 300;
    }
  }

  static final ObjectMapper JSON = new ObjectMapper();

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String AGENT = "housecount-demo";
  private static final int MAX_TRIES = 8;
  private static final int MAX_WAIT_SECONDS = 60;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  /**
   * Posts until the answer is final.
   *
   * @param agent who it says that it is; null for this program
   * @throws FeedException when nobody answers, or only that it is busy
   */
  Answer send(URI uri, String type, byte[] body, @Nullable String token, @Nullable String agent)
      throws FeedException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(PATIENCE)
            .header("Content-Type", type)
            .header("User-Agent", agent == null ? AGENT : agent)
            .POST(BodyPublishers.ofByteArray(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return send(request.build());
  }

  private Answer send(HttpRequest request) throws FeedException, InterruptedException {
    String last = "";
    for (int tried = 1; tried <= MAX_TRIES; tried++) {
      String wait = null;
      try {
        HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
        if (!isBusy(response.statusCode())) {
          return new Answer(response.statusCode(), json(response.body()));
        }
        last = "it answers " + response.statusCode();
        wait = response.headers().firstValue("Retry-After").orElse(null);
      } catch (java.net.ConnectException e) {
        throw new FeedException(
            """
            Nobody answers at %s. Start the server first, in another terminal:
              java -jar target/quarkus-app/quarkus-run.jar
            or name another one: demo --url https://..."""
                .formatted(request.uri().resolve("/")));
      } catch (IOException e) {
        last = "the connection breaks"; // what is sent twice counts once
      }
      Thread.sleep(millis(wait, tried));
    }
    throw new FeedException(
        "The server does not take it: %s, after %d tries. Look at its log, then start this again with the same --seed: what has arrived counts once."
            .formatted(last, MAX_TRIES));
  }

  private static boolean isBusy(int status) {
    return status == 408 || status == 429 || status == 502 || status == 503 || status == 504;
  }

  /** As {@code Retry-After} says in seconds, else longer each time. */
  private static long millis(@Nullable String wait, int tried) {
    boolean told = wait != null && wait.matches("[0-9]{1,6}");
    return told
        ? 1000L * Math.min(MAX_WAIT_SECONDS, Integer.parseInt(String.valueOf(wait)))
        : 250L << Math.min(tried, 5);
  }

  private static JsonNode json(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }
}
