package dev.housecount.query;

import dev.housecount.event.HydratedEvent;
import dev.housecount.event.Pseudonym;
import dev.housecount.event.ScrubbedEvent;
import dev.housecount.noise.Actor;
import dev.housecount.store.Band;
import dev.housecount.store.ChunkKey;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/** One event and what its copies say of it. */
final class Entry {
  /** Copies further apart are different events of a sender that uses its ids again. */
  static final Duration SAME = Band.LOOSE.drift();

  private final Set<Actor> actors = new LinkedHashSet<>(1);
  private HydratedEvent event;
  private Position position;
  private boolean passed;

  Entry(HydratedEvent event, ChunkKey chunk) {
    this.event = event;
    this.position = Position.of(event);
    actors.add(actor(event, chunk));
  }

  HydratedEvent event() {
    return event;
  }

  Position position() {
    return position;
  }

  /** Whose events may mark this one. An anonymous event has one for each chunk with a copy. */
  Set<Actor> actors() {
    return actors;
  }

  /** It was shown or left out: nothing about it changes any more but whom it can mark. */
  void pass() {
    passed = true;
  }

  boolean isExact() {
    return event.event().time().exact();
  }

  /**
   * Whether an event of the same portal and id is a copy. An id alone does not tell: senders that
   * count their events from 1 give one id to many. A resend may name another user than before, when
   * the sender knew none yet or a verified one took its place; then time and session must fit too.
   */
  boolean isCopy(HydratedEvent other) {
    ScrubbedEvent ours = event.event();
    ScrubbedEvent theirs = other.event();
    Duration apart = Duration.between(ours.time().at(), theirs.time().at()).abs();
    if (apart.compareTo(SAME) > 0
        || !ours.action().equals(theirs.action())
        || !ours.subject().equals(theirs.subject())) {
      return false;
    }
    boolean sameTime = apart.isZero() || !ours.time().exact() || !theirs.time().exact();
    return Objects.equals(ours.user(), theirs.user())
        || (sameTime && Objects.equals(ours.session(), theirs.session()));
  }

  /**
   * Takes in a copy: the oldest counts, so that one that arrives later never takes its place. A
   * user that only a later one names is taken over.
   */
  void merge(HydratedEvent copy, ChunkKey chunk) {
    if (!passed) {
      boolean older = Position.of(copy).compareTo(position) < 0;
      HydratedEvent first = older ? copy : event;
      Pseudonym user = (older ? event : copy).event().user();
      position = older ? Position.of(copy) : position;
      event = first.event().user() == null && user != null ? first.withUser(user) : first;
      if (event.event().user() != null) {
        actors.clear();
      }
    }
    actors.add(actor(event, chunk));
  }

  private static Actor actor(HydratedEvent event, ChunkKey chunk) {
    return Actor.of(event, chunk.newest() + chunk.digest());
  }
}
