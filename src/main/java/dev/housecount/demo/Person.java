package dev.housecount.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may use the portal. All of them are made up.
 *
 * @param teams refs of the groups that the person is a direct member of, the first is home
 * @param starts the day of the first use, before or within the portal's days; null for never
 * @param stops the day from which the portal is not used any more; null for none
 * @param leaves the day from which the person is gone; null for who stays
 * @param away the first day of a long leave
 * @param awayDays how long it is
 * @param presence how likely the person comes on an ordinary Monday
 */
record Person(
    String namespace,
    String name,
    String displayName,
    Country country,
    List<String> teams,
    @Nullable LocalDate starts,
    @Nullable LocalDate stops,
    @Nullable LocalDate leaves,
    LocalDate away,
    int awayDays,
    double presence) {
  String ref() {
    return "user:" + namespace + "/" + name;
  }

  /** Whether a day is one on which the person may come. */
  boolean mayUse(LocalDate day) {
    return starts != null
        && !day.isBefore(starts)
        && (stops == null || day.isBefore(stops))
        && isThere(day)
        && (day.isBefore(away) || !day.isBefore(away.plusDays(awayDays)));
  }

  /** Whether the organisation has the person on a day. */
  boolean isThere(LocalDate day) {
    return leaves == null || day.isBefore(leaves);
  }
}
