package dev.housecount.testing;

import dev.housecount.scrub.detect.FindKind;
import org.jspecify.annotations.Nullable;

/**
 * A text of the benchmark and what was planted in it.
 *
 * @param kind null where nothing was planted
 * @param start where the planted value begins; it ends before {@code end}
 */
public record PlantedText(String text, @Nullable FindKind kind, int start, int end) {
  static PlantedText clean(String text) {
    return new PlantedText(text, null, 0, 0);
  }

  static PlantedText of(FindKind kind, String before, String value, String after) {
    return new PlantedText(
        before + value + after, kind, before.length(), before.length() + value.length());
  }
}
