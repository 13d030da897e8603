package dev.housecount.catalog;

import dev.housecount.event.EntityRef;
import dev.housecount.event.Pseudonym;
import dev.housecount.keys.Pseudonymizer;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A portal's catalog as it was when it was asked for. Every method throws {@link
 * LostRecordException} when that is swept away meanwhile.
 */
final class Snapshot {
  /** So many leaves are read by one call. */
  private static final int AT_ONCE = 100;

  private final Shelf shelf;
  private final String portal;
  private final Pseudonymizer pseudonymizer;
  private final Head head;
  private final Root root;

  Snapshot(Shelf shelf, String portal, Pseudonymizer pseudonymizer, Head head) {
    this.shelf = shelf;
    this.portal = portal;
    this.pseudonymizer = pseudonymizer;
    this.head = head;
    this.root = shelf.root(portal, head.root(), pseudonymizer.keyId());
  }

  Head head() {
    return head;
  }

  Root root() {
    return root;
  }

  Groups groups() {
    return shelf.groups(portal, root);
  }

  void prefetch(Collection<String> keys) {
    shelf.prefetch(
        portal,
        keys.stream()
            .map(root::leafOf)
            .filter(leaf -> leaf >= 0)
            .distinct()
            .map(root.leaves()::get)
            .toList());
  }

  /** All that is known, read as it is taken: of a large catalog not all stays in memory. */
  Stream<Entry> everything() {
    return entries(root.leaves());
  }

  /** All that is known of the kind, as {@link #everything()}. */
  Stream<Entry> everything(String kind) {
    return entries(root.of(kind));
  }

  private Stream<Entry> entries(List<LeafRef> leaves) {
    return IntStream.iterate(0, from -> from < leaves.size(), from -> from + AT_ONCE)
        .mapToObj(from -> leaves.subList(from, Math.min(from + AT_ONCE, leaves.size())))
        .flatMap(
            some -> {
              shelf.prefetch(portal, some);
              return some.stream().flatMap(leaf -> entries(leaf).stream());
            });
  }

  List<Entry> entries(LeafRef leaf) {
    return shelf.leaf(portal, leaf).stream().map(this::renewed).toList();
  }

  /** What is known of an entity or of a person of the newest key. */
  @Nullable Entry find(String key) {
    Entry found = find(root, key);
    return found == null ? null : renewed(found);
  }

  /** What is known of a person under the newest key that is known here. */
  @Nullable Entry user(Pseudonym user) {
    String key = Entry.key(user);
    if (isOlder(root)) {
      return renewedUsers(root).get(key);
    }
    Entry found = find(root, key);
    if (found != null || head.older().isEmpty() || root.keyId().equals(pseudonymizer.keyId())) {
      return found;
    }
    // The catalog is under a newer key than any that is known here; not so what was kept for that.
    Root older = shelf.root(portal, head.older(), "");
    return isOlder(older) ? renewedUsers(older).get(key) : find(older, key);
  }

  private boolean isOlder(Root some) {
    return pseudonymizer.knows(some.keyId()) && !some.keyId().equals(pseudonymizer.keyId());
  }

  private @Nullable Entry find(Root in, String key) {
    int leaf = in.leafOf(key);
    if (leaf < 0) {
      return null;
    }
    List<Entry> entries = shelf.leaf(portal, in.leaves().get(leaf));
    int index =
        Collections.binarySearch(
            entries, new Entry(key, 0, List.of()), Comparator.comparing(Entry::key));
    return index < 0 ? null : entries.get(index);
  }

  private Entry renewed(Entry entry) {
    if (!isOlder(root)) {
      return entry;
    }
    UnaryOperator<CapturedEntity> renewal = Renewed.from(root.keyId(), pseudonymizer);
    return entry.map(renewal);
  }

  private Map<String, Entry> renewedUsers(Root of) {
    return shelf.renewedUsers(portal, of, () -> renew(of));
  }

  private Map<String, Entry> renew(Root of) {
    List<LeafRef> leaves = of.of(EntityRef.USER);
    shelf.prefetch(portal, leaves);
    UnaryOperator<CapturedEntity> renewal = Renewed.from(of.keyId(), pseudonymizer);
    Map<String, Entry> users = new HashMap<>();
    for (LeafRef leaf : leaves) {
      for (Entry entry : shelf.leaf(portal, leaf)) {
        Entry renewed = entry.map(renewal);
        users.put(renewed.key(), renewed);
      }
    }
    return users;
  }
}
