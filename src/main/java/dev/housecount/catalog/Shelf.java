package dev.housecount.catalog;

import dev.housecount.store.Order;
import dev.housecount.store.RecordKey;
import dev.housecount.store.RecordRange;
import dev.housecount.store.RecordStore;
import dev.housecount.store.StoredRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogs consist of, record by record. Roots and leaves never change, so that what was
 * read once serves as long as there is room.
 */
final class Shelf {
  /** What another instance made the catalog is known after this time. */
  static final Duration REFRESH = Duration.ofSeconds(30);

  private static final String HEADS = "head";

  /**
   * Entries in memory, of some 500 bytes each: all of a large catalog. Reports ask for them in no
   * order, and one that is not there is a leaf to be read.
   */
  private static final int MOST_ENTRIES = 120_000;

  private static final int MOST_ROOTS = 8;
  private static final int MOST_HEADS = 10_000;

  private final RecordStore store;
  private final Clock clock;
  private final Sizes sizes;
  private final Map<String, Words> words = new ConcurrentHashMap<>();
  private final Map<String, Seen> heads = new ConcurrentHashMap<>();
  private final Recent<Root> roots = new Recent<>(MOST_ROOTS, root -> 1);
  private final Recent<Groups> groups = new Recent<>(MOST_ROOTS, group -> 1);
  private final Recent<Map<String, Entry>> renewed = new Recent<>(2, users -> 1);
  private final Recent<List<Entry>> leaves = new Recent<>(MOST_ENTRIES, List::size);

  Shelf(RecordStore store, Clock clock, Sizes sizes) {
    this.sizes = sizes;
    this.store = store;
    this.clock = clock;
  }

  private record Seen(Head head, Instant at) {}

  Sizes sizes() {
    return sizes;
  }

  RecordStore store() {
    return store;
  }

  static RecordKey fact(String portal, String id) {
    return new RecordKey(portal + "#facts", id);
  }

  Words words(String portal) {
    return words.computeIfAbsent(portal, name -> new Words(store, name));
  }

  LeafCodec codec(String portal) {
    return new LeafCodec(words(portal));
  }

  /** The portals that have a catalog. */
  List<String> portals() {
    return store.read(new RecordRange(HEADS, "", "\uffff", Order.ASC, MOST_HEADS, true)).stream()
        .map(record -> record.key().sort())
        .toList();
  }

  /** Which root is the catalog, as it was at most {@link #REFRESH} ago. */
  Head head(String portal) {
    Seen seen = heads.get(portal);
    boolean serves = seen != null && clock.instant().isBefore(seen.at.plus(REFRESH));
    return seen != null && serves ? seen.head : head(portal, false);
  }

  /** Which root is the catalog. */
  Head freshHead(String portal) {
    return head(portal, true);
  }

  private Head head(String portal, boolean fresh) {
    Instant asked = clock.instant();
    List<StoredRecord> found = store.get(List.of(new RecordKey(HEADS, portal)), fresh);
    Head head =
        found.isEmpty() ? Head.NONE : Head.decode(found.get(0).version(), found.get(0).data());
    return known(portal, head, asked);
  }

  /** The newest that is known: what was read eventually may be older. */
  private Head known(String portal, Head head, Instant at) {
    Seen newest =
        heads.merge(
            portal,
            new Seen(head, at),
            (known, other) -> known.head.version() > other.head.version() ? known : other);
    return newest.head;
  }

  /**
   * Makes another head true in the place of the one that it was made of.
   *
   * @return false, with nothing done, when somebody else was faster
   */
  boolean put(String portal, Head head) {
    Instant asked = clock.instant();
    Head next = head.next();
    RecordKey key = new RecordKey(HEADS, portal);
    boolean put =
        store.put(new StoredRecord(key, next.version(), next.encode(), null), head.version());
    if (put) {
      known(portal, next, asked); // an eventual read may not have it yet
    }
    return put;
  }

  /** The root of a head. */
  Root root(String portal, String id, String keyId) {
    if (id.isEmpty()) {
      return Root.none(keyId);
    }
    String name = portal + '#' + id;
    Root known = roots.get(name);
    if (known != null) {
      return known;
    }
    Root root = Root.decode(id, data(portal, id));
    roots.put(name, root);
    return root;
  }

  /** How the groups of a root stood to each other. */
  Groups groups(String portal, Root root) {
    if (root.groups().isEmpty()) {
      return Groups.none();
    }
    String name = portal + '#' + root.groups();
    Groups known = groups.get(name);
    if (known == null) {
      known = Groups.decode(data(portal, root.groups()), words(portal));
      groups.put(name, known);
    }
    return known;
  }

  /** The people of a root that is under an older key, as if it were under the newest. */
  Map<String, Entry> renewedUsers(String portal, Root root, Supplier<Map<String, Entry>> renew) {
    String name = portal + '#' + root.id();
    Map<String, Entry> known = renewed.get(name);
    if (known == null) {
      known = renew.get();
      renewed.put(name, known);
    }
    return known;
  }

  byte[] data(String portal, String id) {
    RecordKey key = fact(portal, id);
    List<StoredRecord> found = store.get(List.of(key), false);
    if (found.isEmpty()) {
      found = store.get(List.of(key), true); // it may have been written just before
    }
    if (found.isEmpty()) {
      throw new LostRecordException();
    }
    return found.get(0).data();
  }

  List<Entry> leaf(String portal, LeafRef ref) {
    String name = name(portal, ref);
    List<Entry> known = leaves.get(name);
    return known != null ? known : keep(portal, ref, data(portal, ref.id()));
  }

  /** Nothing when the leaf is swept away. */
  List<Entry> leafIfThere(String portal, LeafRef ref) {
    try {
      return leaf(portal, ref);
    } catch (LostRecordException e) {
      return List.of();
    }
  }

  private List<Entry> keep(String portal, LeafRef ref, byte[] data) {
    List<Entry> entries = List.copyOf(codec(portal).decode(data, ref.born()));
    leaves.put(name(portal, ref), entries);
    return entries;
  }

  private static String name(String portal, LeafRef ref) {
    return portal + '#' + ref.id() + '#' + ref.born();
  }

  /** Reads at once what is not in memory. */
  void prefetch(String portal, Collection<LeafRef> wanted) {
    Map<RecordKey, LeafRef> missing = new java.util.LinkedHashMap<>();
    for (LeafRef ref : wanted) {
      if (leaves.get(name(portal, ref)) == null) {
        missing.put(fact(portal, ref.id()), ref);
      }
    }
    if (!missing.isEmpty()) {
      for (StoredRecord found : store.get(new ArrayList<>(missing.keySet()), false)) {
        LeafRef ref = missing.get(found.key());
        if (ref != null) {
          keep(portal, ref, found.data());
        }
      }
    }
  }

  /** A record that never changes. */
  static StoredRecord record(String portal, String id, byte[] data, @Nullable Instant expiresAt) {
    return new StoredRecord(fact(portal, id), 1, data, expiresAt);
  }
}
