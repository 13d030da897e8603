package dev.housecount.catalog;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How the entities of a generation fared. */
final class Tally {
  private int added;
  private int changed;
  private int removed;
  private int unchanged;

  Completion completion() {
    return new Completion(added + changed + unchanged, added, changed, removed, unchanged);
  }

  /**
   * Counts one.
   *
   * @return whether anything is other than before
   */
  boolean count(@Nullable CapturedEntity before, @Nullable CapturedEntity after) {
    if (Objects.equals(before, after)) {
      unchanged += after == null ? 0 : 1;
      return false;
    }
    added += before == null ? 1 : 0;
    removed += after == null ? 1 : 0;
    changed += before != null && after != null ? 1 : 0;
    return true;
  }

  void addAdded(int entities) {
    added += entities;
  }

  void addUnchanged(int entities) {
    unchanged += entities;
  }
}
