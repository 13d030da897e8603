package dev.housecount.edge.dynamodb;

import dev.housecount.store.StoredRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** PutItem in the place of what the writer saw; what expired is not there. */
final class ConditionalPut {
  private static final String NOTHING =
      "attribute_not_exists(" + EventTable.PARTITION + ") OR " + EventTable.EXPIRES_AT + " <= :now";

  private static final String SEEN =
      RecordItems.VERSION
          + " = :seen AND (attribute_not_exists("
          + EventTable.EXPIRES_AT
          + ") OR "
          + EventTable.EXPIRES_AT
          + " > :now)";

  private final DynamoDbClient client;
  private final String table;

  ConditionalPut(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /** As {@link dev.housecount.store.RecordStore#put}. */
  boolean put(StoredRecord record, long seen, Instant now) {
    Map<String, AttributeValue> item = RecordItems.item(record);
    PutItemRequest request = request(item, seen, now);
    return Calls.answer(
        () -> {
          try {
            client.putItem(request);
            return true;
          } catch (ConditionalCheckFailedException e) {
            return isRepeated(e) && item.equals(e.item());
          }
        });
  }

  private static boolean isRepeated(ConditionalCheckFailedException e) {
    Integer attempts = e.numAttempts();
    return attempts != null && attempts > 1;
  }

  private PutItemRequest request(Map<String, AttributeValue> item, long seen, Instant now) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":now", EventTable.number(now.getEpochSecond()));
    if (seen > 0) {
      values.put(":seen", EventTable.number(seen));
    }
    return PutItemRequest.builder()
        .tableName(table)
        .item(item)
        .conditionExpression(seen > 0 ? SEEN : NOTHING)
        .expressionAttributeValues(values)
        // The SDK tries again where an answer is lost: then what is there may be this very item.
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .build();
  }
}
