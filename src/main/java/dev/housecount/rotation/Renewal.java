package dev.housecount.rotation;

import dev.housecount.event.HydratedEvent;
import dev.housecount.event.Mentions;
import dev.housecount.event.Pseudonym;
import dev.housecount.event.ScrubbedEvent;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.store.Chunk;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings chunks that were written under an older key up to date: one user is one user. */
public final class Renewal {
  private final Pseudonymizer pseudonymizer;

  public Renewal(Pseudonymizer pseudonymizer) {
    this.pseudonymizer = pseudonymizer;
  }

  /** Whether everything that is written now is under one key, the only one there ever was. */
  boolean isIdle() {
    return pseudonymizer.keyIds().size() == 1;
  }

  public boolean knows(Chunk chunk) {
    return pseudonymizer.knows(chunk.keyId());
  }

  /** The chunk with the pseudonyms that its users have today; of an unknown key, as it is. */
  public Chunk renew(Chunk chunk) {
    String keyId = chunk.keyId();
    if (keyId.equals(pseudonymizer.keyId()) || !knows(chunk)) {
      return chunk;
    }
    Pseudonym user = user(chunk.user(), keyId);
    Mentions mentions = new Mentions(person -> pseudonymizer.renewUser(person, keyId).value());
    List<HydratedEvent> events =
        chunk.events().stream()
            .map(mentions::replaceIn)
            .map(event -> event.withEvent(renewed(event.event(), user, keyId)))
            .toList();
    return new Chunk(
        chunk.key(),
        chunk.portal(),
        user,
        chunk.policy(),
        chunk.expiresAt(),
        events,
        pseudonymizer.keyId());
  }

  private @Nullable Pseudonym user(@Nullable Pseudonym user, String keyId) {
    return user == null ? null : pseudonymizer.renewUser(user, keyId);
  }

  private @Nullable Pseudonym session(@Nullable Pseudonym session, String keyId) {
    return session == null ? null : pseudonymizer.renewSession(session, keyId);
  }

  private ScrubbedEvent renewed(ScrubbedEvent event, @Nullable Pseudonym user, String keyId) {
    return event.withPeople(user, session(event.session(), keyId));
  }
}
