package dev.housecount.counts;

import dev.housecount.insights.Days;
import dev.housecount.insights.Grain;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole day, week or month of the portal's zone: what counts are kept of.
 *
 * @param grain no hour
 */
record Whole(Grain grain, Days days) {
  /** Of which counts are kept. */
  static final List<Grain> GRAINS = List.of(Grain.DAY, Grain.WEEK, Grain.MONTH);

  /** The one that these days are; null when they are none. */
  static @Nullable Whole of(Days days) {
    return GRAINS.stream()
        .filter(grain -> grain.whole(days.from()).equals(days))
        .map(grain -> new Whole(grain, days))
        .findFirst()
        .orElse(null);
  }

  /** All that end behind a date and not behind another one, those first that end first. */
  static List<Whole> ending(LocalDate after, LocalDate until) {
    List<Whole> all = new ArrayList<>();
    for (Grain grain : GRAINS) {
      Days days = grain.whole(after);
      while (!days.to().isAfter(until)) {
        all.add(new Whole(grain, days));
        days = grain.whole(days.to());
      }
    }
    all.sort(Comparator.comparing((Whole whole) -> whole.days().to()));
    return all;
  }
}
