package dev.housecount.edge.dynamodb;

import static dev.housecount.edge.dynamodb.PeopleTable.PARTITION;
import static dev.housecount.edge.dynamodb.PeopleTable.SORT;

import dev.housecount.person.PeopleStore;
import dev.housecount.person.PersonRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** The port of people's records on one DynamoDB table. Safe for concurrent use. */
public final class DynamoDbPeopleStore implements PeopleStore {
  private record OnePartition(QueryRequest first) implements PageIterator.Requests {
    @Override
    public @Nullable QueryRequest after(Map<String, AttributeValue> lastKey) {
      return lastKey.isEmpty() ? null : first.toBuilder().exclusiveStartKey(lastKey).build();
    }
  }

  private final DynamoDbClient client;
  private final String table;

  public DynamoDbPeopleStore(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  @Override
  public Iterator<PersonRecord> read(PersonRecord.Kind kind, String prefix, Instant now) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":pk", PeopleTable.partition(kind));
    String condition = PARTITION + " = :pk";
    if (!prefix.isEmpty()) {
      values.put(":prefix", AttributeValue.fromS(prefix));
      condition += " AND begins_with(" + SORT + ", :prefix)";
    }
    // Consistent: who opted out a moment ago has opted out, on every instance that reads now.
    QueryRequest request =
        QueryRequest.builder()
            .tableName(table)
            .keyConditionExpression(condition)
            .expressionAttributeValues(values)
            .consistentRead(true)
            .build();
    return new PageIterator<>(client, new OnePartition(request), item -> record(kind, item, now));
  }

  @Override
  public Optional<PersonRecord> find(PersonRecord.Kind kind, String key, Instant now) {
    Map<String, AttributeValue> item =
        Calls.answer(
                () ->
                    client.getItem(
                        get ->
                            get.tableName(table)
                                .key(PeopleTable.key(kind, key))
                                .consistentRead(true)))
            .item();
    return item.isEmpty() ? Optional.empty() : record(kind, item, now);
  }

  private static Optional<PersonRecord> record(
      PersonRecord.Kind kind, Map<String, AttributeValue> item, Instant now) {
    return PeopleTable.isValid(item, now)
        ? Optional.of(PeopleTable.record(kind, item))
        : Optional.empty();
  }

  @Override
  public void put(PersonRecord record) {
    Calls.answer(() -> client.putItem(put -> put.tableName(table).item(PeopleTable.item(record))));
  }

  @Override
  public void delete(PersonRecord.Kind kind, String key) {
    Calls.answer(
        () -> client.deleteItem(delete -> delete.tableName(table).key(PeopleTable.key(kind, key))));
  }

  @Override
  public boolean isReady() {
    return Probe.isAnswered(client, table);
  }
}
