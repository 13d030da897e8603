package dev.housecount.edge.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.testing.DynamoDbLocal;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class LocalTablesTest {
  @Test
  void create_tableWithoutTtl_getsIt() {
    DynamoDbClient client = DynamoDbLocal.client();
    String table = "table-of-one-who-was-killed";
    LocalTables.create(client, table);
    client.updateTimeToLive(
        ttl ->
            ttl.tableName(table)
                .timeToLiveSpecification(
                    spec -> spec.enabled(false).attributeName(EventTable.EXPIRES_AT)));
    Expiry expiry = new Expiry(client, table);
    assertThat(expiry.isOn()).isFalse();

    LocalTables.create(client, table);

    assertThat(expiry.isOn()).isTrue();
  }
}
