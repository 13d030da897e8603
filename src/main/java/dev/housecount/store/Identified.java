package dev.housecount.store;

import dev.housecount.event.CanonicalText;
import dev.housecount.event.FieldValue;
import dev.housecount.event.HydratedEvent;
import dev.housecount.event.ScrubbedEvent;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * An event with what makes it the same in every request.
 *
 * @param identity one text of its id, time, session and content: what another event of its id says
 *     may not take its place
 */
record Identified(String identity, HydratedEvent hydrated) {
  /** What an event takes beside its texts, in characters; and a field of it. */
  private static final int EVENT_SIZE = 64;

  private static final int FIELD_SIZE = 8;

  static Identified of(HydratedEvent hydrated) {
    ScrubbedEvent event = hydrated.event();
    String identity =
        new CanonicalText()
            .append(event.id().value())
            .append(String.valueOf(event.time().at().toEpochMilli()))
            .append(String.valueOf(event.session()))
            .append(event.content())
            .toString();
    return new Identified(identity, hydrated);
  }

  Instant at() {
    return hydrated.event().time().at();
  }

  boolean isExact() {
    return hydrated.event().time().exact();
  }

  int place() {
    return hydrated.event().time().place();
  }

  /** About how many characters of text it has. */
  int characters() {
    ScrubbedEvent event = hydrated.event();
    int size = event.subject().length() + event.action().length() + EVENT_SIZE;
    return size + characters(event.attributes()) + characters(event.context());
  }

  private static int characters(Map<String, FieldValue> fields) {
    int size = 0;
    for (Map.Entry<String, FieldValue> field : fields.entrySet()) {
      size += field.getKey().length() + characters(field.getValue()) + FIELD_SIZE;
    }
    return size;
  }

  private static int characters(FieldValue value) {
    return value instanceof FieldValue.Text text
        ? text.value().length()
        : Objects.toString(value.toPlain()).length();
  }
}
