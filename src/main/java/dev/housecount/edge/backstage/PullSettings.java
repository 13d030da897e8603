package dev.housecount.edge.backstage;

import java.time.Duration;
import java.util.List;

/**
 * What is pulled, and when.
 *
 * @param portal the name under which the catalog is kept
 * @param interval from the beginning of one pull to that of the next
 * @param totalUsers the total-users filter as the catalog's parameter {@code filter}, a branch each
 */
public record PullSettings(String portal, Duration interval, List<String> totalUsers) {
  public PullSettings {
    totalUsers = List.copyOf(totalUsers);
    if (interval.isNegative() || interval.isZero()) {
      throw new IllegalArgumentException("housecount.catalog.pull.interval is above zero");
    }
  }
}
