package dev.housecount.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one sender posts at once. */
public record Batch(List<DemoEvent> events, Sender sender) {
  /**
   * Who sends.
   *
   * @param moduleVersion null for who says none
   * @param backstageVersion null for who says none
   * @param userAgent null for an ordinary browser
   */
  public record Sender(
      @Nullable String moduleVersion,
      @Nullable String backstageVersion,
      @Nullable String userAgent) {}

  /** The portal's backend. */
  static final Sender BACKEND = new Sender(null, null, null);

  public Batch {
    events = List.copyOf(events);
  }

  /** Whether nothing of it is to count: a monitor sends it, and says so. */
  public boolean isOfBot() {
    return sender.userAgent() != null;
  }
}
