package dev.housecount.collect;

import dev.housecount.collect.CollectResult.Rejection;
import dev.housecount.event.EventTime;
import dev.housecount.event.HydratedEvent;
import dev.housecount.event.RawEvent;
import dev.housecount.hydrate.Hydrator;
import dev.housecount.scrub.BatchNotes;
import dev.housecount.scrub.Receipt;
import dev.housecount.scrub.Scrubber;
import dev.housecount.store.ChunkWriter;
import dev.housecount.store.Chunker;
import dev.housecount.store.RetentionPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
  private final RecentEvents recent = new RecentEvents();

  /**
   * @param sieves asked in their order; the first that refuses an event gives the reason
   */
  public Collector(
      Scrubber scrubber,
      Hydrator hydrator,
      ChunkWriter writer,
      RetentionPolicy retention,
      List<Sieve> sieves) {
    this.scrubber = scrubber;
    this.hydrator = hydrator;
    this.chunker = new Chunker(retention, scrubber.policy(), scrubber.keyId());
    this.writer = writer;
    this.retention = retention;
    this.sieves = List.copyOf(sieves);
  }

  /**
   * Returns once every accepted event is durably stored.
   *
   * @throws dev.housecount.store.StoreUnavailableException when it could not be; sending the same
   *     batch again is safe
   */
  public CollectResult collect(Batch batch) {
    long started = System.nanoTime();
    EventClock clock = new EventClock(batch.sentAt(), batch.receivedAt());
    Map<RawEvent, Integer> repetitions = new HashMap<>();
    Map<Instant, Integer> places = new HashMap<>();
    List<HydratedEvent> accepted = new ArrayList<>();
    List<Rejection> rejected = new ArrayList<>();
    BatchNotes notes = new BatchNotes();
    for (int index = 0; index < batch.submissions().size(); index++) {
      Submission submission = batch.submissions().get(index);
      RawEvent event = submission.event();
      EventTime time = event == null ? null : clock.settle(event.timestamp());
      RejectionReason reason = verdict(submission, time, batch);
      if (event == null || time == null || reason != null) {
        rejected.add(new Rejection(index, reason == null ? RejectionReason.NOT_AN_EVENT : reason));
        continue;
      }
      int repetition = repetitions.merge(event, 1, Integer::sum) - 1;
      Receipt receipt = new Receipt(batch.receivedAt(), repetition, batch.sender().fingerprint());
      EventTime placed = time.behind(places.merge(time.at(), 1, Integer::sum) - 1);
      accepted.add(hydrator.hydrate(scrubber.scrub(event, placed, receipt, notes), batch.portal()));
    }
    long scrubbed = System.nanoTime();
    if (!accepted.isEmpty()) {
      writer.write(chunker.cut(accepted));
    }
    Duration storing = Duration.ofNanos(System.nanoTime() - scrubbed);
    return new CollectResult(
        accepted.size(),
        rejected,
        recent.add(accepted),
        CollectResult.Dropped.of(notes),
        Duration.ofNanos(scrubbed - started),
        storing);
  }

  private @Nullable RejectionReason verdict(
      Submission submission, @Nullable EventTime time, Batch batch) {
    RawEvent event = submission.event();
    if (event == null || time == null) {
      return submission.reason();
    }
    if (retention.isOver(scrubber.action(event), time.at(), batch.receivedAt())) {
      return RejectionReason.TOO_OLD;
    }
    for (Sieve sieve : sieves) {
      RejectionReason reason = sieve.refuse(event, batch);
      if (reason != null) {
        return reason;
      }
    }
    return null;
  }
}
