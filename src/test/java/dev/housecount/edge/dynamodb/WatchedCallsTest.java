package dev.housecount.edge.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.housecount.store.Band;
import dev.housecount.store.Order;
import dev.housecount.store.Scan;
import dev.housecount.store.StoreUnavailableException;
import dev.housecount.store.TimeLeft;
import dev.housecount.telemetry.Collected;
import dev.housecount.telemetry.Telemetry;
import dev.housecount.testing.DynamoDbLocal;
import dev.housecount.testing.FaultyDynamoDb;
import dev.housecount.testing.FaultyDynamoDb.Fault;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.RequestOverrideConfiguration;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

class WatchedCallsTest {
  private static final Duration CALL = Duration.ofSeconds(8);
  private static final Map<String, AttributeValue> KEY =
      EventTable.itemKey(EventTable.key(Band.TIGHT, "1#x"));

  /** What calls were given, by their requests; empty where the client's own time-out holds. */
  private final Map<String, Optional<Duration>> timeouts = new HashMap<>();

  private final AtomicInteger throttles = new AtomicInteger();
  private final String table = DynamoDbLocal.table(DynamoDbLocal.client());

  @ParameterizedTest
  @CsvSource({"PT5S,PT5S", "PT7.999S,PT7.999S", "PT8S,", "PT24H,"})
  void everyOperationThatThereIs_endsWithTheTime(Duration left, Duration given) throws Exception {
    DynamoDbClient client = client(DynamoDbLocal.endpoint(), () -> left);
    List<Method> operations = operations();
    for (Method operation : operations) {
      call(client, operation);
    }
    assertThat(operations).hasSizeGreaterThan(50).contains(operation("updateItem"));
    assertThat(timeouts).hasSameSizeAs(operations);
    assertThat(timeouts.values()).containsOnly(Optional.ofNullable(given));
  }

  @Test
  void aCallsOwnTimeout_isShortenedButNeverLengthened() {
    DynamoDbClient client = client(DynamoDbLocal.endpoint(), () -> Duration.ofSeconds(5));
    client.getItem(
        get ->
            get.tableName(table)
                .key(KEY)
                .overrideConfiguration(own -> own.apiCallTimeout(Duration.ofSeconds(2))));
    client.query(
        Probe.request(table).toBuilder()
            .overrideConfiguration(own -> own.apiCallTimeout(Duration.ofSeconds(9)))
            .build());
    assertThat(timeouts)
        .containsEntry("GetItemRequest", Optional.of(Duration.ofSeconds(2)))
        .containsEntry("QueryRequest", Optional.of(Duration.ofSeconds(5)));
  }

  @Test
  void anOperationThatNobodyHasCalledYet_works() {
    DynamoDbClient client = client(DynamoDbLocal.endpoint(), () -> Duration.ofSeconds(5));
    client.updateItem(update -> update.tableName(table).key(KEY));
    assertThat(
            client
                .batchGetItem(
                    get ->
                        get.requestItems(
                            Map.of(table, KeysAndAttributes.builder().keys(KEY).build())))
                .responses()
                .get(table))
        .containsExactly(KEY);
  }

