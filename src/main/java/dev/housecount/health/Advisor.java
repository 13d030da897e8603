package dev.housecount.health;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Says what to do. Each piece of advice has a condition, and is gone when that is mended. */
final class Advisor {
  private Advisor() {}

  /** The worst first. */
  static List<Advice> advise(Findings found) {
    return Stream.of(ArrivalAdvice.of(found), PeopleAdvice.of(found), UpkeepAdvice.of(found))
        .flatMap(List::stream)
        .sorted(Comparator.comparing(Advice::level))
        .toList();
  }
}
