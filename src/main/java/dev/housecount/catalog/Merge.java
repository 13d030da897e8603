package dev.housecount.catalog;

import dev.housecount.catalog.Rewriting.Moment;
import dev.housecount.catalog.StagedPage.StagedLeaf;
import dev.housecount.catalog.Upserts.Upsert;
import dev.housecount.keys.Pseudonymizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The pages of a generation and the catalog before: what is the catalog then. Used once. */
final class Merge {
  private final Shelf shelf;
  private final String portal;
  private final Root root;
  private final Pseudonymizer pseudonymizer;
  private final Moment moment;
  private final Map<String, Integer> indexes = new HashMap<>();
  private final Seen seen;
  private final Upserts upserts = new Upserts();
  private final Adoption adoption = new Adoption(upserts, this::entries);
  private final Tally tally = new Tally();

  Merge(Shelf shelf, String portal, Root root, Pseudonymizer pseudonymizer, Moment moment) {
    this.shelf = shelf;
    this.portal = portal;
    this.root = root;
    this.pseudonymizer = pseudonymizer;
    this.moment = moment;
    this.seen = new Seen(root);
    for (int i = 0; i < root.leaves().size(); i++) {
      indexes.put(root.leaves().get(i).id(), i);
    }
  }

  Completion completion() {
    return tally.completion();
  }

  /**
   * Adds a page; in the order of their numbers.
   *
   * @throws LostRecordException when what it was compared with is there no more
   */
  void add(StagedPage page) {
    if (!pseudonymizer.knows(page.keyId())) {
      throw new LostRecordException(); // taken under a key that was taken back
    }
    addPresent(page);
    for (byte[] changes : page.changes()) {
      addNew(shelf.codec(portal).decode(changes, moment.now()), page);
    }
    for (StagedLeaf staged : page.leaves()) {
      if (page.keyId().equals(root.keyId()) || !staged.leaf().people()) {
        adoption.add(staged, page.number());
      } else {
        addNew(entries(staged), page);
      }
    }
  }

  private void addPresent(StagedPage page) {
    Root base = shelf.root(portal, page.root(), root.keyId());
    for (Presence presence : page.presences()) {
      LeafRef leaf = base.leaves().get(presence.leaf());
      Integer index = indexes.get(leaf.id());
      if (index != null && presence.mode() == Presence.Mode.ALL) {
        seen.addAll(index, page.number());
      } else if (index != null) {
        List<Entry> entries = presence.bits() == null ? shelf.leaf(portal, leaf) : List.of();
        seen.add(index, presence.in(entries, page.number()), page.number());
      } else {
        List<Entry> entries = shelf.leaf(portal, leaf);
        presence.in(entries, page.number()).stream()
            .mapToObj(entries::get)
            .forEach(entry -> add(entry.current(), base.keyId(), page.number()));
      }
    }
  }

  private void addNew(List<Entry> entries, StagedPage page) {
    entries.forEach(entry -> add(entry.current(), page.keyId(), page.number()));
  }

  private void add(@Nullable CapturedEntity facts, String keyId, int page) {
    if (facts != null) {
      boolean renewed = keyId.equals(root.keyId());
      upserts.add(page, renewed ? facts : Renewed.from(keyId, pseudonymizer).apply(facts));
    }
  }

  private List<Entry> entries(StagedLeaf staged) {
    return shelf.leaf(portal, staged.leaf().bornAt(moment.now()));
  }

  /** The leaves that are the catalog from now on. */
  List<LeafRef> leaves(Commit commit) {
    prefetch();
    SortedSet<String> kinds = adoption.kinds();
    root.leaves().forEach(leaf -> kinds.add(leaf.kind()));
    upserts.keys().forEach(key -> kinds.add(Entry.kind(key)));
    List<LeafRef> leaves = new ArrayList<>();
    int from = 0;
    for (String kind : kinds) {
      int to = from + root.of(kind).size();
      if (from == to) {
        addFresh(kind, commit, leaves);
      } else {
        adoption.unpack(kind); // somebody else brought the kind meanwhile
        leaves.addAll(rewriting(commit).run(kind, from, to));
      }
      from = to;
    }
    return leaves;
  }

  private Rewriting rewriting(Commit commit) {
    return new Rewriting(
        root, seen, upserts, tally, moment, leaf -> shelf.leaf(portal, leaf), commit);
  }

  private void prefetch() {
    SortedSet<Integer> read = new TreeSet<>();
    for (int i = 0; i < root.leaves().size(); i++) {
      if (!seen.isWhole(i)) {
        read.add(i);
      }
    }
    upserts.keys().forEach(key -> read.add(root.homeOf(key)));
    shelf.prefetch(portal, read.tailSet(0).stream().map(root.leaves()::get).toList());
  }

  /** A kind that the catalog did not have. */
  private void addFresh(String kind, Commit commit, List<LeafRef> leaves) {
    String from = Entry.from(kind);
    for (StagedLeaf next : adoption.take(kind)) {
      leaves.addAll(commit.addLeaves(added(from, next.leaf().first()), moment.now()));
      leaves.add(next.leaf().bornAt(moment.now()));
      tally.addAdded(next.leaf().alive());
      from = next.last() + "\0";
    }
    leaves.addAll(commit.addLeaves(added(from, Entry.beyond(kind)), moment.now()));
  }

  private List<Entry> added(String from, String to) {
    List<Entry> entries = new ArrayList<>();
    for (Map.Entry<String, Upsert> fresh : upserts.between(from, to).entrySet()) {
      tally.count(null, fresh.getValue().facts());
      entries.add(fresh.getValue().entry(fresh.getKey(), moment.now()));
    }
    return entries;
  }
}
