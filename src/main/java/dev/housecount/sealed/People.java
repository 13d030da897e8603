package dev.housecount.sealed;

import dev.housecount.event.Pseudonym;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who the ordinals are, under the newest key. Never changed.
 *
 * @param byOrdinal null for one who was erased
 * @param ordinals of those who were not
 * @param known whether this instance knows the keys of all blocks that may still be written
 */
record People(
    List<@Nullable Pseudonym> byOrdinal, Map<Pseudonym, Integer> ordinals, boolean known) {
  static final People NONE = new People(List.of(), Map.of(), true);

  /** With those of more blocks, which begin where these people end. */
  People with(List<@Nullable Pseudonym> more, boolean alsoKnown) {
    List<@Nullable Pseudonym> all = new ArrayList<>(byOrdinal);
    Map<Pseudonym, Integer> found = new HashMap<>(ordinals);
    for (Pseudonym person : more) {
      if (person != null) {
        found.put(person, all.size());
      }
      all.add(person);
    }
    return new People(all, found, known && alsoKnown);
  }

  int size() {
    return byOrdinal.size();
  }

  /** Null for nobody: erased. */
  @Nullable Pseudonym person(int ordinal) {
    return ordinal < byOrdinal.size() ? byOrdinal.get(ordinal) : null;
  }
}
