package dev.housecount.collect;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one request brought.
 *
 * @param sentAt the sender's clock when it sent the batch; corrects the timestamps
 * @param receivedAt our clock
 * @param portal which portal the credentials name
 * @param sender who sent it
 * @param backfill whether the sender says that the past is sent on purpose: nothing of it is late
 */
public record Batch(
    List<Submission> submissions,
    @Nullable Instant sentAt,
    Instant receivedAt,
    String portal,
    Sender sender,
    boolean backfill) {
  public Batch {
    submissions = List.copyOf(submissions);
  }

  /** What is sent as it happens. */
  public Batch(
      List<Submission> submissions,
      @Nullable Instant sentAt,
      Instant receivedAt,
      String portal,
      Sender sender) {
    this(submissions, sentAt, receivedAt, portal, sender, false);
  }

  /** The same events, all by one user, or by nobody who is named, whatever they said. */
  public Batch sentBy(@Nullable String user) {
    List<Submission> own = submissions.stream().map(each -> each.sentBy(user)).toList();
    return new Batch(own, sentAt, receivedAt, portal, sender, backfill);
  }
}
