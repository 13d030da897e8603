package dev.housecount.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.housecount.store.Band;
import dev.housecount.store.Order;
import dev.housecount.store.Scan;
import dev.housecount.store.StoreUnavailableException;
import dev.housecount.testing.DynamoDbLocal;
import dev.housecount.testing.FaultyDynamoDb;
import dev.housecount.testing.FaultyDynamoDb.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.RequestOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class TimedClientTest {
  private static final Duration CALL = Duration.ofSeconds(8);

  /** What calls were given; empty where the client's own time-out holds. */
  private final List<Optional<Duration>> timeouts = new ArrayList<>();

  private final DynamoDbClient plain =
      DynamoDbLocal.client(
          new ExecutionInterceptor() {
            @Override
            public void beforeExecution(
                Context.BeforeExecution context, ExecutionAttributes attributes) {
              timeouts.add(
                  context
                      .request()
                      .overrideConfiguration()
                      .flatMap(RequestOverrideConfiguration::apiCallTimeout));
            }
          });

  private final String table = DynamoDbLocal.table(DynamoDbLocal.client());

  @ParameterizedTest
  @CsvSource({"PT5S,PT5S", "PT7.999S,PT7.999S", "PT8S,", "PT24H,"})
  void everyCall_endsWithTheTime(Duration left, Duration given) {
    DynamoDbClient client = new TimedClient(plain, () -> left, CALL);
    Map<String, AttributeValue> key = EventTable.itemKey(EventTable.key(Band.TIGHT, "1#x"));
    client.query(Probe.request(table));
    client.scan(request -> request.tableName(table));
    client.getItem(request -> request.tableName(table).key(key));
    client.putItem(request -> request.tableName(table).item(key));
    client.deleteItem(request -> request.tableName(table).key(key));
    client.describeTimeToLive(request -> request.tableName(table));
    new BatchPut(client, table).put(List.of(key), System.nanoTime() + CALL.toNanos());
    assertThat(timeouts).hasSize(7).containsOnly(Optional.ofNullable(given));
  }

  @ParameterizedTest
  @CsvSource({"PT0S", "PT-1S"})
  void withoutTime_nothingIsCalled(Duration left) {
    DynamoDbClient client = new TimedClient(plain, () -> left, CALL);
    assertThatThrownBy(() -> client.query(Probe.request(table)))
        .isInstanceOf(StoreUnavailableException.class);
    DynamoDbChunkStore store = new DynamoDbChunkStore(client, table);
    Instant now = Instant.parse("2100-03-02T00:30:00Z");
    assertThatThrownBy(
            () -> store.read(new Scan(Band.TIGHT, now, now, Order.ASC, null, now)).hasNext())
        .isInstanceOf(StoreUnavailableException.class);
    assertThat(timeouts).isEmpty();
  }

  /** Eight attempts with their pauses would take seconds; not even the first pause fits. */
  @Test
  void unprocessedItems_areNotWaitedForBeyondTheTime() {
    try (FaultyDynamoDb faulty = new FaultyDynamoDb(1, 1, Fault.ALL_UNPROCESSED)) {
      DynamoDbClient client = DynamoDbLocal.impatientClient(faulty.endpoint());
      Map<String, AttributeValue> key = EventTable.itemKey(EventTable.key(Band.TIGHT, "1#x"));
      long deadline = System.nanoTime() + Duration.ofSeconds(1).toNanos();
      assertThatThrownBy(() -> new BatchPut(client, table).put(List.of(key), deadline))
          .isInstanceOf(StoreUnavailableException.class);
      assertThat(faulty.injected().get(Fault.ALL_UNPROCESSED).get()).isLessThan(8);
    }
  }
}
