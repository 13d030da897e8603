package dev.housecount.recognition;

import dev.housecount.recognition.KnownPeople.Count;
import dev.housecount.recognition.KnownPeople.Jump;
import java.time.Duration;
import java.time.Instant;

/** When a share of unknown people is a jump. RATIONALE.md says why so. */
final class JumpRule {
  /** Of fewer people nothing is said, and a day of fewer says nothing. */
  static final int FEWEST_PEOPLE = 10;

  /** So many more have to be unknown than the days before let expect. */
  static final int FEWEST_UNKNOWN = 5;

  /** By which the share has to rise at least. */
  static final double RISE = 0.2;

  /** Below this a rise that was told of is over. */
  static final double FALL = RISE / 2;

  /** By so many standard errors of the share, too. */
  private static final int ERRORS = 3;

  /** After this it is how things are. */
  static final Duration LONGEST = Duration.ofDays(14);

  private JumpRule() {}

  static boolean begins(Count before, Count now) {
    if (before.people() == 0 || now.people() < FEWEST_PEOPLE) {
      return false;
    }
    double usual = before.unknownShare();
    double error = Math.sqrt(usual * (1 - usual) / now.people());
    double rise = now.unknownShare() - usual;
    return rise >= Math.max(RISE, ERRORS * error) && rise * now.people() >= FEWEST_UNKNOWN;
  }

  static boolean ends(Jump jump, Count now, Instant at) {
    return isOld(jump, at)
        || (now.people() >= FEWEST_PEOPLE
            && now.unknownShare() - jump.before().unknownShare() < FALL);
  }

  static boolean isOld(Jump jump, Instant at) {
    return !at.isBefore(jump.since().plus(LONGEST));
  }
}
