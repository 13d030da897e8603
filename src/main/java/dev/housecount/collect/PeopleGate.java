package dev.housecount.collect;

import dev.housecount.event.HydratedEvent;
import org.jspecify.annotations.Nullable;

/** Asks, once an event is scrubbed, whether those who are in it may be stored. */
@FunctionalInterface
public interface PeopleGate {
  /** Lets everybody through. */
  PeopleGate OPEN = Answer::admit;

  /**
   * What becomes of an event.
   *
   * @throws dev.housecount.store.StoreUnavailableException when nobody can tell now; nothing is
   *     stored then
   */
  Answer ask(HydratedEvent event);

  /**
   * An event to store, or why it is not stored: one of them.
   *
   * @param event without those who may not be looked at
   */
  record Answer(@Nullable HydratedEvent event, @Nullable RejectionReason reason) {
    public static Answer admit(HydratedEvent event) {
      return new Answer(event, null);
    }

    public static Answer refuse(RejectionReason reason) {
      return new Answer(null, reason);
    }
  }
}
