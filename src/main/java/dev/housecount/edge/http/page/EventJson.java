package dev.housecount.edge.http.page;

import dev.housecount.catalog.EntityFacts;
import dev.housecount.edge.http.problem.Json;
import dev.housecount.event.EntityRef;
import dev.housecount.event.FieldValue;
import dev.housecount.event.HydratedEvent;
import dev.housecount.event.ScrubbedEvent;
import dev.housecount.query.FoundEvent;
import dev.housecount.query.Known;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes an event under the names under which it was sent, whatever the dialect. */
public final class EventJson {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private EventJson() {}

  public static String write(FoundEvent event) {
    return Json.write(fields(event));
  }

  public static String time(Instant time) {
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
    putKnown(fields, found.known());
    putPresent(fields, "mark", found.mark() == null ? null : found.mark().code());
    putPresent(fields, "moduleVersion", hydrated.versions().module());
    putPresent(fields, "backstageVersion", hydrated.versions().backstage());
    return fields;
  }

  private static void putKnown(Map<String, Object> fields, Known known) {
    if (known.entity() != null) {
      fields.put("entity", entity(known.entity()));
    }
    if (known.groups() != null) {
      fields.put("groups", texts(known.groups()));
    }
    if (known.identity() != null) {
      fields.put("identity", FieldValue.plainOf(known.identity()));
    }
  }

  private static Map<String, Object> entity(EntityFacts entity) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("ref", entity.ref().toString());
    members.put("kind", entity.ref().kind());
    members.put("namespace", entity.ref().namespace());
    putPresent(members, "type", entity.type());
    putPresent(members, "lifecycle", entity.lifecycle());
    putPresent(members, "owner", entity.owner());
    putPresent(members, "title", entity.title());
    members.put("fields", FieldValue.plainOf(entity.fields()));
    return members;
  }

  static List<String> texts(List<EntityRef> refs) {
    return refs.stream().map(EntityRef::toString).toList();
  }

  private static void putPresent(Map<String, Object> fields, String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value.toString());
    }
  }
}
