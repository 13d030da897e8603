package dev.housecount.edge.http.gate;

import dev.housecount.edge.http.problem.Problem;
import java.time.Duration;

/**
 * How long a body may take to arrive.
 *
 * @param most from the end of the request's head
 */
public record ArrivalTime(Duration most) {
  public ArrivalTime {
    if (most.isNegative() || most.isZero()) {
      throw new IllegalArgumentException("housecount.collect.body-seconds is at least 1");
    }
  }

  /** The answer to one that takes longer. */
  Problem passed() {
    return Problem.of(
        408,
        "body-too-slow",
        "The body did not arrive in time",
        "It may take %d seconds. Send the same request again; nothing of it was taken."
            .formatted(most.toSeconds()));
  }
}
