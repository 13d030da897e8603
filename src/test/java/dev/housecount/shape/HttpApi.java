package dev.housecount.shape;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server that {@code ./mvnw package} makes, over HTTP. */
final class HttpApi implements Api {
  private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Pattern LISTENING =
      Pattern.compile("Listening on: http://[0-9.]+:(\\d+)(?=\\D)");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Child child;
  private final String base;

  HttpApi(Map<String, String> settings) {
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("HOUSECOUNT_LOCAL_ENABLED", "false");
    environment.put("QUARKUS_HTTP_PORT", "0"); // a free one; it says which
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    child = new Child("http", List.of(java.toString(), "-jar", JAR.toString()), environment);
    await()
        .atMost(PATIENCE)
        .until(() -> !child.isAlive() || LISTENING.matcher(child.output()).find());
    Matcher listening = LISTENING.matcher(child.output());
    if (!listening.find()) {
      throw new AssertionError("the server ended. It said:\n" + child.output());
    }
    base = "http://127.0.0.1:" + listening.group(1);
    await()
        .atMost(PATIENCE)
        .until(() -> send(Request.of("GET", "/q/health/ready")).status() == 200);
  }

  @Override
  public Response send(Request request) {
    String query = request.query().isEmpty() ? "" : "?" + request.query();
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(base + request.path() + query))
            .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()));
    request.headers().forEach(builder::header);
    if (!request.cookies().isEmpty()) {
      builder.header("Cookie", String.join("; ", request.cookies()));
    }
    try {
      HttpResponse<byte[]> response =
          http.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
      Map<String, String> headers = new LinkedHashMap<>();
      response
          .headers()
          .map()
          .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
      return new Response(response.statusCode(), headers, response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    child.close();
  }
}
