package dev.housecount.rollup;

import dev.housecount.event.EntityRef;
import dev.housecount.event.Pseudonym;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known by now of one run. */
final class Task {
  private final RunEvent first;
  private final Set<String> heard = new HashSet<>();
  private Who who;
  private Instant last;
  private @Nullable Pseudonym id;
  private @Nullable EntityRef template;
  private @Nullable String origin;
  private Run.Outcome outcome = Run.Outcome.UNKNOWN;
  private @Nullable Instant openedAt;
  private @Nullable Instant completedAt;
  private @Nullable Double duration;
  private @Nullable Double minutesSaved;
  private @Nullable Integer steps;
  private boolean backend;
  private boolean told;

  Task(RunEvent first) {
    this.first = first;
    this.who = first.who();
    this.last = first.at();
  }

  /** Takes what another event says of it; what was said before stays. */
  void take(RunEvent event) {
    last = event.at();
    if (told) {
      return;
    }
    heard.add(event.state());
    id = id == null ? event.task() : id;
    template = template == null ? event.template() : template;
    who = who.user() == null ? event.who() : who;
    origin = origin == null || !Humans.did(event.origin()) ? event.origin() : origin;
    if (event.isOfBackend()) {
      backend = true;
      turn(event);
    } else {
      minutesSaved = minutesSaved == null ? event.value() : minutesSaved;
      steps = steps == null ? event.steps() : steps;
    }
  }

  private void turn(RunEvent event) {
    switch (event.state()) {
      case "open" -> openedAt = openedAt == null ? event.at() : openedAt;
      case "failed" -> end(Run.Outcome.FAILED);
      case "cancelled" -> end(Run.Outcome.CANCELLED);
      case "completed" -> {
        if (completedAt == null) {
          end(Run.Outcome.COMPLETED);
          completedAt = event.at();
          duration = event.value();
        }
      }
      default -> {} // it goes on
    }
  }

  /** One that failed may be tried again; one that completed cannot. */
  private void end(Run.Outcome how) {
    outcome = completedAt == null ? how : outcome;
  }

  /** Whether an event may be of this run though one of both does not name the task. */
  boolean lacks(RunEvent event) {
    return !told && (event.task() == null || id == null) && !heard.contains(event.state());
  }

  Instant at() {
    return first.at();
  }

  Instant last() {
    return last;
  }

  Who who() {
    return who;
  }

  @Nullable Pseudonym id() {
    return id;
  }

  @Nullable EntityRef template() {
    return template;
  }

  boolean isCompleted() {
    return completedAt != null;
  }

  /** When it was completed; when it was touched last where it was not. */
  Instant completedAt() {
    return completedAt == null ? last : completedAt;
  }

  /** Nothing that comes later changes it. */
  void tell() {
    told = true;
  }

  boolean isTold() {
    return told;
  }

  Run toRun() {
    return new Run(
        first.at(),
        Humans.did(origin) ? who : Who.nobody(who.portal()),
        first.place(),
        template,
        id,
        origin,
        backend,
        outcome,
        seconds(),
        minutesSaved,
        steps);
  }

  private @Nullable Double seconds() {
    Instant from = openedAt;
    Instant to = completedAt;
    return from == null || to == null ? duration : Double.valueOf(seconds(from, to));
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }
}
