package dev.housecount.catalog;

import dev.housecount.keys.Pseudonymizer;
import dev.housecount.store.StoreUnavailableException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A portal's catalog during one request: one snapshot, as long as it is there. */
final class Snapshots {
  private final Shelf shelf;
  private final String portal;
  private final Pseudonymizer pseudonymizer;
  private @Nullable Snapshot current;

  Snapshots(Shelf shelf, String portal, Pseudonymizer pseudonymizer) {
    this.shelf = shelf;
    this.portal = portal;
    this.pseudonymizer = pseudonymizer;
  }

  /**
   * Asks something of the catalog.
   *
   * @throws StoreUnavailableException when the catalog changes faster than it is read
   */
  synchronized <T extends @Nullable Object> T ask(Function<Snapshot, T> question) {
    for (int attempt = 0; attempt < Keeping.ATTEMPTS; attempt++) {
      try {
        Snapshot snapshot = current;
        if (snapshot == null) {
          Head head = attempt == 0 ? shelf.head(portal) : shelf.freshHead(portal);
          snapshot = new Snapshot(shelf, portal, pseudonymizer, head);
          current = snapshot;
        }
        return question.apply(snapshot);
      } catch (LostRecordException e) {
        current = null; // the head of another instance's commit is not known here yet
      }
    }
    throw new StoreUnavailableException("the catalog keeps changing while it is read");
  }
}
