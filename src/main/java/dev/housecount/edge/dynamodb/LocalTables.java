package dev.housecount.edge.dynamodb;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Creates tables where no template does: on DynamoDB Local. */
public final class LocalTables {
  private LocalTables() {}

  /** Creates a table, of events or of people, with its TTL; what exists stays. */
  public static void create(DynamoDbClient client, String table) {
    createTable(client, table);
    // Not only for a new one: whoever created it may have been killed before this.
    if (!new Expiry(client, table).isOn()) {
      client.updateTimeToLive(
          ttl ->
              ttl.tableName(table)
                  .timeToLiveSpecification(
                      spec -> spec.enabled(true).attributeName(EventTable.EXPIRES_AT)));
    }
  }

  private static void createTable(DynamoDbClient client, String table) {
    try {
      client.createTable(
          create ->
              create
                  .tableName(table)
                  .billingMode(BillingMode.PAY_PER_REQUEST)
                  .keySchema(
                      key(EventTable.PARTITION, KeyType.HASH), key(EventTable.SORT, KeyType.RANGE))
                  .attributeDefinitions(text(EventTable.PARTITION), text(EventTable.SORT)));
    } catch (ResourceInUseException e) {
      // It is there from an earlier run.
    }
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }
}
