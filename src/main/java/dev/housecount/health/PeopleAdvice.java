package dev.housecount.health;

import static dev.housecount.health.Advice.Level.ERROR;
import static dev.housecount.health.Advice.Level.WARNING;

import dev.housecount.recognition.KnownPeople;
import java.util.ArrayList;
import java.util.List;

/** About who is named, and whether the catalog knows them. */
final class PeopleAdvice {
  /** Of fewer events no share is judged. */
  static final int FEW = 20;

  private static final double HALF = 0.5;

  private static final double MOST = 0.8;

  private final Findings found;
  private final List<Advice> advice = new ArrayList<>();

  private PeopleAdvice(Findings found) {
    this.found = found;
  }

  static List<Advice> of(Findings found) {
    PeopleAdvice all = new PeopleAdvice(found);
    all.users();
    all.people();
    return all.advice;
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
              .formatted(Wording.percent(sample.recentWithUser(), sample.recent())),
          "Is sendUser set everywhere, and do people sign in before they use the portal?");
    }
    // However few they are: a new portal has its guest only, and shows no figure of it.
    if (sample.recentGuests() > 0 && sample.recentGuests() == sample.recentWithUser()) {
      add(
          "only-guests",
          WARNING,
          "Everybody comes as a guest, and guests are not counted: their visits are, nobody is.",
          "Let people sign in as users of the catalog. To try it without a provider, let"
              + " auth.providers.guest.userEntityRef in Backstage's configuration name one, other"
              + " than guest.");
    }
  }

  private void people() {
    KnownPeople last = found.people();
    KnownPeople.Jump jump = last == null ? null : last.jump();
    Double known = found.knownToCatalog();
    if (last != null && jump != null) {
      add(
          "users-jump",
          ERROR,
          "Since %s the catalog does not know many people: %d of %d by the last look."
              .formatted(
                  Wording.day(jump.since(), found.zone()),
                  last.count().unknown(),
                  last.count().people()),
          "Did the sign-in resolver change, or does the catalog miss people? Compare the"
              + " userEntityRef on Backstage's settings page with the users of the catalog.");
    } else if (known != null && known < MOST) {
      add(
          "users-unknown",
          WARNING,
          "The catalog knows only %d %% of the newest events' users."
              .formatted(Math.round(known * 100)),
          "Compare the entity refs that sign-in gives with the users in the catalog (namespace,"
              + " spelling), and push all users: who is unknown is in no team and in no adoption.");
    }
  }

  private void add(String code, Advice.Level level, String text, String todo) {
    advice.add(new Advice(code, level, text, todo));
  }
}
