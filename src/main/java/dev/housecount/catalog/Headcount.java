package dev.housecount.catalog;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How many people there were at the end of a day; of today, now.
 *
 * @param date in the portal's zone
 * @param totalUsers whom the total-users filter takes
 * @param members those of them who are in the team; null where no team was asked for
 */
public record Headcount(LocalDate date, int totalUsers, @Nullable Integer members) {}
