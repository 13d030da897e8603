package dev.housecount.edge.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.housecount.person.PeopleStore;
import dev.housecount.person.PeopleStoreContract;
import dev.housecount.person.PersonRecord;
import dev.housecount.store.StoreUnavailableException;
import dev.housecount.testing.DynamoDbLocal;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoDbPeopleStoreTest extends PeopleStoreContract {
  private final DynamoDbClient client = DynamoDbLocal.client();
  private final PeopleStore store = new DynamoDbPeopleStore(client, DynamoDbLocal.table(client));

  @Override
  protected PeopleStore store() {
    return store;
  }

  @Test
  void isReady_asLongAsTheTableAnswers() {
    assertThat(store.isReady()).isTrue();
    assertThat(new DynamoDbPeopleStore(client, "no-such-table").isReady()).isFalse();
  }

  @Test
  void everyCall_onAMissingTable_isUnavailable() {
    PeopleStore nowhere = new DynamoDbPeopleStore(client, "no-such-table");
    PersonRecord.Kind kind = PersonRecord.Kind.NAME;
    PersonRecord record = new PersonRecord(kind, "a", Map.of(), null);
    assertThatThrownBy(() -> nowhere.put(record)).isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> nowhere.delete(kind, "a"))
        .isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> nowhere.find(kind, "a", Instant.EPOCH))
        .isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> nowhere.read(kind, "", Instant.EPOCH).hasNext())
        .isInstanceOf(StoreUnavailableException.class);
  }
}
