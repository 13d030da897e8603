package dev.housecount.collect;

import java.util.Locale;

/** Why an event was not taken. The codes are part of the API: new ones may come, none changes. */
public enum RejectionReason {
  /** The element of the batch is no JSON object, or an envelope without its event. */
  NOT_AN_EVENT,
  /** {@code action} is missing, empty or no string. */
  BAD_ACTION,
  /** {@code subject} is missing or no string. */
  BAD_SUBJECT,
  /** {@code value} is no finite number. */
  BAD_VALUE,
  /** {@code attributes} is no object. */
  BAD_ATTRIBUTES,
  /** {@code context} is no object. */
  BAD_CONTEXT,
  /** {@code id} is empty or no string. */
  BAD_ID,
  /** {@code user} is no string. */
  BAD_USER,
  /** {@code sessionId} is no string. */
  BAD_SESSION,
  /** {@code timestamp} is neither ISO 8601 with an offset nor milliseconds since 1970. */
  BAD_TIMESTAMP,
  /** A number cannot be represented. */
  BAD_NUMBER,
  /** A text, or the event as a whole, is longer than the limit. */
  TOO_LARGE,
  /** The event is older than its retention. */
  TOO_OLD,
  /** A known bot sent it; not an error. */
  BOT(true),
  /** It is from a host whose events are not to count; not an error. */
  EXCLUDED_HOST(true),
  /** It is of a user whose events are not to count; not an error. */
  EXCLUDED_USER(true),
  /** It is from an environment whose events are not to count; not an error. */
  EXCLUDED_ENVIRONMENT(true);

  private final boolean noise;

  RejectionReason() {
    this(false);
  }

  RejectionReason(boolean noise) {
    this.noise = noise;
  }

  /** Whether the event is well-formed and only not wanted: dropped, not wrong. */
  public boolean isNoise() {
    return noise;
  }

  /** The code as it stands in an answer. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
