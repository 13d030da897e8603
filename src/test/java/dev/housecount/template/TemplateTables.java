package dev.housecount.template;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/** Creates the tables of template.yaml, on DynamoDB Local. */
public final class TemplateTables {
  private TemplateTables() {}

  public static void create(DynamoDbClient client) {
    Template.read().tables().forEach(table -> create(client, table));
  }

  private static void create(DynamoDbClient client, Map<String, Object> table) {
    String name = table.get("TableName").toString();
    client.createTable(
        create ->
            create
                .tableName(name)
                .billingMode(table.get("BillingMode").toString())
                .keySchema(
                    Template.list(table.get("KeySchema")).stream()
                        .map(key -> key(Template.map(key)))
                        .toList())
                .attributeDefinitions(
                    Template.list(table.get("AttributeDefinitions")).stream()
                        .map(attribute -> attribute(Template.map(attribute)))
                        .toList()));
    Map<String, Object> ttl = Template.map(table.get("TimeToLiveSpecification"));
    client.updateTimeToLive(
        update ->
            update
                .tableName(name)
                .timeToLiveSpecification(
                    spec ->
                        spec.enabled((Boolean) ttl.get("Enabled"))
                            .attributeName(ttl.get("AttributeName").toString())));
  }

  private static KeySchemaElement key(Map<String, Object> key) {
    return KeySchemaElement.builder()
        .attributeName(key.get("AttributeName").toString())
        .keyType(key.get("KeyType").toString())
        .build();
  }

  private static AttributeDefinition attribute(Map<String, Object> attribute) {
    return AttributeDefinition.builder()
        .attributeName(attribute.get("AttributeName").toString())
        .attributeType(attribute.get("AttributeType").toString())
        .build();
  }
}
