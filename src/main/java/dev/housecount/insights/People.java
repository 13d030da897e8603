package dev.housecount.insights;

import dev.housecount.rollup.Who;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** Figures that many reports have. */
final class People {
  private People() {}

  /** Everybody behind a row, each once. */
  static <T> Figure<T> figure(String name, String definition, Function<T, Who> who) {
    return new Figure<>(
        Column.people(name, definition), done -> (long) Activity.people(done, who).size());
  }

  /** How many of what was done. */
  static <T> Figure<T> count(String name, String unit, String definition, Predicate<T> condition) {
    return new Figure<>(
        Column.count(name, unit, definition), done -> done.stream().filter(condition).count());
  }

  /** How often it was done. */
  static <T> Figure<T> times(String name, String unit, String definition, ToIntFunction<T> times) {
    return new Figure<>(Column.count(name, unit, definition), done -> times(done, times));
  }

  /** The sum of how often each was done. */
  static <T> long times(Collection<T> done, ToIntFunction<T> times) {
    return done.stream().mapToLong(times::applyAsInt).sum();
  }

  static <T> long count(Collection<T> done, Predicate<T> condition) {
    return done.stream().filter(condition).count();
  }
}
