package dev.housecount.testing;

import dev.housecount.event.EventId;
import dev.housecount.event.EventTime;
import dev.housecount.event.FieldValue;
import dev.housecount.event.HydratedEvent;
import dev.housecount.event.RawEvent;
import dev.housecount.event.ScrubbedEvent;
import dev.housecount.event.Versions;
import dev.housecount.keys.Pseudonymizer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Short ways to an event. */
public final class Events {
  public static final Pseudonymizer PSEUDONYMS = new Pseudonymizer(Pipeline.SECRET);

  private Events() {}

  public static RawEvent raw(String action, String subject, Instant timestamp) {
    return new RawEvent(null, action, subject, null, Map.of(), Map.of(), null, null, timestamp);
  }

  public static RawEvent raw(String action, String subject, String user, Instant timestamp) {
    return new RawEvent(null, action, subject, null, Map.of(), Map.of(), user, null, timestamp);
  }

  public static RawEvent attributes(
      String action, String subject, Map<String, FieldValue> attributes) {
    return new RawEvent(null, action, subject, null, attributes, Map.of(), null, null, null);
  }

  public static RawEvent context(Map<String, FieldValue> context) {
    return new RawEvent(null, "navigate", "/", null, Map.of(), context, null, null, null);
  }

  public static HydratedEvent stored(
      String id, String action, String user, Instant at, boolean exact) {
    return stored(id, action, "/" + id, null, user, null, at, exact);
  }

  /** Null leaves out plugin, user or session. */
  public static HydratedEvent stored(
      String id,
      String action,
      String subject,
      String plugin,
      String user,
      String session,
      Instant at,
      boolean exact) {
    Map<String, FieldValue> context =
        plugin == null ? Map.of() : Map.of("pluginId", new FieldValue.Text(plugin));
    ScrubbedEvent event =
        new ScrubbedEvent(
            new EventId(id),
            new EventTime(at, exact),
            action,
            subject,
            null,
            Map.of(),
            context,
            user == null ? null : PSEUDONYMS.user(user),
            session == null ? null : PSEUDONYMS.session(session));
    return new HydratedEvent(event, HydratedEvent.DEFAULT_PORTAL, Versions.NONE, null);
  }

  /** The same event, behind so many others of its time. */
  public static HydratedEvent placed(HydratedEvent event, int place) {
    return changed(event, event.event().time().behind(place), event.event().attributes(), Map.of());
  }

  /** The same event with other attributes, and more in its context. */
  public static HydratedEvent with(
      HydratedEvent event, Map<String, String> attributes, Map<String, String> context) {
    return changed(event, event.event().time(), texts(attributes), texts(context));
  }

  /** Events of one batch: each with its place among those of its time. */
  public static List<HydratedEvent> batch(List<HydratedEvent> events) {
    Map<Instant, Integer> places = new HashMap<>();
    return events.stream()
        .map(event -> placed(event, places.merge(event.event().time().at(), 1, Integer::sum) - 1))
        .toList();
  }

  private static Map<String, FieldValue> texts(Map<String, String> texts) {
    Map<String, FieldValue> fields = new HashMap<>();
    texts.forEach((key, text) -> fields.put(key, new FieldValue.Text(text)));
    return fields;
  }

  private static HydratedEvent changed(
      HydratedEvent hydrated,
      EventTime time,
      Map<String, FieldValue> attributes,
      Map<String, FieldValue> more) {
    ScrubbedEvent event = hydrated.event();
    Map<String, FieldValue> context = new HashMap<>(event.context());
    context.putAll(more);
    ScrubbedEvent other = event.withTime(time).withTexts(event.subject(), attributes, context);
    return hydrated.withEvent(other);
  }
}
