package dev.housecount.scrub;

import dev.housecount.event.CanonicalText;
import dev.housecount.event.EventId;
import dev.housecount.event.RawEvent;
import dev.housecount.keys.KeyedHash;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
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
    return new CanonicalText()
        .append(String.valueOf(event.user()))
        .append(String.valueOf(event.sessionId()))
        .append(event.action())
        .append(event.subject())
        .append(String.valueOf(event.value()))
        .append(event.attributes())
        .append(event.context())
        .toString();
  }
}
