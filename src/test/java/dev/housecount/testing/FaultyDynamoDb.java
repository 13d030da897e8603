package dev.housecount.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.housecount.edge.local.EmbeddedDynamoDb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a client and DynamoDB Local and lets calls fail in the ways in which calls fail.
 */
public final class FaultyDynamoDb implements AutoCloseable {
  /** What can go wrong with a call. */
  public enum Fault {
    THROTTLED,
    INTERNAL_ERROR,
    UNAVAILABLE,
    /** The connection breaks before the call has an effect. */
    RESET_BEFORE,
    /** The connection breaks after it: the caller cannot know. */
    RESET_AFTER,
    /** The call has its effect, but its answer comes when nobody waits for it any more. */
    TIMED_OUT,
    /** Half of a batch is done, the rest handed back. */
    HALF_UNPROCESSED,
    /** Nothing of a batch is done. */
    ALL_UNPROCESSED
  }

  /** Longer than {@link DynamoDbLocal#impatientClient} waits. */
  private static final long STALL_MILLIS = 2 * DynamoDbLocal.PATIENCE.toMillis();

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final URI TARGET =
      URI.create(DynamoDbLocal.server().clientSettings().get(EmbeddedDynamoDb.ENDPOINT_SETTING));

  private final HttpClient http = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<Fault, AtomicInteger> injected = new EnumMap<>(Fault.class);
  private final CountDownLatch closing = new CountDownLatch(1);
  private final HttpServer server;
  private final Random random;
  private final double rate;

  /**
   * @param rate the share of calls that fail, from 0 to 1
   */
  public FaultyDynamoDb(double rate, long seed, Fault... faults) {
    this.rate = rate;
    this.random = new Random(seed);
    List.of(faults.length == 0 ? Fault.values() : faults)
        .forEach(f -> injected.put(f, new AtomicInteger()));
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** How often each fault happened. */
  public Map<Fault, AtomicInteger> injected() {
    return injected;
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String operation = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    Fault fault = next(operation.endsWith("BatchWriteItem"));
    try (exchange) {
      if (fault == null) {
        forward(exchange, operation, body);
        return;
      }
      injected.get(fault).incrementAndGet();
      switch (fault) {
        case THROTTLED -> answer(exchange, 400, error("ProvisionedThroughputExceededException"));
        case INTERNAL_ERROR -> answer(exchange, 500, error("InternalServerError"));
        case UNAVAILABLE -> answer(exchange, 503, "");
        case RESET_BEFORE -> {}
        case RESET_AFTER -> call(operation, body);
        case TIMED_OUT -> {
          call(operation, body);
          stall();
        }
        case HALF_UNPROCESSED -> unprocessed(exchange, operation, body, 2);
        case ALL_UNPROCESSED -> unprocessed(exchange, operation, body, 1);
      }
    }
  }

  private void stall() throws IOException {
    try {
      if (closing.await(STALL_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new IOException("the proxy is closed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private synchronized Fault next(boolean batch) {
    if (random.nextDouble() >= rate) {
      return null;
    }
    List<Fault> possible =
        injected.keySet().stream().filter(f -> batch || !f.name().endsWith("UNPROCESSED")).toList();
    return possible.isEmpty() ? null : possible.get(random.nextInt(possible.size()));
  }

  private void unprocessed(HttpExchange exchange, String operation, byte[] body, int part)
      throws IOException {
    ObjectNode request = (ObjectNode) JSON.readTree(body);
    ObjectNode left = JSON.createObjectNode();
    ObjectNode done = JSON.createObjectNode();
    for (Map.Entry<String, JsonNode> table : request.get("RequestItems").properties()) {
      ArrayNode kept = left.putArray(table.getKey());
      ArrayNode put = JSON.createArrayNode();
      int index = 0;
      for (JsonNode item : table.getValue()) {
        (index++ % part == part - 1 ? kept : put).add(item);
      }
      if (kept.isEmpty()) {
        left.remove(table.getKey());
      }
      if (!put.isEmpty()) {
        done.set(table.getKey(), put);
      }
    }
    if (!done.isEmpty()) {
      request.set("RequestItems", done);
      call(operation, JSON.writeValueAsBytes(request));
    }
    answer(
        exchange,
        200,
        JSON.writeValueAsString(JSON.createObjectNode().set("UnprocessedItems", left)));
  }

  private void forward(HttpExchange exchange, String operation, byte[] body) throws IOException {
    HttpResponse<byte[]> response = call(operation, body);
    exchange.sendResponseHeaders(response.statusCode(), response.body().length);
    exchange.getResponseBody().write(response.body());
  }

  private HttpResponse<byte[]> call(String operation, byte[] body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(TARGET)
            .header("X-Amz-Target", operation)
            .header("Content-Type", "application/x-amz-json-1.0")
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static String error(String type) {
    return "{\"__type\":\"com.amazonaws.dynamodb.v20120810#"
        + type
        + "\",\"message\":\"injected\"}";
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
