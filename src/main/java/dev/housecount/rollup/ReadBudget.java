package dev.housecount.rollup;

import java.time.Duration;

/**
 * The most that is read for one answer.
 *
 * @param chunks 1 or more
 * @param time positive
 */
public record ReadBudget(int chunks, Duration time) {}