  /** The server never answers: without the time that is left, nothing ends the call for long. */
  @Test
  void anOperationThatNobodyHasCalledYet_endsWithTheTime() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      DynamoDbClient client =
          client(
              URI.create("http://127.0.0.1:" + silent.getLocalPort()), () -> Duration.ofMillis(50));
      assertThatThrownBy(() -> client.updateItem(update -> update.tableName(table).key(KEY)))
          .isInstanceOf(ApiCallTimeoutException.class);
    }
  }

  @ParameterizedTest
  @CsvSource({"PT0S", "PT-1S"})
  void withoutTime_nothingIsCalled(Duration left) {
    DynamoDbClient client = client(DynamoDbLocal.endpoint(), () -> left);
    assertThatThrownBy(() -> client.query(Probe.request(table)))
        .isInstanceOf(StoreUnavailableException.class);
    DynamoDbChunkStore store = new DynamoDbChunkStore(client, table);
    Instant now = Instant.parse("2100-03-02T00:30:00Z");
    assertThatThrownBy(
            () -> store.read(new Scan(Band.TIGHT, now, now, Order.ASC, null, now)).hasNext())
        .isInstanceOf(StoreUnavailableException.class);
    assertThat(timeouts).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"THROTTLED", "ALL_UNPROCESSED", "INTERNAL_ERROR", "RESET_BEFORE"})
  void write_tellsOfThrottlesOnly(Fault fault) {
    try (FaultyDynamoDb faulty = new FaultyDynamoDb(1, 1, fault)) {
      DynamoDbClient client = client(faulty.endpoint(), TimeLeft.ENDLESS);
      BatchPut batch = new BatchPut(client, table);
      long deadline = System.nanoTime() + Duration.ofSeconds(1).toNanos();
      assertThatThrownBy(() -> batch.put(List.of(KEY), deadline))
          .isInstanceOf(StoreUnavailableException.class);
      int told = fault == Fault.THROTTLED || fault == Fault.ALL_UNPROCESSED ? attempts(faulty) : 0;
      assertThat(throttles).hasValue(told);
    }
  }

  @Test
  void everyOperation_tellsOfThrottles() throws Exception {
    try (FaultyDynamoDb faulty = new FaultyDynamoDb(1, 1, Fault.THROTTLED)) {
      DynamoDbClient client = client(faulty.endpoint(), TimeLeft.ENDLESS);
      for (Method operation : operations()) {
        call(client, operation);
      }
      assertThat(throttles).hasValue(attempts(faulty)).hasValueGreaterThan(50);
    }
  }

  @Test
  void attemptsThatTheSdkRepeatsByItself_areTold() {
    try (FaultyDynamoDb faulty = new FaultyDynamoDb(1, 1, Fault.THROTTLED)) {
      DynamoDbClient client =
          client(faulty.endpoint(), TimeLeft.ENDLESS, AwsRetryStrategy.standardRetryStrategy());
      assertThatThrownBy(() -> client.query(Probe.request(table))).isInstanceOf(SdkException.class);
      assertThat(throttles).hasValue(attempts(faulty)).hasValueGreaterThan(1);
    }
  }

  private static int attempts(FaultyDynamoDb faulty) {
    return faulty.injected().values().stream().mapToInt(AtomicInteger::get).sum();
  }

  private static List<Method> operations() {
    return Arrays.stream(DynamoDbClient.class.getMethods())
        .filter(WatchedCallsTest::isOperation)
        .toList();
  }

  private static boolean isOperation(Method method) {
    return method.getParameterCount() == 1
        && DynamoDbRequest.class.isAssignableFrom(method.getParameterTypes()[0])
        && !method.getName().endsWith("Paginator");
  }

  private static Method operation(String name) {
    return operations().stream().filter(method -> method.getName().equals(name)).findFirst().get();
  }

  /** The request is empty: how the call ends does not matter. */
  private static void call(DynamoDbClient client, Method operation) throws Exception {
    Object builder = operation.getParameterTypes()[0].getMethod("builder").invoke(null);
    SdkRequest request = ((SdkRequest.Builder) builder).build();
    try {
      operation.invoke(client, request);
    } catch (InvocationTargetException e) {
      assertThat(e.getCause()).isInstanceOf(SdkException.class);
    }
  }

  private DynamoDbClient client(URI endpoint, TimeLeft left) {
    return client(endpoint, left, AwsRetryStrategy.doNotRetry());
  }

  private DynamoDbClient client(URI endpoint, TimeLeft left, RetryStrategy retries) {
    return WatchedCalls.of(
            DynamoDbLocal.builder(endpoint)
                .overrideConfiguration(
                    config ->
                        config
                            .retryStrategy(retries)
                            .apiCallTimeout(CALL)
                            .addExecutionInterceptor(new Recording())),
            left,
            new Counting())
        .build();
  }

  private final class Recording implements ExecutionInterceptor {
    @Override
    public void beforeMarshalling(
        Context.BeforeMarshalling context, ExecutionAttributes attributes) {
      timeouts.put(
          context.request().getClass().getSimpleName(),
          context
              .request()
              .overrideConfiguration()
              .flatMap(RequestOverrideConfiguration::apiCallTimeout));
    }
  }

  private final class Counting implements Telemetry {
    @Override
    public void pulled(String outcome) {}

    @Override
    public void recognised(String portal, double unknown, boolean jumped) {}

    @Override
    public void collected(Collected batch) {}

    @Override
    public void answered(String route, int status, Duration took) {}

    @Override
    public void throttled() {
      throttles.incrementAndGet();
    }
  }
}
