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
 */
public record Batch(
    List<Submission> submissions,
    @Nullable Instant sentAt,
    Instant receivedAt,
    String portal,
    Sender sender) {
  public Batch {
    submissions = List.copyOf(submissions);
  }
}
