package dev.housecount.edge.dynamodb;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** Whether DynamoDB deletes what expired: one switch of the table that nothing else would miss. */
public final class Expiry {
  private final DynamoDbClient client;
  private final String table;

  public Expiry(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /**
   * Whether the table's TTL is on, and on the attribute that chunks carry.
   *
   * @throws dev.housecount.store.StoreUnavailableException when DynamoDB does not tell
   */
  public boolean isOn() {
    TimeToLiveDescription ttl =
        Calls.answer(() -> client.describeTimeToLive(request -> request.tableName(table)))
            .timeToLiveDescription();
    TimeToLiveStatus status = ttl.timeToLiveStatus();
    boolean on = status == TimeToLiveStatus.ENABLED || status == TimeToLiveStatus.ENABLING;
    return on && EventTable.EXPIRES_AT.equals(ttl.attributeName());
  }
}
