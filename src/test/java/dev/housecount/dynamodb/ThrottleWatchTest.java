package dev.housecount.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.housecount.store.Band;
import dev.housecount.store.Chunker;
import dev.housecount.store.Order;
import dev.housecount.store.Scan;
import dev.housecount.store.StoreUnavailableException;
import dev.housecount.telemetry.Collected;
import dev.housecount.telemetry.Telemetry;
import dev.housecount.testing.DynamoDbLocal;
import dev.housecount.testing.Events;
import dev.housecount.testing.FaultyDynamoDb;
import dev.housecount.testing.FaultyDynamoDb.Fault;
import dev.housecount.testing.Pipeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThrottleWatchTest {
  private static final Instant NOW = Instant.parse("2100-03-02T00:30:00Z");

  private final Counting telemetry = new Counting();

  @ParameterizedTest
  @CsvSource({
    "THROTTLED, true",
    "ALL_UNPROCESSED, true",
    "INTERNAL_ERROR, false",
    "RESET_BEFORE, false"
  })
  void write_tellsOfThrottlesOnly(Fault fault, boolean told) {
    try (FaultyDynamoDb faulty = new FaultyDynamoDb(1, 1, fault)) {
      DynamoDbChunkStore store = store(faulty);
      assertThatThrownBy(
              () ->
                  store.write(
                      new Chunker(Pipeline.NINETY_DAYS, Pipeline.KEYS.id())
                          .cut(List.of(Events.stored("id", "click", "alice", NOW, true)))))
          .isInstanceOf(StoreUnavailableException.class);
      assertThat(telemetry.throttles.get() > 0).isEqualTo(told);
    }
  }

  @Test
  void read_tellsOfThrottles() {
    try (FaultyDynamoDb faulty = new FaultyDynamoDb(1, 1, Fault.THROTTLED)) {
      DynamoDbChunkStore store = store(faulty);
      Scan scan = new Scan(Band.TIGHT, NOW, NOW, Order.ASC, null, NOW);
      assertThatThrownBy(() -> store.read(scan).hasNext())
          .isInstanceOf(StoreUnavailableException.class);
      assertThat(telemetry.throttles).hasPositiveValue();
    }
  }

  private DynamoDbChunkStore store(FaultyDynamoDb faulty) {
    return new DynamoDbChunkStore(
        new ThrottleWatch(DynamoDbLocal.impatientClient(faulty.endpoint()), telemetry),
        DynamoDbLocal.table(DynamoDbLocal.client()));
  }

  private static final class Counting implements Telemetry {
    private final AtomicInteger throttles = new AtomicInteger();

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
