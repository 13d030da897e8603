package dev.housecount.event;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An analytics event as its sender wrote it, whatever the dialect. Holds personal data: it is never
 * stored, logged or counted.
 *
 * @param id the sender's, if it gave one
 * @param action what was done, not empty
 * @param subject what it was done to, may be empty
 * @param value finite; absent is not 0
 * @param user an entity ref as sent
 * @param timestamp the sender's clock
 */
public record RawEvent(
    @Nullable String id,
    String action,
    String subject,
    @Nullable Double value,
    Map<String, FieldValue> attributes,
    Map<String, FieldValue> context,
    @Nullable String user,
    @Nullable String sessionId,
    @Nullable Instant timestamp) {

  /** The same event, by this user, or by nobody. */
  public RawEvent by(@Nullable String user) {
    return new RawEvent(
        id, action, subject, value, attributes, context, user, sessionId, timestamp);
  }

  /** Says nothing of the content, so that a careless log line leaks nothing. */
  @Override
  public String toString() {
    return "RawEvent[...]";
  }
}
