package dev.housecount.collect;

import dev.housecount.collect.CollectResult.Rejection;
import dev.housecount.event.EventTime;
import dev.housecount.event.HydratedEvent;
import dev.housecount.event.Pseudonym;
import dev.housecount.event.RawEvent;
import dev.housecount.event.ScrubbedEvent;
import dev.housecount.hydrate.Hydrator;
import dev.housecount.scrub.Arrival;
import dev.housecount.scrub.BatchNotes;
import dev.housecount.scrub.Scrubber;
import dev.housecount.store.ChunkWriter;
import dev.housecount.store.Chunker;
import dev.housecount.store.RetentionPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes a batch from its sender to the store: the whole path of an event, one call after another.
 */
public final class Collector {
  private final Scrubber scrubber;
  private final Hydrator hydrator;
  private final Chunker chunker;
  private final ChunkWriter writer;
  private final RetentionPolicy retention;
  private final List<Sieve> sieves;
  private final PeopleGate gate;
  private final UserListener users;
  private final RecentEvents recent = new RecentEvents();

  /**
   * @param sieves asked in their order; the first that refuses an event gives the reason
   * @param gate asked about what the sieves let through
   * @param users told whose events are about to be stored
   */
  public Collector(
      Scrubber scrubber,
      Hydrator hydrator,
      ChunkWriter writer,
      RetentionPolicy retention,
      List<Sieve> sieves,
      PeopleGate gate,
      UserListener users) {
    this.scrubber = scrubber;
    this.hydrator = hydrator;
    this.chunker = new Chunker(retention, scrubber.policy(), scrubber.keyId());
    this.writer = writer;
    this.retention = retention;
    this.sieves = List.copyOf(sieves);
    this.gate = gate;
    this.users = users;
  }

  /**
   * Returns once every accepted event is durably stored.
   *
   * @throws dev.housecount.store.StoreUnavailableException when it could not be; sending the same
   *     batch again is safe
   */
  public CollectResult collect(Batch batch) {
    long started = System.nanoTime();
    Scrubbing scrubbing = new Scrubbing(batch);
    for (int index = 0; index < batch.submissions().size(); index++) {
      RejectionReason reason = scrubbing.take(batch.submissions().get(index));
      if (reason != null) {
        scrubbing.rejected.add(new Rejection(index, reason));
      }
    }
    long scrubbed = System.nanoTime();
    if (!scrubbing.accepted.isEmpty()) {
      scrubbing.refs.forEach(users::seen);
      writer.write(chunker.cut(scrubbing.accepted));
    }
    Duration storing = Duration.ofNanos(System.nanoTime() - scrubbed);
    return new CollectResult(
        scrubbing.accepted.size(),
        scrubbing.rejected,
        recent.add(scrubbing.accepted),
        CollectResult.Dropped.of(scrubbing.notes),
        CollectResult.Arrived.of(scrubbing.accepted, batch),
        Duration.ofNanos(scrubbed - started),
        storing);
  }

  /** What becomes of one batch on its way to the store. */
  private final class Scrubbing {
    private final Batch batch;
    private final EventClock clock;
    private final Map<RawEvent, Integer> repetitions = new HashMap<>();
    private final Map<Instant, Integer> places = new HashMap<>();
    private final BatchNotes notes = new BatchNotes();
    private final List<HydratedEvent> accepted = new ArrayList<>();
    private final List<Rejection> rejected = new ArrayList<>();

    /** Of the users whose events are accepted, as the sender named them first. */
    private final Map<Pseudonym, String> refs = new LinkedHashMap<>();

    Scrubbing(Batch batch) {
      this.batch = batch;
      this.clock = new EventClock(batch.sentAt(), batch.receivedAt());
    }

    /** Why an event is not taken; null when it is. */
    @Nullable RejectionReason take(Submission submission) {
      RawEvent raw = submission.event();
      if (raw == null) {
        RejectionReason reason = submission.reason();
        return reason == null ? RejectionReason.NOT_AN_EVENT : reason;
      }
      Arrival arrival =
          new Arrival(batch.receivedAt(), repetition(raw), batch.sender().fingerprint());
      ScrubbedEvent event = scrubber.scrub(raw, placed(raw), arrival, notes);
      RejectionReason unwanted = unwanted(raw, event);
      return unwanted != null ? unwanted : admit(raw, hydrated(event));
    }

    /** How many equal events precede it; nobody asks of one with a time or an id of its own. */
    private int repetition(RawEvent raw) {
      boolean known = raw.timestamp() != null || raw.id() != null;
      return known ? 0 : repetitions.merge(raw, 1, Integer::sum) - 1;
    }

    /** Its time, and its place among the events of the batch of that time. */
    private EventTime placed(RawEvent raw) {
      EventTime time = clock.settle(raw.timestamp());
      return time.behind(places.merge(time.at(), 1, Integer::sum) - 1);
    }

    private HydratedEvent hydrated(ScrubbedEvent event) {
      return hydrator.hydrate(event, batch.portal()).recordedBy(batch.sender().versions());
    }

    private @Nullable RejectionReason unwanted(RawEvent raw, ScrubbedEvent event) {
      if (retention.isOver(event.action(), event.time().at(), batch.receivedAt())) {
        return RejectionReason.TOO_OLD;
      }
      RejectionReason refused = null;
      for (int i = 0; i < sieves.size() && refused == null; i++) {
        refused = sieves.get(i).refuse(raw, batch);
      }
      return refused;
    }

    private @Nullable RejectionReason admit(RawEvent raw, HydratedEvent hydrated) {
      PeopleGate.Answer answer = gate.ask(hydrated);
      HydratedEvent event = answer.event();
      if (event == null) {
        return answer.reason();
      }
      notes.keep();
      accepted.add(event);
      Pseudonym user = event.event().user();
      String ref = raw.user();
      if (user != null && ref != null) {
        refs.putIfAbsent(user, ref);
      }
      return null;
    }
  }
}
