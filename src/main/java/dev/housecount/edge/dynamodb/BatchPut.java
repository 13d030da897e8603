package dev.housecount.edge.dynamodb;

import dev.housecount.store.StoreUnavailableException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** BatchWriteItem that is done only when every item is: it hands unprocessed ones in again. */
final class BatchPut {
  /** DynamoDB's limit for one call. */
  static final int MAX_ITEMS = 25;

  private static final int MAX_ATTEMPTS = 8;
  private static final long FIRST_DELAY_MILLIS = 50;

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
    Map<String, List<WriteRequest>> pending = Map.of(table, requests);
    for (int attempt = 1; ; attempt++) {
      if (System.nanoTime() - deadline > 0) {
        throw new StoreUnavailableException("DynamoDB took too long");
      }
      pending = call(pending);
      if (pending.isEmpty()) {
        return;
      }
      long pause = pauseNanos(attempt);
      if (attempt == MAX_ATTEMPTS || System.nanoTime() + pause - deadline > 0) {
        throw new StoreUnavailableException("DynamoDB left items unprocessed");
      }
      LockSupport.parkNanos(pause);
    }
  }

  private Map<String, List<WriteRequest>> call(Map<String, List<WriteRequest>> requests) {
    return Calls.answer(() -> client.batchWriteItem(batch -> batch.requestItems(requests)))
        .unprocessedItems();
  }

  /** Exponential back-off with full jitter, as AWS recommends for unprocessed items. */
  private static long pauseNanos(int attempt) {
    long most = FIRST_DELAY_MILLIS << attempt;
    return TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(1, most));
  }
}
