package dev.housecount.shape;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** The side of AWS that a Lambda runtime polls: one invocation after another. */
final class RuntimeApi implements AutoCloseable {
  /** Lambda refuses longer answers (6 MB and a little, in bytes). */
  static final int MAX_RESPONSE = 6_291_556;

  private static final String BASE = "/2018-06-01/runtime/";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
  private final Map<String, Invocation> running = new ConcurrentHashMap<>();
  private final CompletableFuture<String> initError = new CompletableFuture<>();

  /** As the template's {@code Timeout}. */
  private static final Duration TIMEOUT = Duration.ofSeconds(29);

  /**
   * @param told how much time the function is told that it has
   * @param cut after which Lambda ends it
   */
  private record Invocation(
      String id, byte[] event, Duration told, Duration cut, CompletableFuture<Outcome> outcome) {}

  /**
   * What an invocation came to.
   *
   * @param failed whether the function reported an error instead of an answer
   */
  record Outcome(boolean failed, byte[] payload) {
    String text() {
      return new String(payload, UTF_8);
    }
  }

  RuntimeApi() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(BASE, this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** What AWS_LAMBDA_RUNTIME_API says. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  CompletableFuture<Outcome> invoke(byte[] event) {
    return invoke(event, TIMEOUT, Duration.ofMinutes(5));
  }

  CompletableFuture<Outcome> invoke(byte[] event, Duration told, Duration cut) {
    Invocation invocation =
        new Invocation(UUID.randomUUID().toString(), event, told, cut, new CompletableFuture<>());
    waiting.add(invocation);
    return invocation.outcome();
  }

  /** What the function says when it cannot start. */
  CompletableFuture<String> initError() {
    return initError;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().substring(BASE.length()).split("/");
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (path[0].equals("init")) {
      initError.complete(new String(body, UTF_8));
      answer(exchange, 202);
    } else if (path[1].equals("next")) {
      next(exchange);
    } else {
      boolean failed = path[2].equals("error");
      Invocation invocation = running.remove(path[1]);
      boolean tooLong = body.length > MAX_RESPONSE;
      answer(exchange, tooLong ? 413 : 202);
      String refusal = "Response payload size exceeded: " + body.length;
      invocation
          .outcome()
          .complete(new Outcome(failed || tooLong, tooLong ? refusal.getBytes(UTF_8) : body));
    }
  }

  private void next(HttpExchange exchange) throws IOException {
    try {
      Invocation invocation = waiting.take();
      running.put(invocation.id(), invocation);
      Outcome timedOut = new Outcome(true, "Task timed out".getBytes(UTF_8));
      invocation.outcome().completeOnTimeout(timedOut, invocation.cut().toMillis(), MILLISECONDS);
      var headers = exchange.getResponseHeaders();
      headers.add("Lambda-Runtime-Aws-Request-Id", invocation.id());
      long deadline = System.currentTimeMillis() + invocation.told().toMillis();
      headers.add("Lambda-Runtime-Deadline-Ms", "" + deadline);
      headers.add(
          "Lambda-Runtime-Invoked-Function-Arn",
          "arn:aws:lambda:us-east-1:123456789012:function:housecount");
      headers.add("Lambda-Runtime-Trace-Id", "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=0");
      headers.add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, invocation.event().length);
      exchange.getResponseBody().write(invocation.event());
      exchange.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the server is closed
    }
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    byte[] body = "{\"status\":\"OK\"}".getBytes(UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
