package dev.housecount.edge.dynamodb;

import dev.housecount.store.ChunkSweeper;
import dev.housecount.store.ChunkSweeperContract;
import dev.housecount.store.ChunkWriter;
import dev.housecount.testing.DynamoDbLocal;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoDbChunkSweeperTest extends ChunkSweeperContract {
  private final DynamoDbClient client = DynamoDbLocal.client();
  private final String table = DynamoDbLocal.table(client);

  @Override
  protected ChunkWriter writer() {
    return new DynamoDbChunkStore(client, table);
  }

  @Override
  protected ChunkSweeper sweeper() {
    return new DynamoDbChunkSweeper(client, table);
  }
}
