package dev.housecount.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.testing.FaultRun;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * 10,000 batches of 20 events while a tenth of DynamoDB's calls fails, with clients that resend.
 * Run with {@code ./mvnw test -Dtest=FaultBenchmark}; takes some minutes.
 */
class FaultBenchmark {
  private static final int BATCHES = Integer.getInteger("benchmark.batches", 10_000);

  @Test
  @SuppressWarnings("SystemOut") // the benchmark's result
  void lostAndDoubled() {
    FaultRun.Outcome outcome = FaultRun.run(BATCHES, 0.1, FaultBenchmark::tell);
    System.out.printf(
        Locale.ROOT,
        "%d events sent in %d batches: %d lost, %d doubled; %d requests failed; faults injected: %s%n",
        outcome.sent(),
        BATCHES,
        outcome.lost(),
        outcome.doubled(),
        outcome.failedRequests(),
        outcome.injected());
    assertThat(outcome.lost()).isZero();
    assertThat(outcome.doubled()).isZero();
  }

  @SuppressWarnings("SystemOut") // the benchmark's progress
  private static void tell(int sent) {
    if (sent % 1000 == 0) {
      System.out.printf(Locale.ROOT, "%d of %d batches sent%n", sent, BATCHES);
    }
  }
}
