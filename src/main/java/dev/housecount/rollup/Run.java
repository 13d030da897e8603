package dev.housecount.rollup;

import dev.housecount.event.EntityRef;
import dev.housecount.event.Pseudonym;
import dev.housecount.hydrate.Place;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run of a template: one task, told of by the portal, the backend or both. Every run was
 * submitted.
 *
 * @param at of the first event that tells of it: the run belongs to that hour and day
 * @param who the creator; nobody where an agent or a service began it, whosever token it had
 * @param place of the first event
 * @param template null where no event names it
 * @param task the hashed id of the task; null where no event has it, or nobody needs it any more
 * @param origin {@code browser}, {@code api}, {@code agent} or {@code service}; null where no event
 *     tells
 * @param backend whether the backend tells of it, so that the outcome can be known
 * @param seconds from open to completed; null for runs that did not complete, or where unknown
 * @param minutesSaved as the portal reported it when it ran; null where it did not, so that the
 *     template's annotation counts, as of {@code at}
 * @param steps how many the template's form has; null where unknown
 */
public record Run(
    Instant at,
    Who who,
    Place place,
    @Nullable EntityRef template,
    @Nullable Pseudonym task,
    @Nullable String origin,
    boolean backend,
    Outcome outcome,
    @Nullable Double seconds,
    @Nullable Double minutesSaved,
    @Nullable Integer steps) {
  /** The origin of what a script or another program began for somebody. */
  private static final String API = "api";

  /** Tells it as somebody's, or as an agent's or a service's. */
  public void tellTo(Tally tally) {
    if (Humans.did(origin)) {
      tally.run(this);
    } else {
      tally.agentRun(this);
    }
  }

  /** Whether a script or another program began it for somebody. */
  public boolean isByApi() {
    return API.equals(origin);
  }

  /** How a run ended, as far as the backend told. */
  public enum Outcome {
    COMPLETED,
    FAILED,
    CANCELLED,
    /** It goes on, or nobody told. */
    UNKNOWN
  }
}
