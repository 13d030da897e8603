package dev.housecount.person;

import dev.housecount.collect.Batch;
import dev.housecount.collect.EventClock;
import dev.housecount.collect.RejectionReason;
import dev.housecount.collect.Sieve;
import dev.housecount.event.Pseudonym;
import dev.housecount.event.RawEvent;
import dev.housecount.scrub.Pseudonymizer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Refuses the events of those who opted out, and events from before an erasure. */
public final class PersonSieve implements Sieve {
  private final Refusals refusals;
  private final Pseudonymizer pseudonymizer;

  public PersonSieve(Refusals refusals, Pseudonymizer pseudonymizer) {
    this.refusals = refusals;
    this.pseudonymizer = pseudonymizer;
  }

  @Override
  public @Nullable RejectionReason refuse(RawEvent event, Batch batch) {
    Refused refused = refusals.current();
    String user = event.user();
    if (user == null || refused.isEmpty()) {
      return null;
    }
    Pseudonym person = pseudonymizer.user(user);
    if (refused.optedOut().contains(person)) {
      return RejectionReason.OPTED_OUT;
    }
    EventClock clock = new EventClock(batch.sentAt(), batch.receivedAt());
    Instant at = clock.settle(event.timestamp()).at();
    return refused.isErased(person, at) ? RejectionReason.ERASED : null;
  }
}
