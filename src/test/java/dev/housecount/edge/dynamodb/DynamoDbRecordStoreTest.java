package dev.housecount.edge.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.housecount.store.Order;
import dev.housecount.store.RecordKey;
import dev.housecount.store.RecordRange;
import dev.housecount.store.RecordStore;
import dev.housecount.store.RecordStoreContract;
import dev.housecount.store.StoreUnavailableException;
import dev.housecount.store.StoredRecord;
import dev.housecount.store.TimeLeft;
import dev.housecount.testing.DynamoDbLocal;
import dev.housecount.testing.FaultyDynamoDb;
import dev.housecount.testing.FaultyDynamoDb.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

class DynamoDbRecordStoreTest extends RecordStoreContract {
  /** Far ahead: DynamoDB Local really deletes what is over by the clock of this machine. */
  private static final Instant NOW = Instant.parse("2100-03-02T00:30:00Z");

  private final DynamoDbClient client = DynamoDbLocal.client();
  private final String table = DynamoDbLocal.table(client);
  private final DynamoDbRecordStore store = store(client, table);

  @Override
  protected RecordStore store() {
    return store;
  }

  /** Nearly all are expired, and DynamoDB counts those, too: one page is not enough. */
  @Test
  void read_pastManyThatAreExpired_findsAsManyAsAreAskedFor() {
    store.putAll(
        IntStream.range(0, 60)
            .mapToObj(i -> record("k" + (100 + i), 1, i % 20 == 19 ? null : NOW))
            .toList());
    assertThat(read("k", "l", Order.ASC, 3)).containsExactly("k119", "k139", "k159");
    assertThat(read("k", "l", Order.DESC, 2)).containsExactly("k159", "k139");
  }

  @Test
  void read_theEndIsOutside_andTakesNobodysPlace() {
    store.putAll(List.of(record("a", 1, null), record("b", 1, null), record("c", 1, null)));
    assertThat(read("", "c", Order.DESC, 1)).containsExactly("b");
    assertThat(read("a", "c", Order.DESC, 1)).containsExactly("b");
    assertThat(read("c", "c", Order.ASC, 1)).isEmpty();
    assertThat(read("d", "c", Order.ASC, 1)).isEmpty();
  }

  /** DynamoDB deletes late: it is still there. */
  @Test
  void put_sameRecordAgainByAnotherCall_isRefused() {
    assertThat(store.put(record("x", 8, NOW), 0)).isTrue();
    assertThat(store.put(record("x", 8, null), 0)).isTrue();
    assertThat(store.put(record("x", 8, null), 0)).isFalse();
  }

  /** An answer that is lost is asked for again by the SDK, and then the record is there already. */
  @Test
  void put_whoseAnswerIsLost_isNotRefused() {
    try (FaultyDynamoDb faulty = new FaultyDynamoDb(0.5, 3, Fault.RESET_AFTER)) {
      RecordStore shaky = store(DynamoDbLocal.builder(faulty.endpoint()).build(), table);
      int done = 0;
      for (int i = 0; i < 12; i++) {
        try {
          assertThat(shaky.put(record("s" + i, 1, null), 0)).as("s" + i).isTrue();
          done++;
        } catch (StoreUnavailableException e) {
          // All attempts failed: nobody can know.
        }
      }
      assertThat(done).isPositive();
      assertThat(faulty.injected().get(Fault.RESET_AFTER).get()).isPositive();
    }
  }

  @Test
  void unprocessedKeys_areAskedForAgain_untilTheTimeIsOver() {
    List<RecordKey> keys =
        IntStream.range(0, 3).mapToObj(i -> new RecordKey("p", "k" + i)).toList();
    store.putAll(IntStream.range(0, 3).mapToObj(i -> record("k" + i, 1, null)).toList());
    assertThat(store(new OneByOne(client, true), table).get(keys, false)).hasSize(3);
    RecordStore idle =
        new DynamoDbRecordStore(
            new OneByOne(client, false), table, clock, () -> Duration.ofMillis(400));
    assertThatThrownBy(() -> idle.get(keys, false)).isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void everyCall_onAMissingTable_isUnavailable() {
    DynamoDbRecordStore nowhere = store(client, "no-such-table");
    StoredRecord record = record("a", 1, null);
    assertThat(nowhere.isReady()).isFalse();
    assertThat(store.isReady()).isTrue();
    assertThatThrownBy(() -> nowhere.put(record, 0)).isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> nowhere.putAll(List.of(record)))
        .isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> nowhere.get(List.of(record.key()), false))
        .isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> nowhere.delete(List.of(record.key())))
        .isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> nowhere.read(new RecordRange("p", "a", "b", Order.ASC, 1, false)))
        .isInstanceOf(StoreUnavailableException.class);
  }

  private List<String> read(String from, String to, Order order, int limit) {
    return store.read(new RecordRange("p", from, to, order, limit, true)).stream()
        .map(record -> record.key().sort())
        .toList();
  }

  private DynamoDbRecordStore store(DynamoDbClient client, String table) {
    return new DynamoDbRecordStore(client, table, clock, TimeLeft.ENDLESS);
  }

  private static StoredRecord record(String sort, long version, Instant expiresAt) {
    return new StoredRecord(new RecordKey("p", sort), version, new byte[] {1, 2}, expiresAt);
  }

  /** Gets one key of a batch, or none, and leaves the others. */
  private record OneByOne(DynamoDbClient client, boolean gets) implements DynamoDbClient {
    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
      Map.Entry<String, KeysAndAttributes> asked =
          request.requestItems().entrySet().iterator().next();
      List<Map<String, AttributeValue>> keys = asked.getValue().keys();
      int done = gets ? 1 : 0;
      BatchGetItemResponse.Builder answer =
          BatchGetItemResponse.builder()
              .responses(
                  gets
                      ? got(asked.getKey(), keys.subList(0, 1))
                      : Map.of(asked.getKey(), List.of()));
      return answer
          .unprocessedKeys(
              keys.size() == done
                  ? Map.of()
                  : Map.of(
                      asked.getKey(),
                      asked.getValue().toBuilder().keys(keys.subList(done, keys.size())).build()))
          .build();
    }

    private Map<String, List<Map<String, AttributeValue>>> got(
        String table, List<Map<String, AttributeValue>> keys) {
      return client
          .batchGetItem(
              get ->
                  get.requestItems(Map.of(table, KeysAndAttributes.builder().keys(keys).build())))
          .responses();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
