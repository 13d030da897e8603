package dev.housecount.sealed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thing as it is stored.
 *
 * @param who the ordinal of a user; {@link #NOBODY} where none is named
 * @param time as {@link Section#time}
 * @param words all of one section have so many
 * @param numbers all of one section have so many
 */
record Row(int who, long time, List<@Nullable String> words, List<@Nullable Double> numbers) {
  /** A session without a user. */
  static final int NOBODY = -1;
}
