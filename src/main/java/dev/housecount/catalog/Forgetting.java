package dev.housecount.catalog;

import dev.housecount.catalog.Generations.Open;
import dev.housecount.catalog.Keeping.State;
import dev.housecount.event.Pseudonym;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.store.StoreUnavailableException;
import dev.housecount.store.StoredRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Takes a person out of what the catalogs know, at all times. */
final class Forgetting {
  private final Shelf shelf;
  private final Keeping keeping;
  private final Pseudonymizer pseudonymizer;
  private final Generations generations;

  Forgetting(Shelf shelf, Keeping keeping, Pseudonymizer pseudonymizer) {
    this.shelf = shelf;
    this.keeping = keeping;
    this.pseudonymizer = pseudonymizer;
    this.generations = new Generations(shelf.store());
  }

  /** Counts the entities that had something of the person. */
  int forget(Pseudonym person) {
    return shelf.portals().stream().mapToInt(portal -> forget(portal, person)).sum();
  }

  private int forget(String portal, Pseudonym person) {
    Set<String> staged = new HashSet<>();
    for (int attempt = 0; attempt < Keeping.ATTEMPTS; attempt++) {
      try {
        int forgotten = attempt(portal, person, staged);
        if (forgotten >= 0) {
          return forgotten;
        }
      } catch (LostRecordException e) {
        continue; // somebody else swept meanwhile
      }
    }
    throw new StoreUnavailableException("the catalog keeps changing while a person is erased");
  }

  /**
   * @param swept the leaves of pages that were taken away, also by attempts before
   * @return negative when somebody else was faster
   */
  private int attempt(String portal, Pseudonym person, Set<String> swept) {
    Sweep sweep = new Sweep(shelf);
    // Before the head: whoever writes lists later cannot make true what was read before.
    List<StoredRecord> lists = sweep.ofCommits(portal);
    State state = keeping.current(portal);
    int staged = unstage(portal, person, swept);
    Person known = new Person(person, portal, state.root());
    if (known.forgotten == 0 && swept.isEmpty() && staged == 0 && lists.isEmpty()) {
      return 0;
    }
    Head head = state.head().withOlder("", 0);
    if (known.forgotten > 0) {
      swept.addAll(Sweep.ids(state.root()));
      if (!known.replace(head)) {
        return -1;
      }
    } else if (!shelf.put(portal, head)) {
      return -1;
    }
    sweep.run(portal, lists, swept, keeping.now());
    return Math.max(known.forgotten, Math.min(staged, 1));
  }

  /** Pages that wait for their generation: the sender has to send them again. */
  private int unstage(String portal, Pseudonym person, Set<String> swept) {
    int taken = 0;
    for (Open open : generations.all(portal)) {
      for (StagedPage page : generations.pages(open).values()) {
        List<Entry> entries = staged(portal, page);
        if (entries.stream().anyMatch(entry -> isOf(entry.current(), page.keyId(), person))) {
          generations.delete(open, page.number());
          page.leaves().forEach(leaf -> swept.add(leaf.leaf().id()));
          taken++;
        }
      }
    }
    return taken;
  }

  private List<Entry> staged(String portal, StagedPage page) {
    LeafCodec codec = shelf.codec(portal);
    List<Entry> entries = new ArrayList<>();
    page.changes().forEach(changes -> entries.addAll(codec.decode(changes, StagedPage.UNBORN)));
    for (StagedPage.StagedLeaf staged : page.leaves()) {
      if (staged.leaf().people()) {
        entries.addAll(shelf.leafIfThere(portal, staged.leaf()));
      }
    }
    return entries;
  }

  private boolean isOf(@Nullable CapturedEntity facts, String keyId, Pseudonym person) {
    return facts != null && isOf(Renewed.from(keyId, pseudonymizer).apply(facts), person);
  }

  private static boolean isOf(CapturedEntity facts, Pseudonym person) {
    return (facts instanceof UserFacts user && user.user().equals(person))
        || !Renewed.without(facts, Set.of(person)).equals(facts);
  }

  /** What the catalog knows of a person, and how it is without. */
  private final class Person {
    private final Pseudonym person;
    private final String portal;
    private final Root root;
    private final Commit commit;
    private final List<LeafRef> leaves = new ArrayList<>();
    private SortedMap<Long, Integer> totals;
    private int forgotten;

    Person(Pseudonym person, String portal, Root root) {
      this.person = person;
      this.portal = portal;
      this.root = root;
      this.commit = new Commit(shelf, portal);
      this.totals = root.totals();
      // All leaves of people, too: a captured field of one may name another.
      shelf.prefetch(portal, root.leaves().stream().filter(LeafRef::people).toList());
      for (LeafRef leaf : root.leaves()) {
        leaves.addAll(leaf.people() ? without(leaf) : List.of(leaf));
      }
    }

    private List<LeafRef> without(LeafRef leaf) {
      List<Entry> kept = new ArrayList<>();
      int before = forgotten;
      for (Entry entry : shelf.leaf(portal, leaf)) {
        if (entry.key().equals(Entry.key(person))) {
          totals = without(entry);
          forgotten++;
        } else {
          Entry other = entry.map(facts -> Renewed.without(facts, Set.of(person)));
          forgotten += other.equals(entry) ? 0 : 1;
          kept.add(other);
        }
      }
      return forgotten == before ? List.of(leaf) : commit.addLeaves(kept, leaf.born());
    }

    private SortedMap<Long, Integer> without(Entry entry) {
      SortedMap<Long, Integer> less = new TreeMap<>();
      totals.forEach(
          (time, total) -> {
            boolean counted = entry.at(time) instanceof UserFacts user && user.counted();
            less.put(time, counted ? total - 1 : total);
          });
      return less;
    }

    boolean replace(Head head) {
      Root before =
          new Root(root.id(), root.keyId(), root.groups(), root.leaves(), totals, root.problems());
      long now = keeping.now();
      Root next = keeping.maker(portal).next(before, leaves, commit, now);
      return commit.replace(head, before, next, Commit.due(now));
    }
  }
}
