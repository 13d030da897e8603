package dev.housecount.catalog;

import dev.housecount.bytes.ByteReader;
import dev.housecount.bytes.ByteWriter;
import dev.housecount.store.Order;
import dev.housecount.store.RecordKey;
import dev.housecount.store.RecordRange;
import dev.housecount.store.RecordStore;
import dev.housecount.store.StoredRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A portal's groups by number, for they are named again and again: as owners, as teams of people,
 * as parents. Numbers are given once and never again. No person has one. Safe for concurrent use.
 */
final class Words {
  /** So that a sender who names ever new groups does not fill the memory. */
  private static final int MOST = 100_000;

  /** The code of a word without a number. */
  static final int WRITTEN = 1;

  private final RecordStore store;
  private final String partition;
  private final List<String> words = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  Words(RecordStore store, String portal) {
    this.store = store;
    this.partition = portal + "#words";
  }

  /**
   * The number of a word.
   *
   * @return -1 when it has none
   */
  synchronized int number(String word) {
    return numbers.getOrDefault(word, -1);
  }

  synchronized String word(int number) {
    if (number >= words.size()) {
      refresh(false); // another instance gave it
    }
    if (number >= words.size()) {
      refresh(true);
    }
    return words.get(number);
  }

  /** Gives numbers to those that have none. */
  synchronized void learn(Collection<String> learned) {
    Set<String> fresh = new TreeSet<>(learned);
    fresh.removeAll(numbers.keySet());
    while (!fresh.isEmpty()) {
      refresh(true);
      fresh.removeAll(numbers.keySet());
      if (fresh.isEmpty() || words.size() + fresh.size() > MOST) {
        return;
      }
      RecordKey key = new RecordKey(partition, sort(words.size()));
      if (store.put(new StoredRecord(key, 1, encode(fresh), null), 0)) {
        fresh.forEach(this::add);
      }
    }
  }

  private void refresh(boolean fresh) {
    RecordRange rest = new RecordRange(partition, sort(words.size()), ":", Order.ASC, MOST, fresh);
    for (StoredRecord block : store.read(rest)) {
      decode(block.data()).forEach(this::add);
    }
  }

  private void add(String word) {
    numbers.put(word, words.size());
    words.add(word);
  }

  private static String sort(int first) {
    return String.format(java.util.Locale.ROOT, "%08d", first);
  }

  private static byte[] encode(Set<String> sorted) {
    ByteWriter writer = new ByteWriter().number(sorted.size());
    String before = "";
    for (String word : sorted) {
      writer.textAfter(before, word);
      before = word;
    }
    return CatalogWords.DEFLATED.pack(writer.toBytes());
  }

  private static List<String> decode(byte[] block) {
    ByteReader reader = new ByteReader(CatalogWords.DEFLATED.unpack(block));
    int count = reader.integer();
    List<String> decoded = new ArrayList<>(count);
    String before = "";
    for (int i = 0; i < count; i++) {
      before = reader.textAfter(before);
      decoded.add(before);
    }
    return decoded;
  }

  /** What stands for a word: by its number where it has one. */
  int code(@Nullable String word) {
    int number = word == null ? -1 : number(word);
    return word == null ? 0 : number < 0 ? WRITTEN : number + 2;
  }

  /** The word of a code; {@link #WRITTEN} ones are read. */
  @Nullable String word(int code, ByteReader reader) {
    return code == 0 ? null : code == WRITTEN ? reader.text() : word(code - 2);
  }
}
