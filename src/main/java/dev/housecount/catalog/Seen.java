package dev.housecount.catalog;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Of each entry of a root, the last page that has it as it is. */
final class Seen {
  private static final int[] NO_PAGE = {};

  private final List<LeafRef> leaves;
  private final int[][] pages;

  Seen(Root root) {
    leaves = root.leaves();
    pages = new int[leaves.size()][];
    Arrays.fill(pages, NO_PAGE);
  }

  /** All entries of a leaf. */
  void addAll(int leaf, int page) {
    Arrays.fill(of(leaf), page);
  }

  void add(int leaf, BitSet entries, int page) {
    int[] marked = of(leaf);
    entries.stream().forEach(entry -> marked[entry] = page);
  }

  private int[] of(int leaf) {
    if (pages[leaf].length == 0) {
      pages[leaf] = new int[leaves.get(leaf).entries()];
    }
    return pages[leaf];
  }

  /** The number of the page; 0 for none. */
  int page(int leaf, int entry) {
    return pages[leaf].length == 0 ? 0 : pages[leaf][entry];
  }

  /** Whether all that is alive in a leaf is there as it was; told without reading it. */
  boolean isWhole(int leaf) {
    long there = Arrays.stream(pages[leaf]).filter(page -> page > 0).count();
    LeafRef ref = leaves.get(leaf);
    // Every one of all entries, or as many as are alive: no page has one that is not.
    return there == ref.entries() || there == ref.alive();
  }
}
