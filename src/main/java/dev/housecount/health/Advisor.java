package dev.housecount.health;

import static dev.housecount.health.Advice.Level.ERROR;
import static dev.housecount.health.Advice.Level.INFO;
import static dev.housecount.health.Advice.Level.WARNING;

import dev.housecount.event.Versions;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Says what to do. Each piece of advice has a condition, and is gone when that is mended. */
final class Advisor {
  /** A weekend and half a day. */
  static final Duration SILENCE = Duration.ofHours(60);

  /** Twice as long as a run that went well takes to be written, and the interval on AWS. */
  static final Duration MAINTENANCE = MaintenanceLog.STEP.multipliedBy(2).plusHours(1);

  /** A catalog is pushed or pulled every hour. */
  static final Duration CATALOG = Duration.ofDays(2);

  /** A module is updated, and its last users have loaded the page anew after so long. */
  static final Duration UPDATE = Duration.ofDays(7);

  /** Of fewer events no share is judged. */
  static final int FEW = 20;

  private static final double ALMOST_NONE = 0.01;
  private static final double SOME = 0.1;
  private static final double HALF = 0.5;
  private static final double MOST = 0.8;

  private final Findings found;
  private final Figures lately;
  private final List<Advice> advice = new ArrayList<>();

  private Advisor(Findings found) {
    this.found = found;
    this.lately = found.lately();
  }

  static List<Advice> advise(Findings found) {
    Advisor advisor = new Advisor(found);
    advisor.arrival();
    advisor.refusals();
    advisor.users();
    advisor.software();
    advisor.catalog();
    advisor.maintenance();
    return advisor.advice.stream().sorted(Comparator.comparing(Advice::level)).toList();
  }

  private void arrival() {
    Instant last = found.lastEvent();
    boolean refused = Figures.sum(lately.rejected()) + Figures.sum(lately.dropped()) > 0;
    if (last == null && !refused) {
      add(
          "no-events",
          ERROR,
          "Nothing has arrived from this portal.",
          "Install the module in the portal and register its API factory; look in the browser's"
              + " network view for the calls that it makes, and what they are answered.");
    } else if (last != null && last.isBefore(found.now().minus(SILENCE)) && !refused) {
      add(
          "silent",
          ERROR,
          "Nothing has arrived since " + day(last) + ".",
          "Is the module's API factory still registered, is its setting debug on (then events go"
              + " to the browser's console only), does the portal still reach this server, is its"
              + " token still valid?");
    }
  }

  private void refusals() {
    long rejected = Figures.sum(lately.rejected());
    long dropped = Figures.sum(lately.dropped());
    long all = lately.accepted() + rejected + dropped;
    if (rejected > 0 && lately.accepted() == 0) {
      add("all-rejected", ERROR, "All events since yesterday were wrong.", mend(rejected));
    } else if (rejected > all * ALMOST_NONE) {
      add(
          "rejected",
          WARNING,
          percent(rejected, all) + " of the events since yesterday were wrong.",
          mend(rejected));
    }
    if (dropped > all * HALF) {
      add(
          "dropped",
          lately.accepted() == 0 ? ERROR : WARNING,
          percent(dropped, all) + " of the events since yesterday were not wanted.",
          want(most(lately.dropped())));
    }
    if (lately.late() > lately.accepted() * SOME) {
      add(
          "late",
          INFO,
          percent(lately.late(), lately.accepted())
              + " of the events since yesterday arrived more than an hour after they happened.",
          "Nothing, when somebody sent older events on purpose. Else look at the sender's flush"
              + " interval, and at what kept it from sending.");
    }
  }

  private String mend(long rejected) {
    String reason = most(lately.rejected());
    String what =
        switch (reason) {
          case "too_old" -> "they are older than events are kept. Send them sooner, or keep longer";
          case "too_large", "too_deep", "too_many_fields" ->
              "they are larger than an event may be. Leave out what is not needed";
          case "bad_timestamp" -> "their time is none. Send ISO 8601 with an offset";
          default -> "the answer to each batch says which of its events, and what is wrong";
        };
    return "Mostly %s (%d of %d): %s."
        .formatted(reason, Objects.requireNonNull(lately.rejected().get(reason)), rejected, what);
  }

  private static String want(String reason) {
    String what =
        switch (reason) {
          case "bot" ->
              "known bots and driven browsers sent them. If those are a test's that shall count,"
                  + " set housecount.noise.bots=false";
          case "excluded_host" ->
              "compare housecount.noise.hosts and housecount.noise.only-hosts with the portal's"
                  + " address";
          case "excluded_user" -> "they are of users in housecount.noise.users";
          case "excluded_environment" ->
              "compare housecount.noise.environments with what the portal calls its own";
          default -> "their users opted out or were erased";
        };
    return "Mostly %s: %s.".formatted(reason, what);
  }

  private void users() {
    Findings.Share sample = found.sample();
    if (sample.recent() >= FEW && sample.recentWithUser() == 0) {
      add(
          "no-users",
          ERROR,
          "No users arrive: none of the newest events names one, so nobody is counted.",
          "Set sendUser in the module's configuration, or let it send the users' own tokens.");
    } else if (sample.recent() >= FEW && sample.recentWithUser() < sample.recent() * HALF) {
      add(
          "few-users",
          WARNING,
          "Only %s of the newest events name a user."
              .formatted(percent(sample.recentWithUser(), sample.recent())),
          "Is sendUser set everywhere, and do people sign in before they use the portal?");
    }
    Double known = found.knownToCatalog();
    if (known != null && known < MOST) {
      add(
          "users-unknown",
          WARNING,
          "The catalog knows only %d %% of the newest events' users."
              .formatted(Math.round(known * 100)),
          "Compare the entity refs that sign-in gives with the users in the catalog (namespace,"
              + " spelling), and push all users: who is unknown is in no team and in no adoption.");
    }
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
          "The catalog is as of " + day(asOf) + ".",
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
              : "No maintenance has run since " + day(last.at()) + ".",
          "On AWS look at the schedule and its alarm, elsewhere at"
              + " housecount.maintenance.interval: erasures wait for it.");
    } else if (!last.failed().isEmpty()) {
      add(
          "maintenance-failed",
          ERROR,
          "The last maintenance failed: "
              + last.failed().stream().collect(Collectors.joining(", "))
              + ".",
          "The server's log says why, in lines that begin with \"maintenance:\".");
    }
  }

  private void add(String code, Advice.Level level, String text, String todo) {
    advice.add(new Advice(code, level, text, todo));
  }

  /** Which reason most have; of equal ones the first by name. */
  private static String most(Map<String, Long> byReason) {
    return byReason.entrySet().stream()
        .max(
            Map.Entry.<String, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElseThrow();
  }

  private static String percent(long part, long all) {
    long percent = Math.round(part * 100.0 / all);
    return percent == 0 && part > 0 ? "Less than 1 %" : percent + " %";
  }

  private String day(Instant time) {
    LocalDate date = LocalDate.ofInstant(time, found.zone());
    DayOfWeek day = date.getDayOfWeek();
    return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH) + ", " + date;
  }
}
