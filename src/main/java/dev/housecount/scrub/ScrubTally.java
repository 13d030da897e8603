package dev.housecount.scrub;

/** Counts what was dropped of the events of a batch; not for concurrent use. */
public final class ScrubTally {
  private int attributes;
  private int context;

  void dropAttribute() {
    attributes++;
  }

  void dropContext() {
    context++;
  }

  /** How many attributes, nested ones included. */
  public int attributes() {
    return attributes;
  }

  /** How many keys of contexts, nested ones included. */
  public int context() {
    return context;
  }
}
