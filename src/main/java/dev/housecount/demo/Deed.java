package dev.housecount.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did, as the one knows it who made it up: the truth behind the events.
 *
 * @param user null for who is not named
 * @param name a page's path, a term, a template's ref
 * @param detail a visit's plugin, a search's {@code productive}, {@code zero} or {@code unknown}, a
 *     run's last status; null where there is none
 */
public record Deed(
    Kind kind, Instant at, @Nullable String user, String name, @Nullable String detail) {
  /** Of deeds. */
  public enum Kind {
    VISIT,
    SEARCH,
    RUN
  }
}
