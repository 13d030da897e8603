package dev.housecount.collect;

import dev.housecount.event.FieldValue;
import dev.housecount.event.RawEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one element of a batch. Four dialects differ in where they put what Backstage's own event
 * does not have (user, time, session): beside an inner {@code event}, in the context, or in the
 * event.
 */
public final class EventDecoder {
  /** Why an element is no event. */
  public static final class RejectedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final RejectionReason reason;

    public RejectedException(RejectionReason reason) {
      super(reason.code());
      this.reason = reason;
    }

    public RejectionReason reason() {
      return reason;
    }
  }

  private static final Set<String> APART = Set.of("userName", "userId", "timestamp");

  private final Map<?, ?> event;
  private final Map<?, ?> outer;

  private EventDecoder(Map<?, ?> event, Map<?, ?> outer) {
    this.event = event;
    this.outer = outer;
  }

  public static RawEvent decode(Map<?, ?> element) throws RejectedException {
    if (!element.containsKey("action") && element.containsKey("event")) {
      if (!(element.get("event") instanceof Map<?, ?> inner)) {
        throw new RejectedException(RejectionReason.NOT_AN_EVENT);
      }
      return new EventDecoder(inner, element).decode();
    }
    return new EventDecoder(element, element).decode();
  }

  private RawEvent decode() throws RejectedException {
    String action = text(event.get("action"), RejectionReason.BAD_ACTION);
    if (action == null || action.isBlank()) {
      throw new RejectedException(RejectionReason.BAD_ACTION);
    }
    String subject = text(event.get("subject"), RejectionReason.BAD_SUBJECT);
    if (subject == null) {
      subject = text(event.get("pathname"), RejectionReason.BAD_SUBJECT);
    }
    if (subject == null) {
      throw new RejectedException(RejectionReason.BAD_SUBJECT);
    }
    Map<String, FieldValue> attributes =
        fields(event.get("attributes"), RejectionReason.BAD_ATTRIBUTES);
    Map<String, FieldValue> context = fields(event.get("context"), RejectionReason.BAD_CONTEXT);
    adopt("pluginId", context, RejectionReason.BAD_CONTEXT);
    adopt("pathname", context, RejectionReason.BAD_CONTEXT);
    String user =
        firstText(
            RejectionReason.BAD_USER, outer.get("user"), formerUser(), context.get("userName"));
    String session =
        firstText(RejectionReason.BAD_SESSION, outer.get("sessionId"), event.get("sessionId"));
    Instant timestamp = timestamp(context);
    String id = firstText(RejectionReason.BAD_ID, event.get("id"), outer.get("id"));
    // Who and when are no part of the context: they have fields of their own.
    context.keySet().removeAll(APART);
    return new RawEvent(
        id,
        action,
        subject,
        value(event.get("value")),
        attributes,
        context,
        user,
        session,
        timestamp);
  }

  /** Where the generic module had the user's entity ref until its version 0.0.27. */
  private @Nullable Object formerUser() {
    return outer == event ? null : outer.get("userId");
  }

  /** CodeVerse puts into the event what Backstage has in the context. */
  private void adopt(String key, Map<String, FieldValue> context, RejectionReason reason)
      throws RejectedException {
    String text = text(event.get(key), reason);
    if (text != null) {
      context.putIfAbsent(key, new FieldValue.Text(text));
    }
  }

  private @Nullable Instant timestamp(Map<String, FieldValue> context) throws RejectedException {
    Object sent = outer.get("timestamp");
    if (sent == null) {
      sent = event.get("timestamp");
    }
    if (sent == null && context.get("timestamp") != null) {
      sent = context.get("timestamp").toPlain();
    }
    try {
      return sent == null ? null : Timestamps.parse(sent);
    } catch (IllegalArgumentException e) {
      throw new RejectedException(RejectionReason.BAD_TIMESTAMP);
    }
  }

  private static @Nullable Double value(@Nullable Object value) throws RejectedException {
    if (value == null) {
      return null;
    }
    if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
      return number.doubleValue();
    }
    throw new RejectedException(RejectionReason.BAD_VALUE);
  }

  private static @Nullable String firstText(RejectionReason reason, @Nullable Object... candidates)
      throws RejectedException {
    for (Object candidate : candidates) {
      Object plain = candidate instanceof FieldValue field ? field.toPlain() : candidate;
      String text = text(plain, reason);
      if (text != null && !text.isBlank()) {
        return text;
      }
    }
    return null;
  }

  private static @Nullable String text(@Nullable Object value, RejectionReason reason)
      throws RejectedException {
    if (value == null) {
      return null;
    }
    if (value instanceof String text) {
      return text;
    }
    throw new RejectedException(reason);
  }

  private static Map<String, FieldValue> fields(@Nullable Object value, RejectionReason reason)
      throws RejectedException {
    if (value == null) {
      return new HashMap<>();
    }
    if (!(value instanceof Map<?, ?> map)) {
      throw new RejectedException(reason);
    }
    try {
      return FieldValue.fieldsOfPlain(map);
    } catch (IllegalArgumentException e) {
      throw new RejectedException(RejectionReason.BAD_NUMBER);
    }
  }
}
