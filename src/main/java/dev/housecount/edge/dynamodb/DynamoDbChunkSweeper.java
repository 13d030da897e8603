package dev.housecount.edge.dynamodb;

import static dev.housecount.edge.dynamodb.EventTable.EVENTS;
import static dev.housecount.edge.dynamodb.EventTable.PARTITION;
import static dev.housecount.edge.dynamodb.EventTable.SORT;

import dev.housecount.store.Chunk;
import dev.housecount.store.ChunkKey;
import dev.housecount.store.ChunkSweeper;
import dev.housecount.store.TimeLeft;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * Goes through the event table as a whole: a scan needs no list of partitions, so none can be
 * forgotten. Safe for concurrent use.
 */
public final class DynamoDbChunkSweeper implements ChunkSweeper {
  /** Chunks of one step: a step ends in time even where each has to be rewritten. */
  private static final int STEP = 200;

  private static final Duration DELETE_BUDGET = Duration.ofSeconds(6);

  private final DynamoDbClient client;
  private final String table;
  private final ChunkItems items = new ChunkItems();
  private final BatchPut batch;
  private final TimeLeft timeLeft;

  /** For whoever waits as long as it takes. */
  public DynamoDbChunkSweeper(DynamoDbClient client, String table) {
    this(client, table, TimeLeft.ENDLESS);
  }

  public DynamoDbChunkSweeper(DynamoDbClient client, String table, TimeLeft timeLeft) {
    this.client = client;
    this.table = table;
    this.batch = new BatchPut(client, table);
    this.timeLeft = timeLeft;
  }

  @Override
  public Step next(@Nullable String position) {
    ScanResponse response = scan(position);
    String next = response.hasLastEvaluatedKey() ? position(response.lastEvaluatedKey()) : null;
    return new Step(response.items().stream().map(this::found).toList(), next);
  }

  private ScanResponse scan(@Nullable String position) {
    // Consistent, which costs twice: what was stored a moment ago is to be erased too.
    return Calls.answer(
        () ->
            client.scan(
                scan ->
                    scan.tableName(table)
                        .consistentRead(true)
                        .limit(STEP)
                        .exclusiveStartKey(position == null ? null : key(position))));
  }

  @Override
  public void delete(List<ChunkKey> keys) {
    List<Map<String, AttributeValue>> all = keys.stream().map(EventTable::itemKey).toList();
    long deadline = System.nanoTime() + timeLeft.share(DELETE_BUDGET).toNanos();
    for (int start = 0; start < all.size(); start += BatchPut.MAX_ITEMS) {
      batch.delete(all.subList(start, Math.min(all.size(), start + BatchPut.MAX_ITEMS)), deadline);
    }
  }

  @Override
  public boolean replace(Found found, Chunk chunk) {
    return Calls.answer(() -> putInPlace(chunk, (AttributeValue) found.state()));
  }

  private boolean putInPlace(Chunk chunk, AttributeValue found) {
    try {
      client.putItem(
          put ->
              put.tableName(table)
                  .item(items.item(chunk))
                  .conditionExpression("#events = :found")
                  .expressionAttributeNames(Map.of("#events", EVENTS))
                  .expressionAttributeValues(Map.of(":found", found)));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  private Found found(Map<String, AttributeValue> item) {
    AttributeValue events = EventTable.required(item, EVENTS);
    return new Found(
        items.chunk(EventTable.band(EventTable.required(item, PARTITION).s()), item), events);
  }

  private static String position(Map<String, AttributeValue> key) {
    return EventTable.required(key, PARTITION).s() + ' ' + EventTable.required(key, SORT).s();
  }

  private static Map<String, AttributeValue> key(String position) {
    int space = position.indexOf(' ');
    return Map.of(
        PARTITION,
        AttributeValue.fromS(position.substring(0, space)),
        SORT,
        AttributeValue.fromS(position.substring(space + 1)));
  }
}
