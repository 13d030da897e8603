package dev.housecount.person;

import dev.housecount.event.Pseudonym;
import dev.housecount.store.RetentionPolicy;
import dev.housecount.store.TimeLeft;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Removes everything about a person, step by step: each step says where the next goes on, so that
 * one that breaks off costs nothing but time. See RATIONALE.md.
 */
public final class Erasure {
  /**
   * After this time no step begins any more. With the last calls' own time-outs that is less than a
   * request usually has.
   */
  private static final Duration BUDGET = Duration.ofSeconds(12);

  /**
   * After this time every other instance knows of the erasure, and no request is under way any more
   * that began before: what such a request wrote meanwhile is found by a second look.
   */
  static final Duration SETTLING = Refusals.REFRESH.plus(Duration.ofSeconds(90));

  private final PeopleStore store;
  private final Envelope envelope;
  private final Refusals refusals;
  private final Receipts receipts;
  private final ErasureStep step;
  private final RetentionPolicy retention;
  private final Clock clock;
  private final TimeLeft timeLeft;

  public Erasure(
      PeopleStore store,
      Envelope envelope,
      Refusals refusals,
      Receipts receipts,
      ErasureStep step,
      RetentionPolicy retention,
      Clock clock,
      TimeLeft timeLeft) {
    this.store = store;
    this.envelope = envelope;
    this.refusals = refusals;
    this.receipts = receipts;
    this.step = step;
    this.retention = retention;
    this.clock = clock;
    this.timeLeft = timeLeft;
  }

  /**
   * Begins, or goes on with what was begun.
   *
   * @return the job; {@link ErasureJob#isCompleted} tells whether it is through
   * @throws dev.housecount.store.StoreUnavailableException when the store cannot do it now; the
   *     same call again goes on
   */
  public ErasureJob erase(Pseudonym person) {
    Instant now = clock.instant();
    String key = envelope.mark(person);
    ErasureJob begun =
        store
            .find(PersonRecord.Kind.ERASURE, key, now)
            .map(record -> ErasureJob.of(record, envelope))
            .filter(job -> !job.isCompleted())
            .orElseGet(() -> begin(key, person, now));
    return proceed(begun);
  }

  /**
   * Goes on with all that was begun, and takes the second looks that are due.
   *
   * @return how many are not through
   */
  public int proceed() {
    Instant now = clock.instant();
    List<ErasureJob> open = new ArrayList<>();
    store
        .read(PersonRecord.Kind.ERASURE, "", now)
        .forEachRemaining(record -> open.add(ErasureJob.of(record, envelope)));
    int left = 0;
    for (ErasureJob job : open) {
      left += isDue(job, now) && proceed(job).isSettled() ? 0 : 1;
    }
    return left;
  }

  private static boolean isDue(ErasureJob job, Instant now) {
    Instant completed = job.completedAt();
    return completed == null || !now.isBefore(completed.plus(SETTLING));
  }

  private ErasureJob begin(String key, Pseudonym person, Instant now) {
    // First, so that nothing comes back once it is gone. Older events are refused by their age.
    refusals.refuseErased(person, now, now.plus(retention.longest()).plus(Duration.ofDays(1)));
    ErasureJob job = ErasureJob.begin(key, UUID.randomUUID().toString(), person, now);
    store.put(job.record(envelope));
    return job;
  }

  private ErasureJob proceed(ErasureJob from) {
    Instant deadline = clock.instant().plus(timeLeft.share(BUDGET));
    ErasureJob job = from.lookAgain();
    do {
      ErasureJob next = step.take(job);
      if (next.position() == null) {
        return finish(next);
      }
      if (!next.erased().equals(job.erased())) {
        store.put(next.record(envelope)); // what was removed is counted, whatever happens next
      }
      job = next;
    } while (clock.instant().isBefore(deadline));
    store.put(job.record(envelope));
    return job;
  }

  private ErasureJob finish(ErasureJob looked) {
    ErasureJob job = looked.lookedThrough(clock.instant());
    receipts.put(job);
    if (job.isSettled()) {
      store.delete(PersonRecord.Kind.ERASURE, job.key());
    } else {
      store.put(job.record(envelope));
    }
    return job;
  }
}
