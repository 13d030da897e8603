package dev.housecount.edge.dynamodb;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** BatchWriteItem that is done only when every item is. */
final class BatchPut {
  /** DynamoDB's limit for one call. */
  static final int MAX_ITEMS = 25;

  private final DynamoDbClient client;
  private final String table;

  BatchPut(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /**
   * Returns when all items are stored.
   *
   * @param deadline of {@link System#nanoTime()}; no new call begins after it
   */
  void put(List<Map<String, AttributeValue>> puts, long deadline) {
    write(
        puts.stream()
            .map(item -> WriteRequest.builder().putRequest(put -> put.item(item)).build())
            .toList(),
        deadline);
  }

  /** Returns when no item of these keys is left; as {@link #put}. */
  void delete(List<Map<String, AttributeValue>> keys, long deadline) {
    write(
        keys.stream()
            .map(key -> WriteRequest.builder().deleteRequest(delete -> delete.key(key)).build())
            .toList(),
        deadline);
  }

  private void write(List<WriteRequest> requests, long deadline) {
    Unprocessed.handIn(Map.of(table, requests), this::call, deadline);
  }

  private Map<String, List<WriteRequest>> call(Map<String, List<WriteRequest>> requests) {
    return Calls.answer(() -> client.batchWriteItem(batch -> batch.requestItems(requests)))
        .unprocessedItems();
  }
}
