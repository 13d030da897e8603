package dev.housecount.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes people up: some come daily, some now and then, some never; some join, leave or give up. */
final class People {
  private final Plan plan;

  People(Plan plan) {
    this.plan = plan;
  }

  /**
   * @param number of the person, from 0 on: names repeat, numbers do not
   */
  Person hire(int number, Team home, List<String> others) {
    Dice dice = plan.dice("person", number);
    String first = Words.FIRST_NAMES.get(number % Words.FIRST_NAMES.size());
    String last = Words.LAST_NAMES.get(number * 7 / 3 % Words.LAST_NAMES.size());
    List<String> teams = new ArrayList<>(List.of(home.ref()));
    teams.addAll(others);
    return new Person(
        home.namespace(),
        "%s.%s.%d".formatted(first, last, number).toLowerCase(Locale.ROOT),
        first + " " + last,
        Country.values()[dice.weighted(60, 25, 15)],
        List.copyOf(teams),
        starts(home, dice),
        dice.chance(0.12) ? plan.at(0.3 + dice.unit() * 0.6) : null,
        dice.chance(0.04) ? plan.at(0.2 + dice.unit() * 0.75) : null,
        plan.at(dice.unit()),
        dice.chance(0.05) ? 35 : dice.between(3, 12),
        presence(dice));
  }

  private @Nullable LocalDate starts(Team home, Dice dice) {
    LocalDate joined = dice.chance(0.07) ? plan.at(dice.unit()) : plan.start();
    LocalDate since = home.since();
    if (since == null || dice.chance(0.1)) {
      return null;
    }
    int hesitation = since.equals(plan.start()) ? 0 : dice.below(10);
    return (joined.isAfter(since) ? joined : since).plusDays(hesitation);
  }

  private static double presence(Dice dice) {
    return switch (dice.weighted(15, 45, 40)) {
      case 0 -> 0.85;
      case 1 -> 0.45;
      default -> 0.12;
    };
  }
}
