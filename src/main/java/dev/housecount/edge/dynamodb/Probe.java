package dev.housecount.edge.dynamodb;

import dev.housecount.store.StoreUnavailableException;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** A read of nothing: half a read unit, and no further permission than reading. */
final class Probe {
  private Probe() {}

  static boolean isAnswered(DynamoDbClient client, String table) {
    try {
      Calls.answer(() -> client.query(request(table)));
      return true;
    } catch (StoreUnavailableException e) {
      return false;
    }
  }

  static QueryRequest request(String table) {
    return QueryRequest.builder()
        .tableName(table)
        .keyConditionExpression(EventTable.PARTITION + " = :pk")
        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("probe")))
        .limit(1)
        .build();
  }
}
