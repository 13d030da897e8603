package dev.housecount.insights;

import dev.housecount.rollup.Asked;
import dev.housecount.rollup.Tally;

/** Where reports learn what people did: from stored events, or from what is sealed of them. */
@FunctionalInterface
public interface ActivitySource {
  /** For one answer; counts what it costs. */
  Reading open();

  /** What is read for one answer. Not for concurrent use. */
  interface Reading {
    /**
     * Tells all that began in a range, each thing once.
     *
     * @throws TooMuchToReadException when the budget of the answer does not suffice
     * @throws dev.housecount.store.StoreUnavailableException when the store cannot answer now
     */
    void tell(Asked asked, Tally tally);

    /** The read units that the answer has cost by now. */
    double units();
  }
}
