package dev.housecount.http;

import dev.housecount.event.FieldValue;
import dev.housecount.event.HydratedEvent;
import dev.housecount.event.ScrubbedEvent;
import dev.housecount.query.FoundEvent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes an event under the names under which it was sent, whatever the dialect. */
final class EventJson {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private EventJson() {}

  static String write(FoundEvent event) {
    return Json.write(fields(event));
  }

  static String time(Instant time) {
    return TIME.format(time);
  }

  private static Map<String, Object> fields(FoundEvent found) {
    HydratedEvent hydrated = found.event();
    ScrubbedEvent event = hydrated.event();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", event.id().value());
    fields.put("timestamp", time(event.time().at()));
    fields.put("action", event.action());
    fields.put("subject", event.subject());
    if (event.value() != null) {
      fields.put("value", new FieldValue.Num(event.value()).number());
    }
    fields.put("attributes", FieldValue.plainOf(event.attributes()));
    fields.put("context", FieldValue.plainOf(event.context()));
    putPresent(fields, "user", event.user());
    putPresent(fields, "sessionId", event.session());
    fields.put("portal", hydrated.portal());
    putPresent(fields, "pluginId", found.place().plugin());
    putPresent(fields, "section", found.place().section());
    putPresent(fields, "entityRef", hydrated.entity());
    putPresent(fields, "mark", found.mark() == null ? null : found.mark().code());
    putPresent(fields, "moduleVersion", hydrated.versions().module());
    putPresent(fields, "backstageVersion", hydrated.versions().backstage());
    return fields;
  }

  private static void putPresent(Map<String, Object> fields, String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value.toString());
    }
  }
}
