package dev.housecount.collect;

import dev.housecount.event.RawEvent;
import org.jspecify.annotations.Nullable;

/** Decides whether an event that is well-formed is wanted. */
@FunctionalInterface
public interface Sieve {
  /** Why the event is not wanted; null when it is. */
  @Nullable RejectionReason refuse(RawEvent event, Batch batch);
}
