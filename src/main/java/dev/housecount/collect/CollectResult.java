package dev.housecount.collect;

import dev.housecount.scrub.BatchNotes;
import java.time.Duration;
import java.util.List;

/**
 * A verdict for every event of a batch.
 *
 * @param accepted how many are durably stored; duplicates count
 * @param rejected the others, in the order of their indexes
 * @param duplicates how many of the accepted were recognised as sent before: a lower bound
 * @param dropped what the policy let no accepted event keep
 * @param scrubbing how long it took to judge, scrub and hydrate the events
 * @param storing how long it took to store them
 */
public record CollectResult(
    int accepted,
    List<Rejection> rejected,
    int duplicates,
    Dropped dropped,
    Duration scrubbing,
    Duration storing) {
  public CollectResult {
    rejected = List.copyOf(rejected);
  }

  /**
   * How much was not stored of the events that were.
   *
   * @param attributes of all events together, nested ones included
   * @param context keys of all contexts together, nested ones included
   */
  public record Dropped(int attributes, int context) {
    static Dropped of(BatchNotes notes) {
      return new Dropped(notes.attributes(), notes.context());
    }
  }

  /**
   * An event that was not taken.
   *
   * @param index the event's place in the batch, from 0
   */
  public record Rejection(int index, RejectionReason reason) {}
}
