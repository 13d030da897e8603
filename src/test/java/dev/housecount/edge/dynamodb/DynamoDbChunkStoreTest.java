package dev.housecount.edge.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.housecount.store.Chunk;
import dev.housecount.store.ChunkReader;
import dev.housecount.store.ChunkStoreContract;
import dev.housecount.store.ChunkWriter;
import dev.housecount.store.Chunker;
import dev.housecount.store.RetentionPolicy;
import dev.housecount.store.StoreUnavailableException;
import dev.housecount.testing.DynamoDbLocal;
import dev.housecount.testing.Events;
import dev.housecount.testing.Pipeline;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoDbChunkStoreTest extends ChunkStoreContract {
  private final DynamoDbClient client = DynamoDbLocal.client();
  private final String table = DynamoDbLocal.table(client);
  private final DynamoDbChunkStore store = new DynamoDbChunkStore(client, table);

  @Override
  protected ChunkWriter writer() {
    return store;
  }

  @Override
  protected ChunkReader reader() {
    return store;
  }

  @Test
  void write_everyItemCarriesItsExpiry() {
    store.write(chunks());
    List<Map<String, AttributeValue>> items = client.scan(scan -> scan.tableName(table)).items();
    assertThat(items)
        .singleElement()
        .satisfies(
            item ->
                assertThat(item.get("expiresAt").n())
                    .isEqualTo("" + NOW.plus(Duration.ofDays(90)).plusSeconds(1).getEpochSecond()));
    assertThat(
            client
                .describeTimeToLive(ttl -> ttl.tableName(table))
                .timeToLiveDescription()
                .attributeName())
        .isEqualTo("expiresAt");
  }

  @Test
  void write_missingTable_isUnavailable() {
    DynamoDbChunkStore nowhere = new DynamoDbChunkStore(client, "no-such-table");
    assertThatThrownBy(() -> nowhere.write(chunks())).isInstanceOf(StoreUnavailableException.class);
    assertThat(nowhere.isReady()).isFalse();
  }

  private static List<Chunk> chunks() {
    return new Chunker(
            new RetentionPolicy(Duration.ofDays(90), Map.of()),
            Pipeline.POLICY.version(),
            Pipeline.KEYS.id())
        .cut(List.of(Events.stored("a", "navigate", "alice", NOW, true)));
  }
}
