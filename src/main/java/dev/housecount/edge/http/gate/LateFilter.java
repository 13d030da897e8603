package dev.housecount.edge.http.gate;

import dev.housecount.edge.http.problem.Problem;
import dev.housecount.store.TimeLeft;
import jakarta.ws.rs.Priorities;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses at once what begins with too little time to be done. */
class LateFilter {
  private static final Duration LEAST = Duration.ofMillis(500);

  private static final Problem LATE =
      Problem.of(
          503,
          "no-time-left",
          "There is no time left for this request",
          "Send the same request again after the time in Retry-After; nothing of it was done.");

  private final TimeLeft timeLeft;

  LateFilter(TimeLeft timeLeft) {
    this.timeLeft = timeLeft;
  }

  /** First of all: even looking at credentials may take a call. */
  @ServerRequestFilter(priority = Priorities.AUTHENTICATION - 1)
  void check() {
    if (timeLeft.get().compareTo(LEAST) < 0) {
      throw LATE.asException();
    }
  }
}
