package dev.housecount.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.person.PersonRecord.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of people's records keeps to. */
public abstract class PeopleStoreContract {
  /** Far ahead: DynamoDB Local really deletes what is over by the clock of this machine. */
  private static final Instant NOW = Instant.parse("2100-03-02T00:30:00.123Z");

  protected abstract PeopleStore store();

  @Test
  void put_isFoundAndRead_asItWas() {
    PersonRecord record = record(Kind.NAME, "a", null);
    store().put(record);
    assertThat(store().find(Kind.NAME, "a", NOW)).contains(record);
    assertThat(read(Kind.NAME, "")).containsExactly(record);
    assertThat(store().find(Kind.AUDIT, "a", NOW)).isEmpty();
    assertThat(read(Kind.AUDIT, "")).isEmpty();
  }

  @Test
  void put_again_replaces() {
    store().put(record(Kind.NAME, "a", null));
    PersonRecord other = new PersonRecord(Kind.NAME, "a", Map.of("other", "x"), null);
    store().put(other);
    assertThat(read(Kind.NAME, "")).containsExactly(other);
  }

  @Test
  void delete_whetherOrNotItIsThere() {
    store().put(record(Kind.NAME, "a", null));
    store().delete(Kind.NAME, "a");
    store().delete(Kind.NAME, "a");
    assertThat(store().find(Kind.NAME, "a", NOW)).isEmpty();
    assertThat(read(Kind.NAME, "")).isEmpty();
  }

  @Test
  void read_byPrefix_inTheOrderOfKeys() {
    List.of("b#2", "a#1", "b#1", "c", "b")
        .forEach(key -> store().put(record(Kind.RECEIPT, key, null)));
    assertThat(read(Kind.RECEIPT, "b#"))
        .extracting(PersonRecord::key)
        .containsExactly("b#1", "b#2");
    assertThat(read(Kind.RECEIPT, "")).extracting(PersonRecord::key).isSorted().hasSize(5);
  }

  @Test
  void read_moreThanOnePage() {
    String filler = "x".repeat(10_000);
    IntStream.range(0, 250)
        .forEach(
            i -> store().put(new PersonRecord(Kind.AUDIT, "k" + i, Map.of("f", filler), null)));
    assertThat(read(Kind.AUDIT, "k")).hasSize(250);
  }

  @Test
  void expired_isNeitherFoundNorRead() {
    store().put(record(Kind.REFUSAL, "over", NOW.minusSeconds(2)));
    store().put(record(Kind.REFUSAL, "valid", NOW.plusSeconds(2)));
    assertThat(read(Kind.REFUSAL, "")).extracting(PersonRecord::key).containsExactly("valid");
    assertThat(store().find(Kind.REFUSAL, "over", NOW)).isEmpty();
    assertThat(store().find(Kind.REFUSAL, "valid", NOW)).isPresent();
  }

  private List<PersonRecord> read(Kind kind, String prefix) {
    List<PersonRecord> records = new ArrayList<>();
    store().read(kind, prefix, NOW).forEachRemaining(records::add);
    return records;
  }

  private static PersonRecord record(Kind kind, String key, Instant expiresAt) {
    return new PersonRecord(kind, key, Map.of("field", "text", "other", "Ünïcödé"), expiresAt);
  }
}
