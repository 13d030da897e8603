package dev.housecount.catalog;

import dev.housecount.catalog.Entry.Version;
import dev.housecount.event.EntityRef;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** How a page differs from the catalog: what is as it was costs next to nothing to keep. */
final class Difference {
  private final Shelf shelf;
  private final String portal;
  private final Root root;
  private final int page;
  private final Arrival arrival;
  private final List<Presence> presences = new ArrayList<>();
  private final SortedMap<String, List<Entry>> changes = new TreeMap<>();

  Difference(Shelf shelf, String portal, Root root, int page, Arrival arrival) {
    this.shelf = shelf;
    this.portal = portal;
    this.root = root;
    this.page = page;
    this.arrival = arrival;
  }

  /** What the page is compared with. */
  Root root() {
    return root;
  }

  /**
   * @param entities by their keys
   * @param commit what writes new leaves
   */
  StagedPage of(SortedMap<String, CapturedEntity> entities, int accepted, Commit commit) {
    compare(entities);
    List<byte[]> packed = new ArrayList<>();
    List<StagedPage.StagedLeaf> leaves = new ArrayList<>();
    changes.forEach(
        (kind, entries) -> {
          if (isAdoptable(kind, entries)) {
            adopt(entries, commit, leaves);
          } else {
            packed.add(shelf.codec(portal).encode(entries, StagedPage.UNBORN));
          }
        });
    return new StagedPage(page, root.keyId(), root.id(), accepted, presences, packed, leaves);
  }

  /**
   * A kind that the catalog does not have yet comes as leaves, where those of several pages fit
   * together: not of people, whom no sender sorts by their pseudonyms.
   */
  private boolean isAdoptable(String kind, List<Entry> entries) {
    return entries.size() >= shelf.sizes().leafEntries()
        && !kind.equals(EntityRef.USER)
        && arrival.isSorted(kind)
        && root.homeOf(entries.get(0).key()) < 0;
  }

  private static void adopt(
      List<Entry> entries, Commit commit, List<StagedPage.StagedLeaf> leaves) {
    int last = 0;
    for (LeafRef leaf : commit.addLeaves(entries, StagedPage.UNBORN)) {
      last += leaf.entries();
      leaves.add(new StagedPage.StagedLeaf(leaf, entries.get(last - 1).key()));
    }
  }

  private void compare(SortedMap<String, CapturedEntity> entities) {
    SortedMap<Integer, SortedMap<String, CapturedEntity>> byLeaf = new TreeMap<>();
    entities.forEach(
        (key, facts) ->
            byLeaf.computeIfAbsent(root.leafOf(key), leaf -> new TreeMap<>()).put(key, facts));
    shelf.prefetch(
        portal,
        new TreeSet<>(byLeaf.keySet()).tailSet(0).stream().map(root.leaves()::get).toList());
    byLeaf.forEach(this::compare);
  }

  private void compare(int leaf, SortedMap<String, CapturedEntity> entities) {
    SortedMap<String, CapturedEntity> left = new TreeMap<>(entities);
    if (leaf >= 0) {
      List<Entry> entries = shelf.leaf(portal, root.leaves().get(leaf));
      BitSet present = new BitSet();
      for (int i = 0; i < entries.size(); i++) {
        CapturedEntity facts = left.get(entries.get(i).key());
        if (facts != null && facts.equals(entries.get(i).current())) {
          present.set(i);
          left.remove(entries.get(i).key());
        }
      }
      if (!present.isEmpty()) {
        presences.add(Presence.of(leaf, entries, present, page));
      }
    }
    for (Map.Entry<String, CapturedEntity> change : left.entrySet()) {
      List<Version> versions = List.of(new Version(StagedPage.UNBORN, change.getValue()));
      changes
          .computeIfAbsent(Entry.kind(change.getKey()), kind -> new ArrayList<>())
          .add(new Entry(change.getKey(), page, versions));
    }
  }
}
