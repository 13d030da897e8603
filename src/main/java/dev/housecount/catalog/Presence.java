package dev.housecount.catalog;

import dev.housecount.bytes.ByteReader;
import dev.housecount.bytes.ByteWriter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a leaf a page has, as they are.
 *
 * @param leaf its index in the root that the page was compared with
 * @param bits those entries; null with a mode that tells
 */
record Presence(int leaf, Mode mode, @Nullable BitSet bits) {
  /** From what costs least on. */
  enum Mode {
    /** Every one. */
    ALL,
    /** Those that were in the page of the same number before, and are in the catalog. */
    SAME,
    /** Those of the bits. */
    BITS
  }

  static Presence of(int leaf, List<Entry> entries, BitSet present, int page) {
    if (present.cardinality() == entries.size()) {
      return new Presence(leaf, Mode.ALL, null);
    }
    return present.equals(same(entries, page))
        ? new Presence(leaf, Mode.SAME, null)
        : new Presence(leaf, Mode.BITS, present);
  }

  private static BitSet same(List<Entry> entries, int page) {
    BitSet same = new BitSet();
    for (int i = 0; i < entries.size(); i++) {
      same.set(i, entries.get(i).page() == page && entries.get(i).current() != null);
    }
    return same;
  }

  /** The entries that are present, told from the leaf. */
  BitSet in(List<Entry> entries, int page) {
    if (bits != null) {
      return bits;
    }
    BitSet all = new BitSet();
    all.set(0, entries.size());
    return mode == Mode.ALL ? all : same(entries, page);
  }

  static void write(ByteWriter to, List<Presence> presences) {
    to.number(presences.size());
    int before = 0;
    for (Presence presence : presences) {
      to.number(presence.leaf - before).number(presence.mode.ordinal());
      if (presence.bits != null) {
        to.bytes(presence.bits.toByteArray());
      }
      before = presence.leaf;
    }
  }

  static List<Presence> read(ByteReader from) {
    int count = from.integer();
    List<Presence> presences = new ArrayList<>();
    int leaf = 0;
    for (int i = 0; i < count; i++) {
      leaf += from.integer();
      Mode mode = Mode.values()[from.integer()];
      BitSet bits = mode == Mode.BITS ? BitSet.valueOf(from.bytes()) : null;
      presences.add(new Presence(leaf, mode, bits));
    }
    return presences;
  }
}
