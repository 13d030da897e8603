package dev.housecount.insights;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Periods one after another, to count in: there may be many of them, and much in each. */
final class Periods {
  private final NavigableMap<Instant, Period> byBegin = new TreeMap<>();

  Periods(List<Period> periods) {
    periods.forEach(period -> byBegin.put(period.from(), period));
  }

  /** How often something was done in each period in which it was, oldest first. */
  <T> Map<Period, Long> count(List<T> done, Function<T, Instant> at) {
    Map<Period, Long> counts = new TreeMap<>(Comparator.comparing(Period::from));
    for (T one : done) {
      Instant time = at.apply(one);
      Map.Entry<Instant, Period> last = byBegin.floorEntry(time);
      if (last != null && last.getValue().has(time)) {
        counts.merge(last.getValue(), 1L, Long::sum);
      }
    }
    return counts;
  }
}
