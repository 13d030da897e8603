package dev.housecount.insights;

import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a report is asked.
 *
 * @param zone whose days
 * @param previous the days to compare with, as many; null for none
 * @param grain null where the report is no time series
 * @param limit rows at most, 1 or more
 * @param sort a column; null for the first count
 * @param options parameters that are given as other than their default: {@link Parameter#VISITED},
 *     {@link Parameter#READ}, {@link Parameter#ZERO} and {@link Parameter#STEPS}
 */
public record Question(
    Days days,
    ZoneId zone,
    @Nullable Days previous,
    Filter filter,
    @Nullable Grain grain,
    int limit,
    @Nullable String sort,
    Set<Parameter> options) {
  public static final int DEFAULT_LIMIT = 100;
  public static final int MAX_LIMIT = 10_000;

  /** The longest range, in days. */
  public static final int MAX_DAYS = 1_000;

  public Question {
    options = Set.copyOf(options);
  }

  /** The grain of a time series. */
  public Grain series() {
    return grain == null ? Grain.DAY : grain;
  }

  /** The same about other days, compared with others or none. */
  public Question about(Days other, @Nullable Days compared) {
    return new Question(other, zone, compared, filter, grain, limit, sort, options);
  }

  boolean has(Parameter option) {
    return options.contains(option);
  }
}
