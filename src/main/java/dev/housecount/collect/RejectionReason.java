package dev.housecount.collect;

import java.util.Locale;

/**
 * Why an event was not taken. The codes are part of the API: new ones may come, none changes. The
 * details are for people and may change.
 */
public enum RejectionReason {
  NOT_AN_EVENT("The element of the batch is no JSON object, or an envelope without its event."),
  BAD_ACTION("\"action\" is missing, empty or no string."),
  BAD_SUBJECT("\"subject\" is missing or no string."),
  BAD_VALUE("\"value\" is no finite number."),
  BAD_ATTRIBUTES("\"attributes\" is no object."),
  BAD_CONTEXT("\"context\" is no object."),
  BAD_ID("\"id\" is no string."),
  BAD_USER("\"user\" is no string."),
  BAD_SESSION("\"sessionId\" is no string."),
  BAD_TIMESTAMP("\"timestamp\" is neither ISO 8601 with an offset nor a number since 1970."),
  BAD_NUMBER("A number is too large or has too many digits."),
  TOO_DEEP("The event is nested more deeply than the limit."),
  TOO_MANY_FIELDS("The event has more members and elements than the limit."),
  TOO_LARGE("A text, or the event as a whole, is larger than the limit."),
  TOO_OLD("The event is older than its retention."),
  BOT("A known bot sent it; not an error.", true),
  EXCLUDED_HOST("It is from a host whose events are not to count; not an error.", true),
  EXCLUDED_USER("It is of a user whose events are not to count; not an error.", true),
  EXCLUDED_ENVIRONMENT(
      "It is from an environment whose events are not to count; not an error.", true),
  OPTED_OUT("Its user opted out; not an error.", true),
  ERASED("It happened before everything about its user was erased; not an error.", true);

  private final String detail;
  private final boolean noise;

  RejectionReason(String detail) {
    this(detail, false);
  }

  RejectionReason(String detail, boolean noise) {
    this.detail = detail;
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

  /** What is wrong, for a person. */
  public String detail() {
    return detail;
  }
}
