package dev.housecount.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store of records keeps to. */
public abstract class RecordStoreContract {
  /** Far ahead: DynamoDB Local really deletes what is over by the clock of this machine. */
  private static final Instant NOW = Instant.parse("2100-03-02T00:30:00Z");

  protected final MutableClock clock = new MutableClock(NOW);

  protected abstract RecordStore store();

  @Test
  void put_isGotAndRead_asItWas() {
    StoredRecord record = record("p", "a", 3, NOW.plusSeconds(60));
    assertThat(store().put(record, 0)).isTrue();
    assertThat(store().get(List.of(record.key()), true)).singleElement().satisfies(same(record));
    assertThat(store().read(range("", "z", Order.ASC, 9))).singleElement().satisfies(same(record));
  }

  @Test
  void put_ofWhatIsSeenOnly() {
    assertThat(store().put(record("p", "a", 1, null), 1)).isFalse();
    assertThat(store().put(record("p", "a", 1, null), 0)).isTrue();
    assertThat(store().put(record("p", "a", 2, null), 0)).isFalse();
    assertThat(store().put(record("p", "a", 2, null), 7)).isFalse();
    assertThat(store().put(record("p", "a", 2, null), 1)).isTrue();
    assertThat(store().put(record("p", "a", 3, null), 1)).isFalse();
    assertThat(version("a")).isEqualTo(2);
  }

  @Test
  void expired_isNotThere() {
    store().put(record("p", "a", 5, NOW.plusSeconds(10)), 0);
    clock.advance(Duration.ofSeconds(9));
    assertThat(store().get(List.of(key("a")), true)).hasSize(1);
    clock.advance(Duration.ofSeconds(1));
    assertThat(store().get(List.of(key("a")), true)).isEmpty();
    assertThat(store().read(range("", "z", Order.ASC, 9))).isEmpty();
    assertThat(store().put(record("p", "a", 6, null), 5)).isFalse();
    assertThat(store().put(record("p", "a", 6, null), 0)).isTrue();
    assertThat(version("a")).isEqualTo(6);
  }

  @Test
  void get_manyKeys_whatIsMissingIsLeftOut() {
    store().putAll(IntStream.range(0, 150).mapToObj(i -> record("p", "k" + i, 1, null)).toList());
    List<RecordKey> keys = IntStream.range(100, 260).mapToObj(i -> key("k" + i % 200)).toList();
    assertThat(store().get(keys, true))
        .extracting(StoredRecord::key)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(IntStream.range(0, 60).boxed(), IntStream.range(100, 150).boxed())
                .map(i -> key("k" + i))
                .toList());
    assertThat(store().get(List.of(), false)).isEmpty();
  }

  @Test
  void putAll_whateverIsThere() {
    store().put(record("p", "a", 9, null), 0);
    store().putAll(List.of(record("p", "a", 1, null), record("q", "a", 2, null)));
    assertThat(version("a")).isEqualTo(1);
    store().putAll(List.of());
  }

  @Test
  void read_inTheOrderOfBytes_withinItsEnds() {
    // The last two stand the other way round as UTF-16.
    List<String> sorts = List.of("A", "a", "a#1", "b", "é", "\uFF21", "\uD83D\uDE00");
    store().putAll(sorts.stream().map(sort -> record("p", sort, 1, null)).toList());
    store().putAll(List.of(record("other", "a", 1, null)));
    assertThat(read("", "\uDBFF\uDFFF", Order.ASC, 99)).containsExactlyElementsOf(sorts);
    assertThat(read("a", "b", Order.ASC, 99)).containsExactly("a", "a#1");
    assertThat(read("a", "b", Order.DESC, 1)).containsExactly("a#1");
    assertThat(read("a", "\uDBFF\uDFFF", Order.DESC, 2)).containsExactly("\uD83D\uDE00", "\uFF21");
    assertThat(read("b", "a", Order.ASC, 9)).isEmpty();
    assertThat(read("a", "a", Order.ASC, 9)).isEmpty();
  }

  /** More than one page of DynamoDB's, which ends at a megabyte. */
  @Test
  void read_muchData_toTheLimit() {
    byte[] large = new byte[300_000];
    store()
        .putAll(
            IntStream.range(0, 8)
                .mapToObj(i -> new StoredRecord(key("k" + i), 1, large, null))
                .toList());
    assertThat(read("", "z", Order.ASC, 7)).hasSize(7);
    assertThat(read("", "z", Order.DESC, 99)).hasSize(8).startsWith("k7");
  }

  @Test
  void delete_whetherOrNotItIsThere() {
    store().putAll(List.of(record("p", "a", 1, null), record("p", "b", 1, null)));
    store().delete(List.of(key("a"), key("a"), key("nothing")));
    store().delete(List.of());
    assertThat(read("", "z", Order.ASC, 9)).containsExactly("b");
    assertThat(store().put(record("p", "a", 1, null), 0)).isTrue();
  }

  private static Consumer<StoredRecord> same(StoredRecord record) {
    return found -> {
      assertThat(found.key()).isEqualTo(record.key());
      assertThat(found.version()).isEqualTo(record.version());
      assertThat(found.data()).isEqualTo(record.data());
      assertThat(found.expiresAt()).isEqualTo(record.expiresAt());
    };
  }

  private long version(String sort) {
    return store().get(List.of(key(sort)), true).get(0).version();
  }

  private List<String> read(String from, String to, Order order, int limit) {
    return store().read(range(from, to, order, limit)).stream()
        .map(found -> found.key().sort())
        .toList();
  }

  private static RecordRange range(String from, String to, Order order, int limit) {
    return new RecordRange("p", from, to, order, limit, true);
  }

  private static RecordKey key(String sort) {
    return new RecordKey("p", sort);
  }

  private static StoredRecord record(
      String partition, String sort, long version, Instant expiresAt) {
    byte[] data = {0, 1, -1, (byte) version};
    return new StoredRecord(new RecordKey(partition, sort), version, data, expiresAt);
  }
}
