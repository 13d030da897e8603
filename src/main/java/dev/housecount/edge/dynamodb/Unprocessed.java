package dev.housecount.edge.dynamodb;

import dev.housecount.store.StoreUnavailableException;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/**
 * Batches are done only when all of them is: what DynamoDB leaves unprocessed is handed in again.
 */
final class Unprocessed {
  private static final int MAX_ATTEMPTS = 8;
  private static final long FIRST_DELAY_MILLIS = 50;

  private Unprocessed() {}

  /**
   * Calls until nothing is left.
   *
   * @param call does what it is given; returns what it left
   * @param deadline of {@link System#nanoTime()}; no new call begins after it
   * @param <R> what is asked of a table
   */
  static <R> void handIn(
      Map<String, R> requests, UnaryOperator<Map<String, R>> call, long deadline) {
    Map<String, R> pending = requests;
    for (int attempt = 1; ; attempt++) {
      if (System.nanoTime() - deadline > 0) {
        throw new StoreUnavailableException("DynamoDB took too long");
      }
      pending = call.apply(pending);
      if (pending.isEmpty()) {
        return;
      }
      long pause = pauseNanos(attempt);
      if (attempt == MAX_ATTEMPTS || System.nanoTime() + pause - deadline > 0) {
        throw new StoreUnavailableException("DynamoDB left items unprocessed");
      }
      LockSupport.parkNanos(pause);
    }
  }

  /** Exponential back-off with full jitter, as AWS recommends for unprocessed items. */
  private static long pauseNanos(int attempt) {
    long most = FIRST_DELAY_MILLIS << attempt;
    return TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(1, most));
  }
}
