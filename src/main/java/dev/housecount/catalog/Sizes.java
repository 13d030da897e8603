package dev.housecount.catalog;

/**
 * How finely a catalog is cut.
 *
 * @param leafBytes of a leaf at most, where more than one entity fits
 * @param leafEntries fewer new entities of a kind than that make no leaf of their own
 */
record Sizes(int leafBytes, int leafEntries) {
  /** A leaf with its key takes four write units and a half read unit: a byte more costs a fifth. */
  static final Sizes USUAL = new Sizes(4_000, 100);
}
