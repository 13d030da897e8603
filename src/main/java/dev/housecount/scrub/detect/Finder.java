package dev.housecount.scrub.detect;

/** Looks for one family of kinds. */
interface Finder {
  /**
   * Adds what it finds, in any order. Linear in the length of the text: what is looked at for one
   * start is bounded, or is not looked at again for another.
   */
  void find(String text, Finds finds);
}
