package dev.housecount.store;

import java.time.Duration;

/**
 * How long what was computed of events is kept.
 *
 * @param people figures with the people behind them; never longer than events are kept
 * @param counts figures by day, week and month, without anybody in them
 */
public record InsightsRetention(Duration people, Duration counts) {
  public InsightsRetention {
    Duration day = Duration.ofDays(1);
    if (people.compareTo(day) < 0 || counts.compareTo(day) < 0) {
      throw new IllegalArgumentException("retention is at least one day");
    }
  }
}
