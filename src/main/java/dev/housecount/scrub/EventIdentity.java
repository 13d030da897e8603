package dev.housecount.scrub;

import dev.housecount.event.EventId;
import dev.housecount.event.FieldValue;
import dev.housecount.event.RawEvent;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Derives the id of an event whose sender gave none, from what a resend repeats: a resent event
 * gets the same id, also when it is mixed with new ones. The id has the form of a UUIDv7 (RFC
 * 9562): the time in front, 74 bits of a keyed hash behind.
 */
public final class EventIdentity {
  /**
   * Events without a time cannot be told from resends of each other. Within such a window of
   * receipt they are taken for resends, across two windows for new events.
   */
  public static final Duration UNTIMED_WINDOW = Duration.ofMinutes(5);

  private final KeyedHash hash;

  public EventIdentity(byte[] secret) {
    this.hash = new KeyedHash(secret, "event");
  }

  /**
   * @param receivedAt when the event arrived; matters only where it has no timestamp
   * @param repetition how many equal events precede it in its batch; matters only without timestamp
   * @param sender keeps apart anonymous senders of events without timestamp
   */
  EventId derive(RawEvent event, Instant receivedAt, int repetition, String sender) {
    Instant sent = event.timestamp();
    String time = sent == null ? "untimed" : String.valueOf(sent.toEpochMilli());
    long millis =
        sent == null
            ? receivedAt.toEpochMilli() / UNTIMED_WINDOW.toMillis() * UNTIMED_WINDOW.toMillis()
            : sent.toEpochMilli();
    byte[] digest =
        hash.hash(
            content(event), time, sent == null ? millis + "/" + repetition + "/" + sender : "");
    ByteBuffer bits = ByteBuffer.wrap(digest);
    long high = (millis << 16) | 0x7000 | (bits.getShort() & 0x0fff);
    long low = (bits.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new EventId(new UUID(high, low).toString());
  }

  /** Stands for an id that the sender gave but that may not be kept as it is. */
  EventId replace(String senderId) {
    return new EventId(UUID.nameUUIDFromBytes(hash.hash("sender-id", senderId)).toString());
  }

  /** All that tells two events apart but their time; equal for equal events in any key order. */
  static String content(RawEvent event) {
    StringBuilder text = new StringBuilder();
    for (String part :
        new String[] {
          String.valueOf(event.user()),
          String.valueOf(event.sessionId()),
          event.action(),
          event.subject(),
          String.valueOf(event.value()),
          canonical(event.attributes()),
          canonical(event.context())
        }) {
      text.append(part.length()).append(':').append(part);
    }
    return text.toString();
  }

  private static String canonical(Map<String, FieldValue> fields) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(fields)
        .forEach(
            (key, value) -> {
              String shown =
                  value instanceof FieldValue.Fields nested
                      ? canonical(nested.values())
                      : String.valueOf(value.toPlain());
              text.append(key.length()).append(':').append(key);
              text.append(shown.length()).append(':').append(shown);
            });
    return text.toString();
  }
}
