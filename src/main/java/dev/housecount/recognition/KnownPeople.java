package dev.housecount.recognition;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How many of the people whom a day's events name the portal's catalog knows: of all people in a
 * small portal, of a sample in a large one. Numbers, and nothing of anybody.
 *
 * @param asOf when it was counted, of the 24 hours before
 * @param count without guests, agents and services, and without who opted out
 * @param jump null as long as the share is about that of the days before
 */
public record KnownPeople(Instant asOf, Count count, @Nullable Jump jump) {
  /**
   * People, and those of them whom the catalog had at the time of their last event.
   *
   * @param people 0 or more
   * @param known at most as many
   */
  public record Count(int people, int known) {
    static final Count NONE = new Count(0, 0);

    /** Whom the catalog does not know. */
    public int unknown() {
      return people - known;
    }

    /** The share that the catalog does not know, from 0 to 1; 0 where there is nobody. */
    public double unknownShare() {
      return people == 0 ? 0 : (double) unknown() / people;
    }

    Count plus(Count other) {
      return new Count(people + other.people, known + other.known);
    }
  }

  /**
   * All at once the catalog knows much fewer.
   *
   * @param since when it was first seen
   * @param before of the days before: who came on several of them counts several times
   */
  public record Jump(Instant since, Count before) {}

  /** What is wrong and what to do about it, for whoever looks after the portal; null when well. */
  public @Nullable String problem() {
    if (jump == null) {
      return null;
    }
    return String.format(
        Locale.ROOT,
        "since %s the catalog does not know many people who use the portal: %d of %d by now (%d%%),"
            + " %d%% in the days before; did the sign-in resolver change, or does the catalog miss"
            + " people? Compare the userEntityRef that Backstage's settings page shows with the"
            + " users of the catalog",
        jump.since(),
        count.unknown(),
        count.people(),
        Math.round(100 * count.unknownShare()),
        Math.round(100 * jump.before().unknownShare()));
  }
}
