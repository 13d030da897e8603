package dev.housecount.edge.dynamodb;

import static dev.housecount.edge.dynamodb.EventTable.EXPIRES_AT;
import static dev.housecount.edge.dynamodb.EventTable.PARTITION;
import static dev.housecount.edge.dynamodb.EventTable.SORT;
import static dev.housecount.edge.dynamodb.EventTable.USER;

import dev.housecount.store.Order;
import dev.housecount.store.Scan;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Month after month, in steps that begin small: most searches end after a few chunks. */
final class ChunkRequests implements PageIterator.Requests {
  private static final int FIRST_STEP = 16;
  private static final int LAST_STEP = 1024;
  private static final String CONDITION =
      PARTITION + " = :pk AND " + SORT + " BETWEEN :low AND :high";

  private final String table;
  private final Scan scan;
  private final YearMonth last;

  private YearMonth month;
  private int step = FIRST_STEP;

  ChunkRequests(String table, Scan scan) {
    this.table = table;
    this.scan = scan;
    this.month = EventTable.month(ascends() ? scan.from() : scan.to());
    this.last = EventTable.month(ascends() ? scan.to() : scan.from());
  }

  @Override
  public @Nullable QueryRequest first() {
    return scan.from().isAfter(scan.to()) ? null : request(Map.of());
  }

  @Override
  public @Nullable QueryRequest after(Map<String, AttributeValue> lastKey) {
    if (lastKey.isEmpty()) {
      if (month.equals(last)) {
        return null;
      }
      month = ascends() ? month.plusMonths(1) : month.minusMonths(1);
    }
    step = Math.min(LAST_STEP, step * 2);
    return request(lastKey);
  }

  private boolean ascends() {
    return scan.order() == Order.ASC;
  }

  private QueryRequest request(Map<String, AttributeValue> lastKey) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":pk", AttributeValue.fromS(EventTable.partition(scan.band(), month)));
    values.put(":low", AttributeValue.fromS(EventTable.lowest(scan.from())));
    values.put(":high", AttributeValue.fromS(EventTable.highest(scan.to())));
    values.put(":now", EventTable.number(scan.now().getEpochSecond()));
    return QueryRequest.builder()
        .tableName(table)
        .keyConditionExpression(CONDITION)
        // TTL deletes hours to days late: what expired is filtered here.
        .filterExpression(filter(values))
        .expressionAttributeNames(scan.user() == null ? null : Map.of("#user", USER))
        .expressionAttributeValues(values)
        .scanIndexForward(ascends())
        .exclusiveStartKey(lastKey.isEmpty() ? null : lastKey)
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
}
