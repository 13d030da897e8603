package dev.housecount.health;

import static dev.housecount.health.Advice.Level.ERROR;
import static dev.housecount.health.Advice.Level.INFO;
import static dev.housecount.health.Advice.Level.WARNING;

import dev.housecount.event.Versions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** About what has to be looked after: the module, the catalog, the maintenance. */
final class UpkeepAdvice {
  /** Twice as long as a run that went well takes to be written, and the interval on AWS. */
  static final Duration MAINTENANCE = MaintenanceLog.STEP.multipliedBy(2).plusHours(1);

  /** A catalog is pushed or pulled every hour. */
  static final Duration CATALOG = Duration.ofDays(2);

  /** A module is updated, and its last users have loaded the page anew after so long. */
  static final Duration UPDATE = Duration.ofDays(7);

  private final Findings found;
  private final List<Advice> advice = new ArrayList<>();

  private UpkeepAdvice(Findings found) {
    this.found = found;
  }

  static List<Advice> of(Findings found) {
    UpkeepAdvice all = new UpkeepAdvice(found);
    all.software();
    all.catalog();
    all.maintenance();
    return all.advice;
  }

  private void software() {
    Instant since = found.now().minus(UPDATE);
    List<String> modules =
        found.senders().entrySet().stream()
            .filter(sender -> sender.getValue().last().isAfter(since))
            .map(Map.Entry::getKey)
            .map(Versions::module)
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .toList();
    if (modules.size() > 1) {
      add(
          "old-module",
          INFO,
          "Events come from several versions of the module: " + String.join(", ", modules) + ".",
          "Nothing in the days after an update: pages that are open keep the old one. Else update"
              + " the portal that was left behind.");
    }
  }

  private void catalog() {
    Instant asOf = found.catalog().asOf();
    if (asOf == null) {
      add(
          "no-catalog",
          WARNING,
          "There is no catalog: nobody knows who could use the portal, nor who is in which team.",
          "Push it from the portal's network, or let this server pull it.");
      return;
    }
    if (asOf.isBefore(found.now().minus(CATALOG))) {
      add(
          "catalog-old",
          WARNING,
          "The catalog is as of " + Wording.day(asOf, found.zone()) + ".",
          "Look at the job that pushes it, or at the pull's entry of /q/health: is its token"
              + " still valid?");
    }
    int problems = found.catalog().problems().size();
    if (problems > 0) {
      add(
          "catalog-problems",
          INFO,
          "The catalog has problems: " + problems + ".",
          "GET /catalog names them.");
    }
  }

  private void maintenance() {
    MaintenanceLog.Run last = found.maintenance();
    if (last == null || last.at().isBefore(found.now().minus(MAINTENANCE))) {
      add(
          "maintenance-silent",
          WARNING,
          last == null
              ? "No maintenance has run."
              : "No maintenance has run since " + Wording.day(last.at(), found.zone()) + ".",
          "On AWS look at the schedule and its alarm, elsewhere at"
              + " housecount.maintenance.interval: erasures wait for it.");
    } else if (!last.failed().isEmpty()) {
      add(
          "maintenance-failed",
          ERROR,
          "The last maintenance failed: " + String.join(", ", last.failed()) + ".",
          "The server's log says why, in lines that begin with \"maintenance:\".");
    }
  }

  private void add(String code, Advice.Level level, String text, String todo) {
    advice.add(new Advice(code, level, text, todo));
  }
}
