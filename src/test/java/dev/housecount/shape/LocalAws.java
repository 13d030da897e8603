package dev.housecount.shape;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.housecount.edge.local.EmbeddedDynamoDb;
import dev.housecount.template.Permission;
import dev.housecount.template.Template;
import dev.housecount.template.TemplateTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * AWS as the function meets it: DynamoDB Local with the template's tables, a Secrets Manager with
 * one secret, and before both, for each function at a door of its own, the template's permissions.
 * What they do not allow is refused.
 */
final class LocalAws implements AutoCloseable {
  /** Base64 of 48 bytes, of the letters and digits that Secrets Manager would draw. */
  static final String SECRET = "0123456789abcdef".repeat(4);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static {
    // Else the JDK's server holds an answer's body back until its head is acknowledged, which costs
    // 40 ms a call (Nagle's algorithm against delayed acknowledgements). AWS does not.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final Door api = new Door(Template.API);
  private final Door maintenance = new Door(Template.MAINTENANCE);
  private final Door both = new Door(Template.API, Template.MAINTENANCE);
  private final EmbeddedDynamoDb dynamoDb = EmbeddedDynamoDb.start(Optional.empty());
  private final URI dynamoDbEndpoint =
      URI.create(dynamoDb.clientSettings().get(EmbeddedDynamoDb.ENDPOINT_SETTING));
  private final HttpClient http = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer forApi;
  private final HttpServer forMaintenance;
  private final HttpServer forBoth;
  private volatile boolean broken;
  private volatile Set<String> failing = Set.of();
  private volatile CompletableFuture<Void> flowing = CompletableFuture.completedFuture(null);

  LocalAws() {
    this(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  private LocalAws(InetSocketAddress api, InetSocketAddress maintenance) {
    try (DynamoDbClient client = client()) {
      TemplateTables.create(client);
      forApi = serve(this.api, api);
      forMaintenance = serve(this.maintenance, maintenance);
      forBoth = serve(both, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpServer serve(Door door, InetSocketAddress address) throws IOException {
    HttpServer server = HttpServer.create(address, 0);
    server.createContext("/", exchange -> handle(door, exchange));
    server.setExecutor(threads);
    server.start();
    return server;
  }

  /**
   * For {@code sam local}: on all interfaces, since the function is in a container.
   *
   * @param args the port of the function that answers; the next one is the maintenance's
   */
  @SuppressWarnings("SystemOut") // infra/local-aws.sh waits for it
  public static void main(String[] args) {
    int port = Integer.parseInt(args[0]);
    LocalAws aws = new LocalAws(new InetSocketAddress(port), new InetSocketAddress(port + 1));
    Runtime.getRuntime().addShutdownHook(new Thread(aws::close));
    System.out.println("DynamoDB Local and a secret are ready on port " + port);
  }

  String endpoint() {
    return endpoint(forApi);
  }

  String endpointOfMaintenance() {
    return endpoint(forMaintenance);
  }

  /** For a server, which does its maintenance itself. */
  String endpointOfServer() {
    return endpoint(forBoth);
  }

  private static String endpoint(HttpServer server) {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Whether every call is to fail from now on. */
  void setBroken(boolean broken) {
    this.broken = broken;
  }

  /** Puts a record into a table, as another instance would have done long ago. */
  void put(String table, String partition, String sort) {
    try (DynamoDbClient client = client()) {
      client.putItem(
          put ->
              put.tableName(table)
                  .item(
                      Map.of(
                          "pk", AttributeValue.fromS(partition),
                          "sk", AttributeValue.fromS(sort),
                          "v", AttributeValue.fromN("1"),
                          "d", AttributeValue.fromB(SdkBytes.fromUtf8String("-")))));
    }
  }

  /** Which of DynamoDB's actions are to fail from now on, such as {@code Scan}. */
  void setFailing(String... actions) {
    failing = Set.of(actions);
  }

  /** Takes calls from now on and answers none, until it is released. */
  void setStalled(boolean stalled) {
    flowing.complete(null);
    flowing = stalled ? new CompletableFuture<>() : CompletableFuture.completedFuture(null);
  }

  Door api() {
    return api;
  }

  Door maintenance() {
    return maintenance;
  }

  /** Calls that the template allows nobody who tried them. */
  List<Permission> refused() {
    return Stream.of(api, maintenance, both).flatMap(door -> door.refused().stream()).toList();
  }

  private void handle(Door door, HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    flowing.join();
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    String action = target.substring(target.indexOf('.') + 1);
    boolean secret = target.startsWith("secretsmanager");
    List<Permission> needed =
        Door.needed(
            (secret ? target.substring(0, target.indexOf('.')) : "dynamodb") + ":" + action,
            JSON.readTree(body));
    if (broken || failing.contains(action) || !door.lets(needed)) {
      answer(
          exchange,
          400,
          "{\"__type\":\"com.amazon.coral.service#AccessDeniedException\"}".getBytes(UTF_8));
    } else if (secret) {
      answer(exchange, 200, ("{\"SecretString\":\"" + SECRET + "\"}").getBytes(UTF_8));
    } else {
      forward(exchange, target, body);
    }
  }

  private void forward(HttpExchange exchange, String target, byte[] body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(dynamoDbEndpoint)
            .header("X-Amz-Target", target)
            .header("Content-Type", "application/x-amz-json-1.0")
            .header("Authorization", exchange.getRequestHeaders().getFirst("Authorization"))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      answer(exchange, response.statusCode(), response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.0");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private DynamoDbClient client() {
    return DynamoDbClient.builder()
        .httpClient(UrlConnectionHttpClient.create())
        .region(Region.US_EAST_1)
        .endpointOverride(dynamoDbEndpoint)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .build();
  }

  @Override
  public void close() {
    forApi.stop(0);
    forMaintenance.stop(0);
    forBoth.stop(0);
    threads.shutdownNow();
    dynamoDb.close();
  }
}
