package dev.housecount.edge.dynamodb;

import dev.housecount.store.RecordKey;
import dev.housecount.store.RecordRange;
import dev.housecount.store.RecordStore;
import dev.housecount.store.StoreUnavailableException;
import dev.housecount.store.StoredRecord;
import dev.housecount.store.TimeLeft;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Records on one DynamoDB table. Safe for concurrent use. */
public final class DynamoDbRecordStore implements RecordStore {
  /** DynamoDB's limit for one BatchGetItem. */
  private static final int MAX_KEYS = 100;

  /**
   * After this no further call of one method begins. Long, since whole catalogs are written; where
   * a request has less time, that decides.
   */
  private static final Duration BUDGET = Duration.ofSeconds(60);

  private final DynamoDbClient client;
  private final String table;
  private final Clock clock;
  private final TimeLeft timeLeft;
  private final BatchPut batch;
  private final ConditionalPut conditional;

  public DynamoDbRecordStore(DynamoDbClient client, String table, Clock clock, TimeLeft timeLeft) {
    this.client = client;
    this.table = table;
    this.clock = clock;
    this.timeLeft = timeLeft;
    this.batch = new BatchPut(client, table);
    this.conditional = new ConditionalPut(client, table);
  }

  @Override
  public List<StoredRecord> get(List<RecordKey> keys, boolean fresh) {
    List<Map<String, AttributeValue>> all = keys.stream().distinct().map(RecordItems::key).toList();
    List<StoredRecord> found = new ArrayList<>();
    long deadline = deadline();
    for (int start = 0; start < all.size(); start += MAX_KEYS) {
      KeysAndAttributes asked =
          KeysAndAttributes.builder()
              .keys(all.subList(start, Math.min(all.size(), start + MAX_KEYS)))
              .consistentRead(fresh)
              .build();
      Unprocessed.handIn(Map.of(table, asked), pending -> get(pending, found), deadline);
    }
    return found;
  }

  private Map<String, KeysAndAttributes> get(
      Map<String, KeysAndAttributes> asked, List<StoredRecord> found) {
    BatchGetItemResponse answer =
        Calls.answer(() -> client.batchGetItem(get -> get.requestItems(asked)));
    found.addAll(unexpired(answer.responses().getOrDefault(table, List.of())));
    return answer.unprocessedKeys();
  }

  @Override
  public List<StoredRecord> read(RecordRange range) {
    RecordQuery query = new RecordQuery(table, range);
    List<StoredRecord> found = new ArrayList<>();
    if (query.isEmpty()) {
      return found;
    }
    long deadline = deadline();
    Map<String, AttributeValue> lastKey = Map.of();
    do {
      if (!lastKey.isEmpty() && System.nanoTime() - deadline > 0) {
        throw new StoreUnavailableException("DynamoDB took too long");
      }
      Map<String, AttributeValue> after = lastKey;
      int missing = range.limit() - found.size();
      QueryResponse answer = Calls.answer(() -> client.query(query.after(after, missing)));
      unexpired(answer.items()).stream()
          .filter(record -> query.has(record.key().sort()))
          .forEach(found::add);
      lastKey = answer.hasLastEvaluatedKey() ? answer.lastEvaluatedKey() : Map.of();
    } while (found.size() < range.limit() && !lastKey.isEmpty());
    return found;
  }

  private List<StoredRecord> unexpired(List<Map<String, AttributeValue>> items) {
    Instant now = clock.instant();
    return items.stream()
        .map(item -> RecordItems.record(item, now))
        .filter(Objects::nonNull)
        .toList();
  }

  @Override
  public boolean put(StoredRecord record, long seen) {
    return conditional.put(record, seen, clock.instant());
  }

  @Override
  public void putAll(List<StoredRecord> records) {
    long deadline = deadline();
    inBatches(
        records.stream().map(RecordItems::item).toList(), items -> batch.put(items, deadline));
  }

  @Override
  public void delete(List<RecordKey> keys) {
    long deadline = deadline();
    inBatches(
        keys.stream().distinct().map(RecordItems::key).toList(),
        items -> batch.delete(items, deadline));
  }

  /** Whether the table answers, for health checks; throws nothing. */
  public boolean isReady() {
    return Probe.isAnswered(client, table);
  }

  private static void inBatches(
      List<Map<String, AttributeValue>> all, Consumer<List<Map<String, AttributeValue>>> writer) {
    for (int start = 0; start < all.size(); start += BatchPut.MAX_ITEMS) {
      writer.accept(all.subList(start, Math.min(all.size(), start + BatchPut.MAX_ITEMS)));
    }
  }

  private long deadline() {
    return System.nanoTime() + timeLeft.share(BUDGET).toNanos();
  }
}
