package dev.housecount.event;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An event without personal data: text is scrubbed, user and session are pseudonyms.
 *
 * @param value finite; absent is not 0
 * @param user null when the sender named none
 * @param session null when the sender named none
 */
public record ScrubbedEvent(
    EventId id,
    EventTime time,
    String action,
    String subject,
    @Nullable Double value,
    Map<String, FieldValue> attributes,
    Map<String, FieldValue> context,
    @Nullable Pseudonym user,
    @Nullable Pseudonym session) {
  /** What Backstage reports for a page without a route ref (new system, old system). */
  private static final Set<String> GENERIC_PLUGINS = Set.of("app", "root");

  /** The plugin that the event itself names. */
  public @Nullable String namedPlugin() {
    return FieldValue.text(context, "pluginId");
  }

  /** Whether the event names the app as a whole where a plugin belongs. */
  public boolean namesGenericPlugin() {
    String named = namedPlugin();
    return named != null && GENERIC_PLUGINS.contains(named);
  }

  /**
   * What the event says, as one text: all but its id, its time and whose it is. Equal for equal
   * events in any order of their keys.
   */
  public String content() {
    return new CanonicalText()
        .append(action)
        .append(subject)
        .append(value == null ? "" : new FieldValue.Num(value).number().toString())
        .append(attributes)
        .append(context)
        .toString();
  }

  /** The same event at another time. */
  public ScrubbedEvent withTime(EventTime other) {
    return new ScrubbedEvent(id, other, action, subject, value, attributes, context, user, session);
  }

  /** The same event as this user's. */
  public ScrubbedEvent withUser(@Nullable Pseudonym other) {
    return withPeople(other, session);
  }

  /** The same event of this user in this session. */
  public ScrubbedEvent withPeople(@Nullable Pseudonym one, @Nullable Pseudonym at) {
    return new ScrubbedEvent(id, time, action, subject, value, attributes, context, one, at);
  }

  /** The same event with another subject. */
  public ScrubbedEvent withSubject(String other) {
    return withTexts(other, attributes, context);
  }

  /** The same event with other texts: all that may name somebody. */
  public ScrubbedEvent withTexts(
      String about, Map<String, FieldValue> more, Map<String, FieldValue> around) {
    return new ScrubbedEvent(id, time, action, about, value, more, around, user, session);
  }

  /** The entity that the event itself names: in its context, or as route parameters. */
  public @Nullable EntityRef namedEntity() {
    String ref = FieldValue.text(context, "entityRef");
    if (ref != null) {
      return EntityRef.parse(ref, "component").orElse(null);
    }
    return routeEntity().orElse(null);
  }

  private Optional<EntityRef> routeEntity() {
    String kind = FieldValue.text(attributes, "kind");
    String namespace = FieldValue.text(attributes, "namespace");
    String name = FieldValue.text(attributes, "name");
    if (kind == null || namespace == null || name == null) {
      return Optional.empty();
    }
    return EntityRef.of(kind, namespace, name);
  }
}
