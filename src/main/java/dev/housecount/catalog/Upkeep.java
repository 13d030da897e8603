package dev.housecount.catalog;

import dev.housecount.catalog.Keeping.State;
import dev.housecount.keys.Pseudonymizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What is done from time to time, so that nothing is kept that is of no use. */
final class Upkeep {
  private final Shelf shelf;
  private final Keeping keeping;
  private final Pseudonymizer pseudonymizer;

  Upkeep(Shelf shelf, Keeping keeping, Pseudonymizer pseudonymizer) {
    this.shelf = shelf;
    this.keeping = keeping;
    this.pseudonymizer = pseudonymizer;
  }

  /** Goes over every catalog; counts those that changed under its hands and want another look. */
  int run() {
    int left = 0;
    for (String portal : shelf.portals()) {
      left += run(portal) ? 0 : 1;
    }
    return left;
  }

  private boolean run(String portal) {
    try {
      Head head = shelf.freshHead(portal);
      String keyId = shelf.root(portal, head.root(), pseudonymizer.keyId()).keyId();
      if (!pseudonymizer.knows(keyId)) {
        return true; // an instance that knows the newest key does it
      }
      boolean done = forgetOlder(portal) && prune(portal);
      Sweep sweep = new Sweep(shelf);
      sweep.run(portal, sweep.due(portal, keeping.now()), List.of(), keeping.now());
      return done;
    } catch (LostRecordException e) {
      return false;
    }
  }

  private boolean forgetOlder(String portal) {
    Head head = keeping.current(portal).head();
    return head.older().isEmpty()
        || head.olderUntil() > keeping.now()
        || shelf.put(portal, head.withOlder("", 0));
  }

  /** Facts that were superseded before any event that is still kept. */
  private boolean prune(String portal) {
    State state = keeping.current(portal);
    Root root = state.root();
    long since = keeping.keptSince();
    if (root.leaves().stream().noneMatch(leaf -> leaf.superseded() <= since)) {
      return true;
    }
    Commit commit = new Commit(shelf, portal);
    List<LeafRef> leaves = new ArrayList<>();
    for (LeafRef leaf : root.leaves()) {
      leaves.addAll(
          leaf.superseded() <= since ? pruned(portal, leaf, since, commit) : List.of(leaf));
    }
    Root next = keeping.maker(portal).next(root, leaves, commit, keeping.now());
    return commit.replace(state.head(), root, next, Commit.due(keeping.now()));
  }

  private List<LeafRef> pruned(String portal, LeafRef leaf, long since, Commit commit) {
    List<Entry> kept =
        shelf.leaf(portal, leaf).stream()
            .map(entry -> entry.since(since))
            .filter(Objects::nonNull)
            .toList();
    return commit.addLeaves(kept, leaf.born());
  }
}
