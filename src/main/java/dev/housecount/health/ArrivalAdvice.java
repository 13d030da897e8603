package dev.housecount.health;

import static dev.housecount.health.Advice.Level.ERROR;
import static dev.housecount.health.Advice.Level.INFO;
import static dev.housecount.health.Advice.Level.WARNING;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** About what arrives, and what of it is taken. */
final class ArrivalAdvice {
  /** A weekend and half a day. */
  static final Duration SILENCE = Duration.ofHours(60);

  private static final double ALMOST_NONE = 0.01;

  private static final double SOME = 0.1;

  private static final double HALF = 0.5;

  private final Findings found;
  private final Figures lately;
  private final List<Advice> advice = new ArrayList<>();

  private ArrivalAdvice(Findings found) {
    this.found = found;
    this.lately = found.lately();
  }

  static List<Advice> of(Findings found) {
    ArrivalAdvice all = new ArrivalAdvice(found);
    all.arrival();
    all.refusals();
    return all.advice;
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
          "Nothing has arrived since " + Wording.day(last, found.zone()) + ".",
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
          Wording.percent(rejected, all) + " of the events since yesterday were wrong.",
          mend(rejected));
    }
    if (dropped > all * HALF) {
      add(
          "dropped",
          lately.accepted() == 0 ? ERROR : WARNING,
          Wording.percent(dropped, all) + " of the events since yesterday were not wanted.",
          want(most(lately.dropped())));
    }
    if (lately.late() > lately.accepted() * SOME) {
      add(
          "late",
          INFO,
          Wording.percent(lately.late(), lately.accepted())
              + " of the events since yesterday arrived more than an hour after they happened.",
          "Look at the sender's flush interval, and at what kept it from sending. Who sends older"
              + " events on purpose says so in their batches (backfill: true).");
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
}
