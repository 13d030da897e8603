package dev.housecount.testing;

import dev.housecount.edge.dynamodb.LocalTables;
import dev.housecount.edge.local.EmbeddedDynamoDb;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** One DynamoDB Local for all tests of a JVM; it ends with the JVM. */
public final class DynamoDbLocal {
  /** How long {@link #impatientClient} waits for an answer. */
  static final Duration PATIENCE = Duration.ofMillis(500);

  private static final EmbeddedDynamoDb SERVER = EmbeddedDynamoDb.start(Optional.empty());
  private static final AtomicInteger TABLES = new AtomicInteger();

  private DynamoDbLocal() {}

  public static EmbeddedDynamoDb server() {
    return SERVER;
  }

  public static DynamoDbClient client(ExecutionInterceptor... interceptors) {
    return builder(endpoint())
        .overrideConfiguration(
            config -> List.of(interceptors).forEach(config::addExecutionInterceptor))
        .build();
  }

  /** A client of something that stands in front of it; it hands every failure on at once. */
  public static DynamoDbClient impatientClient(URI endpoint) {
    return builder(endpoint)
        .overrideConfiguration(
            config ->
                config.retryStrategy(AwsRetryStrategy.doNotRetry()).apiCallAttemptTimeout(PATIENCE))
        .build();
  }

  /** As that, but it waits for as long as an answer takes. */
  public static DynamoDbClient patientClient(URI endpoint) {
    return builder(endpoint)
        .overrideConfiguration(config -> config.retryStrategy(AwsRetryStrategy.doNotRetry()))
        .build();
  }

  public static URI endpoint() {
    return URI.create(SERVER.clientSettings().get(EmbeddedDynamoDb.ENDPOINT_SETTING));
  }

  /** Of a client with the SDK's own patience. */
  public static DynamoDbClientBuilder builder(URI endpoint) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClientBuilder(UrlConnectionHttpClient.builder());
  }

  /** A new, empty table. */
  public static String table(DynamoDbClient client) {
    String name = "events-" + TABLES.incrementAndGet();
    LocalTables.create(client, name);
    return name;
  }
}
