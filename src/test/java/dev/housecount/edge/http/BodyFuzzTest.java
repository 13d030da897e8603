package dev.housecount.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.collect.Batch;
import dev.housecount.collect.Sender;
import dev.housecount.collect.Submission;
import dev.housecount.edge.http.problem.ProblemException;
import dev.housecount.edge.http.wire.BatchDecoder;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the bytes of a body, it is a batch within the limits or a problem of the sender's: never
 * another exception, which would be a 500. Here it gets the seeds; {@code ./mvnw test -Pfuzz} makes
 * more.
 */
public class BodyFuzzTest {
  private static final Instant NOW = Instant.parse("2100-01-01T00:00:00Z");
  private static final BatchDecoder DECODER = new BatchDecoder(FuzzedBody.LIMITS);

  @ParameterizedTest
  @MethodSource("dev.housecount.edge.http.FuzzedBody#seeds")
  void body_isABatchOrAProblem(byte[] seed) {
    fuzzerTestOneInput(seed);
  }

  /** What Jazzer calls. */
  public static void fuzzerTestOneInput(byte[] data) {
    try {
      Batch batch = DECODER.decode(FuzzedBody.read(data), NOW, "default", Sender.of("test"));
      assertThat(batch.submissions()).hasSizeLessThanOrEqualTo(FuzzedBody.LIMITS.events());
      for (Submission submission : batch.submissions()) {
        assertThat(submission.event() == null).isNotEqualTo(submission.reason() == null);
      }
    } catch (ProblemException e) {
      assertThat(e.problem().status()).isIn(400, 413);
    }
  }
}
