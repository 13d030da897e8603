package dev.housecount.dynamodb;

import dev.housecount.person.PersonRecord;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Queries page after page, as far as somebody reads; the first one not before. */
final class PeopleIterator implements Iterator<PersonRecord> {
  private final DynamoDbClient client;
  private final PersonRecord.Kind kind;
  private final Instant now;
  private QueryRequest request;
  private Iterator<PersonRecord> page = List.<PersonRecord>of().iterator();
  private boolean exhausted;

  PeopleIterator(DynamoDbClient client, PersonRecord.Kind kind, QueryRequest request, Instant now) {
    this.client = client;
    this.kind = kind;
    this.request = request;
    this.now = now;
  }

  @Override
  public boolean hasNext() {
    while (!page.hasNext() && !exhausted) {
      fetch();
    }
    return page.hasNext();
  }

  @Override
  public PersonRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return page.next();
  }

  private void fetch() {
    try {
      QueryResponse response = client.query(request);
      page =
          response.items().stream()
              .filter(item -> PeopleTable.isValid(item, now))
              .map(item -> PeopleTable.record(kind, item))
              .iterator();
      Map<String, AttributeValue> last = response.lastEvaluatedKey();
      exhausted = !response.hasLastEvaluatedKey() || last.isEmpty();
      request = request.toBuilder().exclusiveStartKey(last).build();
    } catch (SdkException | UncheckedIOException e) {
      throw DynamoDbChunkStore.unavailable(e);
    }
  }
}
