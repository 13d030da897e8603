package dev.housecount.timeline;

import dev.housecount.event.HydratedEvent;
import dev.housecount.event.PolicyVersion;
import dev.housecount.event.Pseudonym;
import dev.housecount.event.ScrubbedEvent;
import dev.housecount.marks.Actor;
import dev.housecount.marks.Mark;
import dev.housecount.marks.Marker;
import dev.housecount.store.Band;
import dev.housecount.store.Chunk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One event and what its copies say of it. */
class Entry {
  /** Copies further apart are different events of a sender that uses its ids again. */
  static final Duration SAME = Band.LOOSE.drift();

  /** How long one that is passed may have copies, or be the reason of a mark. */
  static final Duration KEPT = SAME.multipliedBy(2).plus(Marker.BACK).plus(Marker.AHEAD);

  /**
   * Which copy counts: the oldest, so that one that arrives later never takes its place; of one
   * time the one that came with the most others of it, which knows most of their order.
   */
  private static final Comparator<HydratedEvent> COUNTS =
      Comparator.<HydratedEvent, Instant>comparing(event -> event.event().time().at())
          .thenComparing(event -> -event.event().time().place())
          .thenComparing(Position::of);

  private final Set<Actor> actors = new LinkedHashSet<>(1);
  private final List<Copy> copies = new ArrayList<>(1);
  private HydratedEvent first;
  private HydratedEvent event;
  private boolean passed;
  private boolean repeated;

  Entry(HydratedEvent event, Chunk chunk) {
    this.first = event;
    this.event = event;
    copies.add(new Copy(event.event(), chunk.policy()));
    actors.add(Together.actor(event, chunk));
  }

  HydratedEvent event() {
    return event;
  }

  /** Its time; that of its position. */
  Instant at() {
    return first.event().time().at();
  }

  Position position() {
    return Position.of(first);
  }

  /** Whose events may mark this one. An anonymous event has one for each chunk with a copy. */
  Set<Actor> actors() {
    return actors;
  }

  /** It was shown or left out: nothing about it changes any more but whom it can mark. */
  void pass() {
    passed = true;
  }

  /** Notes that it came together with the same search, which was before it. */
  void repeats() {
    repeated = true;
  }

  /**
   * Its mark.
   *
   * @param reason what others are the reason of; null for nothing
   */
  @Nullable Mark mark(@Nullable Mark reason) {
    return reason == null && repeated ? Mark.REPEATED_SEARCH : reason;
  }

  boolean isExact() {
    return event.event().time().exact();
  }

  /**
   * Whether an event of the same portal and id is a copy. An id alone does not tell: senders that
   * count their events from 1 give one id to many. A resend may name another user than before, when
   * the sender knew none yet or a verified one took its place; then time and session must fit too.
   */
  boolean isCopy(HydratedEvent other, Chunk chunk) {
    ScrubbedEvent ours = event.event();
    ScrubbedEvent theirs = other.event();
    Duration apart = Duration.between(ours.time().at(), theirs.time().at()).abs();
    boolean sameTime = apart.isZero() || !ours.time().exact() || !theirs.time().exact();
    boolean sameSender =
        Objects.equals(ours.user(), theirs.user())
            || (sameTime && Objects.equals(ours.session(), theirs.session()));
    Copy copy = new Copy(theirs, chunk.policy());
    return apart.compareTo(SAME) <= 0
        && sameSender
        && copies.stream().allMatch(known -> known.agrees(copy, sameTime));
  }

  /** Takes in a copy. A user that only another one names is taken over. */
  void merge(HydratedEvent copy, Chunk chunk) {
    Copy another = new Copy(copy.event(), chunk.policy());
    if (copies.stream().noneMatch(another::isLike)) {
      copies.add(another);
    }
    if (!passed) {
      boolean counts = COUNTS.compare(copy, first) < 0;
      Pseudonym user = (counts ? event : copy).event().user();
      first = counts ? copy : first;
      HydratedEvent shown = counts ? copy : event;
      event = shown.event().user() == null && user != null ? shown.withUser(user) : shown;
      if (event.event().user() != null) {
        actors.clear();
      }
    }
    actors.add(Together.actor(event, chunk));
  }

  /** What a copy says, and under which policy it was scrubbed. */
  private record Copy(ScrubbedEvent event, @Nullable PolicyVersion policy) {
    /**
     * Whether both can be one event. What one policy leaves of an event is always the same; another
     * one may have left something else, so that then only the moment and the action tell.
     */
    boolean agrees(Copy other, boolean sameTime) {
      if (!event.action().equals(other.event.action())) {
        return false;
      }
      return policy != null && policy.equals(other.policy)
          ? saysTheSame(other)
          : sameTime || event.subject().equals(other.event.subject());
    }

    boolean isLike(Copy other) {
      return Objects.equals(policy, other.policy) && saysTheSame(other);
    }

    private boolean saysTheSame(Copy other) {
      return event.subject().equals(other.event.subject())
          && Objects.equals(event.value(), other.event.value())
          && event.attributes().equals(other.event.attributes())
          && event.context().equals(other.event.context());
    }
  }
}
