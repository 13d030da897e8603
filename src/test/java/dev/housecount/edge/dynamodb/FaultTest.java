package dev.housecount.edge.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.housecount.store.Band;
import dev.housecount.store.Chunk;
import dev.housecount.store.Chunker;
import dev.housecount.store.Order;
import dev.housecount.store.Scan;
import dev.housecount.store.StoreUnavailableException;
import dev.housecount.testing.DynamoDbLocal;
import dev.housecount.testing.Events;
import dev.housecount.testing.FaultRun;
import dev.housecount.testing.FaultyDynamoDb;
import dev.housecount.testing.FaultyDynamoDb.Fault;
import dev.housecount.testing.Pipeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

class FaultTest {
  private static final Instant NOW = Instant.parse("2100-03-02T00:30:00.123Z");

  @ParameterizedTest
  @EnumSource(Fault.class)
  void write_whenEveryCallFails_isUnavailable(Fault fault) {
    try (FaultyDynamoDb faulty = new FaultyDynamoDb(1, 1, fault)) {
      DynamoDbChunkStore store =
          new DynamoDbChunkStore(
              // Where all is to succeed, a slow machine is no fault.
              fault == Fault.HALF_UNPROCESSED
                  ? DynamoDbLocal.patientClient(faulty.endpoint())
                  : DynamoDbLocal.impatientClient(faulty.endpoint()),
              DynamoDbLocal.table(DynamoDbLocal.client()));
      if (fault == Fault.HALF_UNPROCESSED) {
        store.write(chunks(40)); // a half each time: all in the end
      } else {
        assertThatThrownBy(() -> store.write(chunks(40)))
            .isInstanceOf(StoreUnavailableException.class);
      }
      assertThat(faulty.injected().get(fault).get()).isPositive();
    }
  }

  /** Eight attempts with their pauses would take seconds; not even the first pause fits. */
  @Test
  void unprocessedItems_areNotWaitedForBeyondTheTime() {
    try (FaultyDynamoDb faulty = new FaultyDynamoDb(1, 1, Fault.ALL_UNPROCESSED)) {
      DynamoDbClient client = DynamoDbLocal.impatientClient(faulty.endpoint());
      BatchPut batch = new BatchPut(client, DynamoDbLocal.table(DynamoDbLocal.client()));
      long deadline = System.nanoTime() + Duration.ofSeconds(1).toNanos();
      assertThatThrownBy(
              () ->
                  batch.put(
                      List.of(EventTable.itemKey(EventTable.key(Band.TIGHT, "1#x"))), deadline))
          .isInstanceOf(StoreUnavailableException.class);
      assertThat(faulty.injected().get(Fault.ALL_UNPROCESSED).get()).isLessThan(8);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"HALF_UNPROCESSED", "ALL_UNPROCESSED"})
  void read_whenEveryCallFails_isUnavailable(Fault fault) {
    try (FaultyDynamoDb faulty = new FaultyDynamoDb(1, 1, fault)) {
      DynamoDbChunkStore store =
          new DynamoDbChunkStore(
              DynamoDbLocal.impatientClient(faulty.endpoint()),
              DynamoDbLocal.table(DynamoDbLocal.client()));
      Iterator<Chunk> chunks = store.read(new Scan(Band.TIGHT, NOW, NOW, Order.ASC, null, NOW));
      assertThatThrownBy(chunks::hasNext).isInstanceOf(StoreUnavailableException.class);
      assertThat(store.isReady()).isFalse();
    }
  }

  /** As the SDK throws it when it cannot parse what was answered. */
  @Test
  void unreadableAnswer_isUnavailable() {
    DynamoDbClient client =
        new DynamoDbClient() {
          @Override
          public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
            throw new UncheckedIOException(new IOException("cut off"));
          }

          @Override
          public QueryResponse query(QueryRequest request) {
            throw new UncheckedIOException(new IOException("cut off"));
          }

          @Override
          public String serviceName() {
            return SERVICE_NAME;
          }

          @Override
          public void close() {}
        };
    DynamoDbChunkStore store = new DynamoDbChunkStore(client, "events");
    assertThatThrownBy(() -> store.write(chunks(1))).isInstanceOf(StoreUnavailableException.class);
    Iterator<Chunk> read = store.read(new Scan(Band.TIGHT, NOW, NOW, Order.ASC, null, NOW));
    assertThatThrownBy(read::hasNext).isInstanceOf(StoreUnavailableException.class);
    assertThat(store.isReady()).isFalse();
  }

  @Test
  void faultsOfEveryKind_loseNothing_doubleNothing() {
    FaultRun.Outcome outcome = FaultRun.run(400, 0.3, sent -> {});
    assertThat(outcome.lost()).isZero();
    assertThat(outcome.doubled()).isZero();
    assertThat(outcome.failedRequests()).isPositive();
    assertThat(outcome.injected().values())
        .allSatisfy(count -> assertThat(count.get()).isPositive());
  }

  private static List<Chunk> chunks(int count) {
    return new Chunker(Pipeline.RETENTION, Pipeline.POLICY.version(), Pipeline.KEYS.id())
        .cut(
            IntStream.range(0, count)
                .mapToObj(i -> Events.stored("e" + i, "navigate", "u" + i, NOW, true))
                .toList());
  }
}
