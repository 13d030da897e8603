package dev.housecount.edge.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The jar as a process of its own, on a free port, with all that it says. */
final class JarProcess implements AutoCloseable {
  private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Pattern LISTENING = Pattern.compile("Listening on: http://[0-9.]+:(\\d+)");

  private final Process process;
  private final CompletableFuture<Integer> port = new CompletableFuture<>();
  private final CompletableFuture<List<String>> output;

  /** Starts it and waits until it listens. */
  JarProcess(List<String> options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dquarkus.http.port=0");
    command.addAll(options);
    command.addAll(List.of("-jar", JAR.toString()));
    process = new ProcessBuilder(command).redirectErrorStream(true).start();
    output = CompletableFuture.supplyAsync(this::read);
    port.orTimeout(300, TimeUnit.SECONDS).join();
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

  int port() {
    return port.join();
  }

  List<ProcessHandle> children() {
    return process.children().toList();
  }

  /** All that it wrote until it ended; waits for that. */
  String output() {
    return String.join("\n", output.join());
  }

  HttpRequest.Builder request(String pathAndQuery) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + pathAndQuery));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    return HTTP.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString()).join();
  }

  /** As {@code kill -9}. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
