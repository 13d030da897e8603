package dev.housecount.catalog;

import dev.housecount.bytes.ByteReader;
import dev.housecount.bytes.ByteWriter;
import dev.housecount.event.EntityRef;
import dev.housecount.event.Pseudonym;
import java.util.List;

/**
 * What is known of a leaf without reading it.
 *
 * @param id of the record
 * @param first the key of its first entry
 * @param born when most of it began to hold, in milliseconds since 1970
 * @param entries in it
 * @param alive those that are in the catalog now
 * @param counted those of them whom the total-users filter takes
 * @param people whether it is of people, or names one: as an owner, in a captured field
 * @param superseded when something in it was superseded first; {@link Long#MAX_VALUE} for never
 */
record LeafRef(
    String id,
    String first,
    long born,
    int entries,
    int alive,
    int counted,
    boolean people,
    long superseded) {

  static LeafRef of(String id, List<Entry> entries, long born) {
    int alive = 0;
    int counted = 0;
    boolean people = false;
    long superseded = Long.MAX_VALUE;
    for (Entry entry : entries) {
      CapturedEntity current = entry.current();
      alive += current == null ? 0 : 1;
      counted += current instanceof UserFacts user && user.counted() ? 1 : 0;
      people |= entry.versions().stream().anyMatch(version -> saysPeople(version.facts()));
      superseded = Math.min(superseded, entry.firstSuperseded());
    }
    String first = entries.get(0).key();
    return new LeafRef(id, first, born, entries.size(), alive, counted, people, superseded);
  }

  private static boolean saysPeople(@org.jspecify.annotations.Nullable CapturedEntity facts) {
    return facts instanceof UserFacts
        || (facts != null && facts.toString().indexOf(Pseudonym.MARK) >= 0);
  }

  String kind() {
    return Entry.kind(first);
  }

  boolean isOfUsers() {
    return kind().equals(EntityRef.USER);
  }

  LeafRef bornAt(long time) {
    return new LeafRef(id, first, time, entries, alive, counted, people, superseded);
  }

  static void write(ByteWriter to, List<LeafRef> leaves) {
    to.number(leaves.size());
    String id = "";
    String first = "";
    long born = 0;
    for (LeafRef leaf : leaves) {
      to.textAfter(id, leaf.id).textAfter(first, leaf.first).signed(leaf.born - born);
      to.number(leaf.entries).number(leaf.entries - leaf.alive).number(leaf.counted);
      to.flag(leaf.people);
      to.signed(leaf.superseded == Long.MAX_VALUE ? 0 : leaf.superseded);
      id = leaf.id;
      first = leaf.first;
      born = leaf.born;
    }
  }

  static List<LeafRef> read(ByteReader from) {
    int count = from.integer();
    LeafRef[] leaves = new LeafRef[count];
    String id = "";
    String first = "";
    long born = 0;
    for (int i = 0; i < count; i++) {
      id = from.textAfter(id);
      first = from.textAfter(first);
      born += from.signed();
      int entries = from.integer();
      int alive = entries - from.integer();
      int counted = from.integer();
      boolean people = from.flag();
      long superseded = from.signed();
      leaves[i] =
          new LeafRef(
              id,
              first,
              born,
              entries,
              alive,
              counted,
              people,
              superseded == 0 ? Long.MAX_VALUE : superseded);
    }
    return List.of(leaves);
  }
}
