package dev.housecount.catalog;

import dev.housecount.bytes.ByteReader;
import dev.housecount.bytes.ByteWriter;
import dev.housecount.store.Order;
import dev.housecount.store.RecordKey;
import dev.housecount.store.RecordRange;
import dev.housecount.store.RecordStore;
import dev.housecount.store.StoredRecord;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lists of records that may be of no use one day, each written before what it lists. When its time
 * has come, what is not part of the catalog then is deleted: by then nobody can make it a part any
 * more.
 */
final class Sweep {
  private static final int AT_ONCE = 100;
  private static final int MOST = 10_000;
  private static final String END = ":";

  private final Shelf shelf;
  private final RecordStore store;

  Sweep(Shelf shelf) {
    this.shelf = shelf;
    this.store = shelf.store();
  }

  /**
   * @param due in milliseconds since 1970; when nobody reads any more what the ids stand for
   * @param id of the list
   */
  void list(String portal, long due, String id, List<String> ids) {
    byte[] data = CatalogWords.DEFLATED.pack(new ByteWriter().texts(ids).toBytes());
    store.putAll(List.of(new StoredRecord(key(portal, time(due) + id), 1, data, null)));
  }

  /** The lists that are due at a time. */
  List<StoredRecord> due(String portal, long time) {
    return store.read(new RecordRange(partition(portal), "", time(time), Order.ASC, AT_ONCE, true));
  }

  /** The lists of commits, due or not. */
  List<StoredRecord> ofCommits(String portal) {
    return store.read(new RecordRange(partition(portal), "", END, Order.ASC, MOST, true)).stream()
        .filter(list -> list.key().sort().contains("-" + Commit.MARK))
        .toList();
  }

  /**
   * Deletes what lists name and the catalog does not have.
   *
   * @param more ids beside those of the lists
   */
  void run(String portal, List<StoredRecord> lists, Collection<String> more, long now) {
    Set<String> ids = new TreeSet<>(more);
    lists.forEach(
        list -> ids.addAll(new ByteReader(CatalogWords.DEFLATED.unpack(list.data())).texts()));
    if (!ids.isEmpty()) {
      ids.removeAll(used(portal, now));
      store.delete(ids.stream().map(id -> Shelf.fact(portal, id)).toList());
      store.delete(lists.stream().map(StoredRecord::key).toList());
    }
  }

  private Set<String> used(String portal, long now) {
    Head head = shelf.freshHead(portal);
    Set<String> used = ids(shelf.root(portal, head.root(), ""));
    if (!head.older().isEmpty() && head.olderUntil() > now) {
      used.addAll(ids(shelf.root(portal, head.older(), "")));
    }
    return used;
  }

  /** All records that a root consists of. */
  static Set<String> ids(Root root) {
    Set<String> ids = new HashSet<>(List.of(root.id(), root.groups()));
    root.leaves().forEach(leaf -> ids.add(leaf.id()));
    ids.remove("");
    return ids;
  }

  private static RecordKey key(String portal, String sort) {
    return new RecordKey(partition(portal), sort);
  }

  private static String partition(String portal) {
    return portal + "#sweep";
  }

  private static String time(long millis) {
    return String.format(Locale.ROOT, "%015d-", millis);
  }
}
