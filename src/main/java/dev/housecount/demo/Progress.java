package dev.housecount.demo;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Says from time to time how far it is, how fast it goes and how long it takes. */
final class Progress {
  private static final Duration INTERVAL = Duration.ofSeconds(2);

  private final PrintStream out;
  private final Clock clock;
  private final int days;
  private final Instant began;
  private Instant said;

  Progress(PrintStream out, Clock clock, int days) {
    this.out = out;
    this.clock = clock;
    this.days = days;
    this.began = clock.instant();
    this.said = began;
  }

  /**
   * @param done days
   * @param events so far
   */
  void say(int done, int events) {
    Instant now = clock.instant();
    if (Duration.between(said, now).compareTo(INTERVAL) < 0) {
      return;
    }
    said = now;
    double seconds = Math.max(0.001, Duration.between(began, now).toMillis() / 1000.0);
    out.printf(
        "%3d %%  day %d of %d, %,d events, %,.0f a second, about %.0f s left%n",
        100 * done / days, done, days, events, events / seconds, seconds * (days - done) / done);
  }

  /** Since the beginning. */
  long seconds() {
    return Duration.between(began, clock.instant()).toSeconds();
  }
}
