package dev.housecount.catalog;

import dev.housecount.keys.Pseudonymizer;
import dev.housecount.store.StoreUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads and replaces what is the catalog. */
final class Keeping {
  /** Those who want to replace it at once are few. */
  static final int ATTEMPTS = 10;

  /** An instance that does not know the newest key is at work no longer than that. */
  static final Duration OLDER_KEPT = Duration.ofDays(1);

  private final Shelf shelf;
  private final Pseudonymizer pseudonymizer;
  private final CatalogSettings settings;
  private final Clock clock;

  Keeping(Shelf shelf, Pseudonymizer pseudonymizer, CatalogSettings settings, Clock clock) {
    this.shelf = shelf;
    this.pseudonymizer = pseudonymizer;
    this.settings = settings;
    this.clock = clock;
  }

  /** What is the catalog. */
  record State(Head head, Root root) {}

  long now() {
    return clock.millis();
  }

  /** What was superseded before is of no use any more. */
  long keptSince() {
    return clock.instant().minus(settings.kept()).toEpochMilli();
  }

  /**
   * Does what somebody else may be faster at.
   *
   * @param attempt null when somebody else was faster
   */
  static <T> T retried(Supplier<@Nullable T> attempt) {
    for (int i = 0; i < ATTEMPTS; i++) {
      try {
        T done = attempt.get();
        if (done != null) {
          return done;
        }
      } catch (LostRecordException e) {
        continue; // an erasure swept meanwhile what was being read
      }
    }
    throw new StoreUnavailableException("the catalog keeps changing while it is pushed");
  }

  RootMaker maker(String portal) {
    return new RootMaker(shelf, portal, settings.zone());
  }

  /**
   * What is the catalog, its people under the newest key: brought up to date if they were not.
   *
   * @throws StoreUnavailableException when its key is not known here
   */
  State current(String portal) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Head head = shelf.freshHead(portal);
      Root root = shelf.root(portal, head.root(), pseudonymizer.keyId());
      if (root.keyId().equals(pseudonymizer.keyId())) {
        return new State(head, root);
      }
      if (!pseudonymizer.knows(root.keyId())) {
        throw new StoreUnavailableException("the catalog is under a key that is not known here");
      }
      renew(portal, head, root);
    }
    throw new StoreUnavailableException("the catalog keeps changing while it is renewed");
  }

  /** Old and new stay side by side for a while, for instances that know the old key only. */
  private void renew(String portal, Head head, Root root) {
    Commit commit = new Commit(shelf, portal);
    long now = now();
    UnaryOperator<CapturedEntity> renewal = Renewed.from(root.keyId(), pseudonymizer);
    List<LeafRef> leaves = new ArrayList<>();
    List<Entry> users = new ArrayList<>();
    shelf.prefetch(portal, root.leaves().stream().filter(LeafRef::people).toList());
    for (LeafRef leaf : root.leaves()) {
      if (leaf.isOfUsers()) {
        shelf.leaf(portal, leaf).forEach(entry -> users.add(renewed(entry, root, renewal)));
      } else if (leaf.people()) {
        List<Entry> entries = shelf.leaf(portal, leaf).stream().map(e -> e.map(renewal)).toList();
        leaves.addAll(commit.addLeaves(entries, leaf.born()));
      } else {
        leaves.add(leaf);
      }
    }
    users.sort(Comparator.comparing(Entry::key));
    leaves.addAll(commit.addLeaves(users, head.asOf()));
    leaves.sort(Comparator.comparing(LeafRef::first));
    Root next =
        new Root(
            commit.rootId(),
            pseudonymizer.keyId(),
            root.groups(),
            leaves,
            root.totals(),
            root.problems());
    long until = now + OLDER_KEPT.toMillis();
    commit.replace(head.withOlder(root.id(), until), root, next, until);
  }

  private Entry renewed(Entry entry, Root root, UnaryOperator<CapturedEntity> renewal) {
    String key = Entry.key(pseudonymizer.renewUser(LeafCodec.user(entry.key()), root.keyId()));
    return new Entry(key, entry.page(), entry.map(renewal).versions());
  }
}
