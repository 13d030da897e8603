package dev.housecount.collect;

import dev.housecount.event.HydratedEvent;
import dev.housecount.scrub.BatchNotes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A verdict for every event of a batch.
 *
 * @param accepted how many are durably stored; duplicates count
 * @param rejected the others, in the order of their indexes
 * @param duplicates how many of the accepted were recognised as sent before: a lower bound
 * @param dropped what the policy let no accepted event keep
 * @param arrived of the accepted
 * @param scrubbing how long it took to judge, scrub and hydrate the events
 * @param storing how long it took to store them
 */
public record CollectResult(
    int accepted,
    List<Rejection> rejected,
    int duplicates,
    Dropped dropped,
    Arrived arrived,
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
   * Who the accepted events are of, and when they happened.
   *
   * @param withUser how many name a user
   * @param late how many happened more than {@link #LATE} before they arrived; none of a batch that
   *     says that it brings the past
   * @param first when the first one happened; null where none was accepted
   * @param last when the last one happened, not after it arrived; null where none was accepted
   */
  public record Arrived(int withUser, int late, @Nullable Instant first, @Nullable Instant last) {
    /** More than the half hour for which some senders gather events. */
    public static final Duration LATE = Duration.ofHours(1);

    static Arrived of(List<HydratedEvent> accepted, Batch batch) {
      Instant receivedAt = batch.receivedAt();
      int withUser = 0;
      int late = 0;
      Instant first = null;
      Instant last = null;
      for (HydratedEvent hydrated : accepted) {
        Instant at = hydrated.event().time().at();
        Instant happened = at.isAfter(receivedAt) ? receivedAt : at;
        withUser += hydrated.event().user() == null ? 0 : 1;
        late += !batch.backfill() && happened.isBefore(receivedAt.minus(LATE)) ? 1 : 0;
        first = first == null || happened.isBefore(first) ? happened : first;
        last = last == null || happened.isAfter(last) ? happened : last;
      }
      return new Arrived(withUser, late, first, last);
    }
  }

  /**
   * An event that was not taken.
   *
   * @param index the event's place in the batch, from 0
   */
  public record Rejection(int index, RejectionReason reason) {}
}
