package dev.housecount.insights;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a row, and how it follows from what was done.
 *
 * @param of mostly {@code Long} or {@code Double}; null where there is none
 */
record Figure<T>(Column column, Function<List<T>, @Nullable Object> of) {}
