package dev.housecount.person;

import dev.housecount.collect.PeopleGate;
import dev.housecount.collect.RejectionReason;
import dev.housecount.event.HydratedEvent;
import dev.housecount.event.Mentions;
import dev.housecount.event.Pseudonym;
import java.time.Instant;

/**
 * Refuses the events of those who opted out, and events from before an erasure. Takes the same
 * people out of others' events: a person who opted out is not looked at either, and a person who
 * was erased does not come back with a resend.
 */
public final class RefusalGate implements PeopleGate {
  private final Refusals refusals;

  public RefusalGate(Refusals refusals) {
    this.refusals = refusals;
  }

  @Override
  public Answer ask(HydratedEvent event) {
    Refused refused = refusals.current();
    if (refused.isEmpty()) {
      return Answer.admit(event);
    }
    Pseudonym user = event.event().user();
    Instant at = event.event().time().at();
    if (user != null && refused.optedOut().contains(user)) {
      return Answer.refuse(RejectionReason.OPTED_OUT);
    }
    if (user != null && refused.isErased(user, at)) {
      return Answer.refuse(RejectionReason.ERASED);
    }
    return Answer.admit(Mentions.without(person -> refused.covers(person, at)).replaceIn(event));
  }
}
