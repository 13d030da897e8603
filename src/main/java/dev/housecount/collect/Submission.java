package dev.housecount.collect;

import dev.housecount.event.RawEvent;
import org.jspecify.annotations.Nullable;

/** One element of a batch: an event, or why it is none. */
public record Submission(@Nullable RawEvent event, @Nullable RejectionReason reason) {
  public static Submission of(RawEvent event) {
    return new Submission(event, null);
  }

  public static Submission rejected(RejectionReason reason) {
    return new Submission(null, reason);
  }

  /** The same event, by this user, or by nobody. */
  Submission sentBy(@Nullable String user) {
    return event == null ? this : of(event.by(user));
  }
}
