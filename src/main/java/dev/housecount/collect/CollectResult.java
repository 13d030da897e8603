package dev.housecount.collect;

import java.util.List;

/**
 * A verdict for every event of a batch.
 *
 * @param accepted how many are durably stored; duplicates count
 * @param rejected the others, in the order of their indexes
 */
public record CollectResult(int accepted, List<Rejection> rejected) {
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
