package dev.housecount.edge.dynamodb;

import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Queries page after page, as far as somebody reads; the first one not before. */
final class PageIterator<T> implements Iterator<T> {
  /** What to ask for, page by page; null where there is nothing more. */
  interface Requests {
    @Nullable QueryRequest first();

    /**
     * @param lastKey where the page before ended; empty at its partition's end
     */
    @Nullable QueryRequest after(Map<String, AttributeValue> lastKey);
  }

  private final DynamoDbClient client;
  private final Requests requests;
  private final Function<Map<String, AttributeValue>, Optional<T>> reader;
  private @Nullable QueryRequest request;
  private Iterator<T> page = Collections.emptyIterator();

  /**
   * @param reader makes an item into what is shown; empty where it is not to be
   */
  PageIterator(
      DynamoDbClient client,
      Requests requests,
      Function<Map<String, AttributeValue>, Optional<T>> reader) {
    this.client = client;
    this.requests = requests;
    this.reader = reader;
    this.request = requests.first();
  }

  @Override
  public boolean hasNext() {
    while (!page.hasNext() && request != null) {
      fetch(request);
    }
    return page.hasNext();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return page.next();
  }

  private void fetch(QueryRequest asked) {
    QueryResponse response = Calls.answer(() -> client.query(asked));
    page = response.items().stream().map(reader).flatMap(Optional::stream).iterator();
    request =
        requests.after(response.hasLastEvaluatedKey() ? response.lastEvaluatedKey() : Map.of());
  }
}
