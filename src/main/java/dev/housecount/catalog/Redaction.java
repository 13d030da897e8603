package dev.housecount.catalog;

import dev.housecount.event.FieldValue;
import org.jspecify.annotations.Nullable;

/** Takes what is personal or secret out of what is captured. */
@FunctionalInterface
public interface Redaction {
  /**
   * What is kept of a value.
   *
   * @param key what it is called: the last word of its path
   * @param value a text, a number or a flag
   * @return null when nothing of it may be kept
   */
  @Nullable FieldValue keep(String key, FieldValue value);
}
