package dev.housecount.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.testing.MutableClock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of records keeps to. A store passes by extending this and naming itself. */
public abstract class RecordStoreContract {
  /** Far ahead: DynamoDB Local really deletes what is over by the clock of this machine. */
  protected static final Instant NOW = Instant.parse("2100-03-02T00:30:00.123Z");

  protected final MutableClock clock = new MutableClock(NOW);

  protected abstract RecordStore store();

  @Test
  void get_emptyStore_isNothing() {
    assertThat(store().get(List.of(key("p", "a")), false)).isEmpty();
    assertThat(store().get(List.of(), true)).isEmpty();
  }

  @Test
  void get_someOfThem_leavesOutTheOthers() {
    store().putAll(List.of(record("p", "a", 1, "one"), record("q", "a", 7, "two")));

    List<StoredRecord> found =
        store().get(List.of(key("p", "a"), key("p", "b"), key("q", "a")), true);

    assertThat(found)
        .extracting(StoredRecord::key)
        .containsExactlyInAnyOrder(key("p", "a"), key("q", "a"));
    assertThat(found).extracting(StoredRecord::version).containsExactlyInAnyOrder(1L, 7L);
    assertThat(found).extracting(this::text).containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void get_moreThanOneCallTakes_findsAll() {
    List<StoredRecord> many =
        IntStream.range(0, 230).mapToObj(i -> record("p", "r" + i, 1, "x" + i)).toList();
    store().putAll(many);

    List<RecordKey> keys = many.stream().map(StoredRecord::key).toList();

    assertThat(store().get(keys, true)).hasSize(230);
  }

  @Test
  void put_nothingThere_onlyWithZero() {
    assertThat(store().put(record("p", "a", 1, "one"), 4)).isFalse();
    assertThat(store().get(List.of(key("p", "a")), true)).isEmpty();
    assertThat(store().put(record("p", "a", 1, "one"), 0)).isTrue();
    assertThat(store().put(record("p", "a", 1, "other"), 0)).isFalse();
    assertThat(texts("p")).containsExactly("one");
  }

  @Test
  void put_whatWasSeen_replaces() {
    store().put(record("p", "a", 5, "one"), 0);

    assertThat(store().put(record("p", "a", 6, "two"), 4)).isFalse();
    assertThat(store().put(record("p", "a", 6, "two"), 5)).isTrue();
    assertThat(store().put(record("p", "a", 7, "three"), 5)).isFalse();
    assertThat(texts("p")).containsExactly("two");
  }

  @Test
  void expired_isNotSeenAndIsInNobodysWay() {
    store().put(record("p", "a", 5, "one", NOW.plusSeconds(60)), 0);
    assertThat(texts("p")).containsExactly("one");

    clock.set(NOW.plusSeconds(60));

    assertThat(texts("p")).isEmpty();
    assertThat(store().get(List.of(key("p", "a")), true)).isEmpty();
    assertThat(store().put(record("p", "a", 9, "two"), 0)).isTrue();
    assertThat(texts("p")).containsExactly("two");
  }

  @Test
  void read_range_isInOrderFromInclusiveToExclusive() {
    store()
        .putAll(
            List.of(
                record("p", "c", 1, "c"),
                record("p", "a", 1, "a"),
                record("p", "d", 1, "d"),
                record("p", "b", 1, "b"),
                record("other", "b", 1, "no")));

    assertThat(read("p", "a", "d", Order.ASC, 10)).containsExactly("a", "b", "c");
    assertThat(read("p", "b", "e", Order.DESC, 10)).containsExactly("d", "c", "b");
    assertThat(read("p", "a", "e", Order.ASC, 2)).containsExactly("a", "b");
    assertThat(read("p", "a", "e", Order.DESC, 1)).containsExactly("d");
    assertThat(read("p", "d", "a", Order.ASC, 9)).isEmpty();
    assertThat(read("nobody", "a", "e", Order.ASC, 9)).isEmpty();
  }

  @Test
  void read_keys_areOrderedByTheirBytes() {
    // UTF-16 has the second before the first.
    List<String> sorts = List.of("\ufffd", "\ud83d\ude00");
    sorts.forEach(sort -> store().putAll(List.of(record("p", sort, 1, sort))));

    assertThat(read("p", "a", "\udbff\udfff", Order.ASC, 9)).containsExactlyElementsOf(sorts);
  }

  @Test
  void read_fromTheEmptyKey_isFromTheFirst() {
    store().putAll(List.of(record("p", "a", 1, "a")));

    assertThat(read("p", "", "b", Order.ASC, 9)).containsExactly("a");
  }

  @Test
  void read_limit_countsWhatIsNotExpired() {
    store().putAll(List.of(record("p", "a", 1, "over", NOW.plusSeconds(1))));
    store().putAll(List.of(record("p", "b", 1, "b"), record("p", "c", 1, "c")));
    clock.set(NOW.plusSeconds(2));

    assertThat(read("p", "a", "z", Order.ASC, 2)).containsExactly("b", "c");
  }

  @Test
  void putAll_replacesWhateverIsThere() {
    store().putAll(List.of(record("p", "a", 3, "one")));
    store().putAll(List.of(record("p", "a", 2, "two"), record("p", "b", 1, "new")));

    assertThat(texts("p")).containsExactly("two", "new");
  }

  @Test
  void data_large_comesBackAsItWas() {
    byte[] data = new byte[300_000];
    IntStream.range(0, data.length).forEach(i -> data[i] = (byte) (i * 31));
    store().putAll(List.of(new StoredRecord(key("p", "a"), 1, data, null)));
    store().putAll(List.of(new StoredRecord(key("p", "b"), 1, data, null)));

    List<StoredRecord> found =
        store().read(new RecordRange("p", "a", "z", Order.ASC, 9, true)).stream()
            .sorted(Comparator.comparing(record -> record.key().sort()))
            .toList();

    assertThat(found).extracting(StoredRecord::data).containsExactly(data, data);
  }

  @Test
  void delete_mindsNothingThatIsNotThere() {
    store().putAll(List.of(record("p", "a", 1, "one"), record("p", "b", 1, "two")));

    store().delete(List.of(key("p", "a"), key("p", "x")));
    store().delete(List.of());

    assertThat(texts("p")).containsExactly("two");
  }

  private List<String> texts(String partition) {
    return read(partition, "", "\uffff", Order.ASC, 1000);
  }

  private List<String> read(String partition, String from, String to, Order order, int limit) {
    RecordRange range = new RecordRange(partition, from, to, order, limit, true);
    return store().read(range).stream().map(this::text).toList();
  }

  private String text(StoredRecord record) {
    return new String(record.data(), UTF_8);
  }

  private static RecordKey key(String partition, String sort) {
    return new RecordKey(partition, sort);
  }

  private static StoredRecord record(String partition, String sort, long version, String text) {
    return record(partition, sort, version, text, null);
  }

  private static StoredRecord record(
      String partition, String sort, long version, String text, @Nullable Instant end) {
    return new StoredRecord(key(partition, sort), version, text.getBytes(UTF_8), end);
  }
}
