package dev.housecount.insights;

import dev.housecount.catalog.EntityFacts;
import dev.housecount.event.EntityRef;
import dev.housecount.rollup.Run;
import java.util.List;

/** What runs of templates save, in minutes. */
final class SavedTime {
  private final View view;

  SavedTime(View view) {
    this.view = view;
  }

  /** By the runs that completed; by all where the backend does not tell of any. */
  double of(List<Run> runs) {
    return runs.stream()
        .filter(run -> !view.backend() || run.outcome() == Run.Outcome.COMPLETED)
        .mapToDouble(this::of)
        .sum();
  }

  /** As the portal said it when it ran, else as the template's annotation said it then. */
  private double of(Run run) {
    Double reported = run.minutesSaved();
    EntityRef template = run.template();
    if (reported != null || template == null) {
      return reported == null ? 0 : reported;
    }
    EntityFacts facts = view.directory().entity(run.who().portal(), template, run.at());
    Double annotated = facts == null ? null : facts.minutesSaved();
    return annotated == null ? 0 : annotated;
  }
}
