package dev.housecount.edge.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Starts DynamoDB Local in a process of its own (in this one it would clash over library versions).
 * The child ends when its standard input does, and that is when this process ends, however it does.
 */
public final class EmbeddedDynamoDb implements AutoCloseable {
  /** Where Quarkus' DynamoDB client looks for its endpoint. */
  public static final String ENDPOINT_SETTING = "quarkus.dynamodb.endpoint-override";

  private static final String DIRECTORY = "dynamodb-local";

  private final Process process;
  private final URI endpoint;

  private EmbeddedDynamoDb(Process process, URI endpoint) {
    this.process = process;
    this.endpoint = endpoint;
  }

  /**
   * Starts it and waits until it answers.
   *
   * @param data where the tables are kept; empty for in memory
   * @throws IllegalStateException when it is not installed or does not start; says what to do
   */
  public static EmbeddedDynamoDb start(Optional<Path> data) {
    Path code = codeLocation();
    Path libraries = libraries(code);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    // It loads SQLite; newer JDKs want to be told.
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Dsqlite4java.library.path=" + libraries);
    command.add("-cp");
    command.add(code + File.pathSeparator + libraries + File.separator + "*");
    command.add(DynamoDbLocalProcess.class.getName());
    data.ifPresent(folder -> command.add(created(folder).toAbsolutePath().toString()));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      return new EmbeddedDynamoDb(process, URI.create("http://127.0.0.1:" + port(process)));
    } catch (IOException e) {
      throw new UncheckedIOException("DynamoDB Local did not start", e);
    }
  }

  /** The settings that lead Quarkus' DynamoDB client here; DynamoDB Local takes any credentials. */
  public Map<String, String> clientSettings() {
    return Map.of(
        ENDPOINT_SETTING,
        endpoint.toString(),
        "quarkus.dynamodb.aws.credentials.type",
        "static",
        "quarkus.dynamodb.aws.credentials.static-provider.access-key-id",
        "local",
        "quarkus.dynamodb.aws.credentials.static-provider.secret-access-key",
        "local");
  }

  /** Ends it. */
  @Override
  public void close() {
    process.destroy();
  }

  private static int port(Process process) throws IOException {
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    StringBuilder said = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(DynamoDbLocalProcess.READY)) {
        Thread drain =
            new Thread(() -> output.lines().forEach(ignored -> {}), "dynamodb-local-output");
        drain.setDaemon(true);
        drain.start();
        return Integer.parseInt(line.substring(DynamoDbLocalProcess.READY.length()));
      }
      said.append('\n').append(line);
    }
    throw new IllegalStateException("DynamoDB Local did not start. It said:" + said);
  }

  /** The folder or jar that this class is in: the child runs one class of it. */
  private static Path codeLocation() {
    try {
      return Path.of(
          EmbeddedDynamoDb.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Beside the build's output, where Maven put it. */
  private static Path libraries(Path code) {
    for (Path folder = code.toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path libraries = folder.resolve(DIRECTORY);
      if (Files.isDirectory(libraries)) {
        return libraries;
      }
    }
    throw new IllegalStateException(
        "DynamoDB Local is not beside "
            + code
            + "; let the build fetch it: ./mvnw package -DskipTests");
  }

  private static Path created(Path folder) {
    try {
      return PrivateFiles.createFolder(Objects.requireNonNull(folder));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create the data folder " + folder, e);
    }
  }
}
