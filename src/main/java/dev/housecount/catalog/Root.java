package dev.housecount.catalog;

import dev.housecount.bytes.ByteReader;
import dev.housecount.bytes.ByteWriter;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A portal's catalog with all that is still of use of its past. Never changed: what is new is
 * another root.
 *
 * @param id of the record
 * @param keyId under which its people are
 * @param groups the record of how groups stand to each other; empty for none
 * @param leaves sorted by their first keys
 * @param totals of the people whom the total-users filter takes, from times on, in milliseconds
 * @param problems for whoever looks after the catalog
 */
record Root(
    String id,
    String keyId,
    String groups,
    List<LeafRef> leaves,
    SortedMap<Long, Integer> totals,
    List<String> problems) {

  /** Before the first generation. */
  static Root none(String keyId) {
    return new Root("", keyId, "", List.of(), new TreeMap<>(), List.of());
  }

  byte[] encode() {
    ByteWriter to = new ByteWriter().text(keyId).text(groups);
    LeafRef.write(to, leaves);
    to.number(totals.size());
    totals.forEach((time, total) -> to.number(time).number(total));
    return CatalogWords.DEFLATED.pack(to.texts(problems).toBytes());
  }

  static Root decode(String id, byte[] root) {
    ByteReader from = new ByteReader(CatalogWords.DEFLATED.unpack(root));
    String keyId = from.text();
    String groups = from.text();
    List<LeafRef> leaves = LeafRef.read(from);
    SortedMap<Long, Integer> totals = new TreeMap<>();
    int points = from.integer();
    for (int i = 0; i < points; i++) {
      totals.put(from.number(), from.integer());
    }
    return new Root(id, keyId, groups, leaves, totals, from.texts());
  }

  /**
   * The only leaf that may have a key.
   *
   * @return its index; -1 for none
   */
  int leafOf(String key) {
    int low = 0;
    int high = leaves.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (leaves.get(middle).first().compareTo(key) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    boolean sameKind =
        low > 0 && leaves.get(low - 1).first().startsWith(Entry.from(Entry.kind(key)));
    return sameKind ? low - 1 : -1;
  }

  /** Where a new key belongs: as {@link #leafOf}, else the first of its kind. */
  int homeOf(String key) {
    int leaf = leafOf(key);
    if (leaf >= 0) {
      return leaf;
    }
    for (int i = 0; i < leaves.size(); i++) {
      if (leaves.get(i).first().startsWith(Entry.from(Entry.kind(key)))) {
        return i;
      }
    }
    return -1;
  }

  /** The leaves of a kind. */
  List<LeafRef> of(String kind) {
    return leaves.stream().filter(leaf -> leaf.kind().equals(kind)).toList();
  }

  /** How many people there were at a time; null before the first generation. */
  @Nullable Integer totalAt(long time) {
    SortedMap<Long, Integer> before = totals.headMap(time + 1);
    return before.isEmpty() ? null : before.get(before.lastKey());
  }
}
