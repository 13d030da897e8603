package dev.housecount.edge.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.housecount.store.Order;
import dev.housecount.store.RecordRange;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** A range of records as DynamoDB is asked for it. */
final class RecordQuery {
  private final String table;
  private final RecordRange range;

  RecordQuery(String table, RecordRange range) {
    this.table = table;
    this.range = range;
  }

  /** Whether no key can be in it; DynamoDB refuses such a question. */
  boolean isEmpty() {
    return Arrays.compareUnsigned(range.from().getBytes(UTF_8), range.to().getBytes(UTF_8)) >= 0;
  }

  /** Whether a record that was answered is asked for: DynamoDB knows no range without its end. */
  boolean has(String sort) {
    return !sort.equals(range.to());
  }

  /**
   * @param lastKey where the page before ended; empty for the first
   * @param missing how many records are still asked for
   */
  QueryRequest after(Map<String, AttributeValue> lastKey, int missing) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":pk", AttributeValue.fromS(range.partition()));
    values.put(":to", AttributeValue.fromS(range.to()));
    if (!range.from().isEmpty()) {
      values.put(":from", AttributeValue.fromS(range.from()));
    }
    return QueryRequest.builder()
        .tableName(table)
        .keyConditionExpression(condition())
        .expressionAttributeValues(values)
        .scanIndexForward(range.order() == Order.ASC)
        .consistentRead(range.fresh())
        .exclusiveStartKey(lastKey.isEmpty() ? null : lastKey)
        .limit(missing)
        .build();
  }

  /** A key is never empty, not even in a question. */
  private String condition() {
    String sorts =
        range.from().isEmpty()
            ? EventTable.SORT + " < :to"
            : EventTable.SORT + " BETWEEN :from AND :to";
    return EventTable.PARTITION + " = :pk AND " + sorts;
  }
}
