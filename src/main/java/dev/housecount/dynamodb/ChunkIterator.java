package dev.housecount.dynamodb;

import static dev.housecount.dynamodb.EventTable.EXPIRES_AT;
import static dev.housecount.dynamodb.EventTable.PARTITION;
import static dev.housecount.dynamodb.EventTable.SORT;
import static dev.housecount.dynamodb.EventTable.USER;

import dev.housecount.store.Chunk;
import dev.housecount.store.Order;
import dev.housecount.store.Scan;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Queries month after month, in steps that begin small: most searches end after a few chunks. */
final class ChunkIterator implements Iterator<Chunk> {
  private static final int FIRST_STEP = 16;
  private static final int LAST_STEP = 1024;
  private static final String CONDITION =
      PARTITION + " = :pk AND " + SORT + " BETWEEN :low AND :high";

  private final DynamoDbClient client;
  private final String table;
  private final ChunkItems items;
  private final Scan scan;
  private final YearMonth last;

  private YearMonth month;
  private Map<String, AttributeValue> lastKey = Map.of();
  private Iterator<Map<String, AttributeValue>> page =
      List.<Map<String, AttributeValue>>of().iterator();
  private boolean exhausted;
  private int step = FIRST_STEP;

  ChunkIterator(DynamoDbClient client, String table, ChunkItems items, Scan scan) {
    this.client = client;
    this.table = table;
    this.items = items;
    this.scan = scan;
    boolean ascending = scan.order() == Order.ASC;
    this.month = EventTable.month(ascending ? scan.from() : scan.to());
    this.last = EventTable.month(ascending ? scan.to() : scan.from());
    this.exhausted = scan.from().isAfter(scan.to());
  }

  static QueryRequest probe(String table) {
    return QueryRequest.builder()
        .tableName(table)
        .keyConditionExpression(PARTITION + " = :pk")
        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("probe")))
        .limit(1)
        .build();
  }

  @Override
  public boolean hasNext() {
    while (!page.hasNext() && !exhausted) {
      fetch();
    }
    return page.hasNext();
  }

  @Override
  public Chunk next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return items.chunk(scan.band(), page.next());
  }

  private void fetch() {
    try {
      QueryResponse response = client.query(request());
      page = response.items().iterator();
      lastKey = response.hasLastEvaluatedKey() ? response.lastEvaluatedKey() : Map.of();
    } catch (SdkException | UncheckedIOException e) {
      throw DynamoDbChunkStore.unavailable(e);
    }
    step = Math.min(LAST_STEP, step * 2);
    if (lastKey.isEmpty()) {
      exhausted = month.equals(last);
      month = scan.order() == Order.ASC ? month.plusMonths(1) : month.minusMonths(1);
    }
  }

  private QueryRequest request() {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":pk", AttributeValue.fromS(EventTable.partition(scan.band(), month)));
    values.put(":low", AttributeValue.fromS(EventTable.lowest(scan.from())));
    values.put(":high", AttributeValue.fromS(EventTable.highest(scan.to())));
    values.put(":now", AttributeValue.fromN(Long.toString(scan.now().getEpochSecond())));
    return QueryRequest.builder()
        .tableName(table)
        .keyConditionExpression(CONDITION)
        // TTL deletes hours to days late: what expired is filtered here.
        .filterExpression(filter(values))
        .expressionAttributeNames(scan.user() == null ? null : Map.of("#user", USER))
        .expressionAttributeValues(values)
        .scanIndexForward(scan.order() == Order.ASC)
        .exclusiveStartKey(startKey())
        .limit(step)
        .build();
  }

  private String filter(Map<String, AttributeValue> values) {
    String unexpired = EXPIRES_AT + " > :now";
    if (scan.user() == null) {
      return unexpired;
    }
    values.put(":user", AttributeValue.fromS(scan.user().value()));
    return unexpired + " AND #user = :user";
  }

  private @Nullable Map<String, AttributeValue> startKey() {
    return lastKey.isEmpty() ? null : lastKey;
  }
}
