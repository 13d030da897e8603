package dev.housecount.catalog;

import dev.housecount.store.StoredRecord;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One attempt to make another root the catalog. What it writes is seen by nobody until the head is
 * replaced, and is swept away when that fails.
 */
final class Commit {
  /** After this time no generation and no request knows a root that is the catalog no more. */
  private static final Duration GRACE = Catalog.PATIENCE.multipliedBy(2);

  /** What the ids of commits begin with, unlike those of pages. */
  static final String MARK = "c";

  private static final int RADIX = 36;
  private static final int AT_ONCE = 100;

  private final Shelf shelf;
  private final String portal;
  private final String id;
  private final List<StoredRecord> records = new ArrayList<>();
  private final Map<String, byte[]> added = new HashMap<>();

  Commit(Shelf shelf, String portal) {
    this(shelf, portal, MARK + Long.toString(random(), RADIX));
  }

  /**
   * @param id nobody else's; the beginning of those of its records
   */
  Commit(Shelf shelf, String portal, String id) {
    this.shelf = shelf;
    this.portal = portal;
    this.id = id;
  }

  /** Of a source made now: one that is made with the native image is the same in every instance. */
  private static long random() {
    return new SecureRandom().nextLong() & Long.MAX_VALUE;
  }

  /** When nobody reads any more what is superseded now, in milliseconds since 1970. */
  static long due(long now) {
    return now + GRACE.toMillis();
  }

  /** Adds a record, and tells its id. */
  String add(byte[] data) {
    String name = id + "." + Integer.toString(records.size(), RADIX);
    records.add(Shelf.record(portal, name, data, null));
    added.put(name, data);
    return name;
  }

  /**
   * Adds leaves of entries.
   *
   * @param entries of one kind, sorted
   */
  List<LeafRef> addLeaves(List<Entry> entries, long born) {
    return new Cutting(shelf.codec(portal), shelf.sizes().leafBytes(), born)
        .cut(entries).stream()
            .map(part -> LeafRef.of(add(part.data()), part.entries(), born))
            .toList();
  }

  /** The entries of a leaf, of this commit or there before. */
  List<Entry> entries(LeafRef leaf) {
    byte[] data = added.get(leaf.id());
    return data == null ? shelf.leaf(portal, leaf) : shelf.codec(portal).decode(data, leaf.born());
  }

  /**
   * Writes what was added, without making it true.
   *
   * @param due when what is no part of the catalog then is swept away
   */
  void write(long due, Collection<String> superseded) {
    List<String> ids = new ArrayList<>(superseded);
    records.forEach(record -> ids.add(record.key().sort()));
    if (!ids.isEmpty()) {
      new Sweep(shelf).list(portal, due, id, ids);
    }
    for (int i = 0; i < records.size(); i += AT_ONCE) {
      shelf.store().putAll(records.subList(i, Math.min(records.size(), i + AT_ONCE)));
    }
  }

  /**
   * Makes a root the catalog.
   *
   * @param head what is to be; of the version that was seen
   * @param before the root that the new one was made of
   * @param due when what is of no use any more is swept away
   * @return false when somebody else was faster
   */
  boolean replace(Head head, Root before, Root next, long due) {
    add(next); // so that the list has it
    Set<String> superseded = new HashSet<>(Sweep.ids(before));
    superseded.removeAll(Sweep.ids(next));
    write(due, superseded);
    return shelf.put(portal, head.withRoot(rootId()));
  }

  private void add(Root root) {
    records.add(Shelf.record(portal, rootId(), root.encode(), null));
  }

  /** The id of the root that it makes. */
  String rootId() {
    return id + ".root";
  }
}
