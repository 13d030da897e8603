package dev.housecount.edge.backstage;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A portal that answers what a test says, in that order for each path; the last answer again and
 * again.
 */
final class FakePortal implements AutoCloseable {
  private static final String ROOT = "/api/catalog/";

  private final Map<String, Deque<Answer>> answers = new HashMap<>();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  FakePortal() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** What happens to a request. */
  interface Answer {
    void write(HttpExchange exchange) throws IOException;
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /**
   * @param path below the catalog's
   */
  FakePortal answers(String path, Answer answer) {
    synchronized (answers) {
      answers.computeIfAbsent(path, key -> new ArrayDeque<>()).add(answer);
    }
    return this;
  }

  FakePortal answers(String path, String json) {
    return answers(path, status(200, json));
  }

  static Answer status(int status, String body, String... headers) {
    return exchange -> {
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
      }
      byte[] bytes = body.getBytes(UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  /** Writes the same again and again, until nobody reads any more. */
  static Answer endless(String text) {
    return exchange -> {
      exchange.sendResponseHeaders(200, 0);
      OutputStream out = exchange.getResponseBody();
      while (true) {
        out.write(text.getBytes(UTF_8));
        out.flush();
      }
    };
  }

  /** The paths with their decoded queries. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  List<String> bodies() {
    return List.copyOf(bodies);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getRawQuery();
    String path = exchange.getRequestURI().getPath().substring(ROOT.length());
    asked.add(query == null ? path : path + "?" + URLDecoder.decode(query, UTF_8));
    bodies.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    try (exchange) {
      next(path).write(exchange);
    }
  }

  private Answer next(String path) {
    synchronized (answers) {
      Deque<Answer> left = answers.getOrDefault(path, new ArrayDeque<>());
      if (left.isEmpty()) {
        return status(404, "");
      }
      return left.size() > 1 ? left.remove() : left.element();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
