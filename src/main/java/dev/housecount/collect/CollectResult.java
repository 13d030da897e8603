package dev.housecount.collect;

import java.time.Duration;
import java.util.List;

/**
 * A verdict for every event of a batch.
 *
 * @param accepted how many are durably stored; duplicates count
 * @param rejected the others, in the order of their indexes
 * @param duplicates how many of the accepted were recognised as sent before: a lower bound
 * @param scrubbing how long it took to judge, scrub and hydrate the events
 * @param storing how long it took to store them
 */
public record CollectResult(
    int accepted, List<Rejection> rejected, int duplicates, Duration scrubbing, Duration storing) {
  public CollectResult {
    rejected = List.copyOf(rejected);
  }

  /**
   * An event that was not taken.
   *
   * @param index the event's place in the batch, from 0
   */
  public record Rejection(int index, RejectionReason reason) {}
}
