package dev.housecount.query;

import dev.housecount.event.EntityRef;
import dev.housecount.event.HydratedEvent;
import dev.housecount.event.Pseudonym;
import dev.housecount.event.ScrubbedEvent;
import dev.housecount.hydrate.Place;
import dev.housecount.hydrate.Places;
import dev.housecount.marks.Mark;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which events are asked for; null asks for any.
 *
 * @param portal the portal that sent it
 * @param subject exact, or a prefix when it ends with {@code *}
 * @param pluginId of the event's place; {@code app} and {@code root} ask for what was reported of
 *     the app as a whole and has no plugin
 * @param section of the event's place
 * @param marked true for events with a mark, false for those without
 * @param catalog by what the catalog said at the event's time
 */
public record EventFilter(
    @Nullable String portal,
    @Nullable String action,
    @Nullable String subject,
    @Nullable String pluginId,
    @Nullable String section,
    @Nullable Pseudonym user,
    @Nullable EntityRef entity,
    @Nullable Boolean marked,
    CatalogFilter catalog) {
  /** Asks for everything. */
  public static final EventFilter ANY =
      new EventFilter(null, null, null, null, null, null, null, null);

  /** Whatever the catalog says. */
  public EventFilter(
      @Nullable String portal,
      @Nullable String action,
      @Nullable String subject,
      @Nullable String pluginId,
      @Nullable String section,
      @Nullable Pseudonym user,
      @Nullable EntityRef entity,
      @Nullable Boolean marked) {
    this(portal, action, subject, pluginId, section, user, entity, marked, CatalogFilter.ANY);
  }

  /** Without the catalog: that is asked about what is otherwise certain, see {@link Join}. */
  boolean matches(HydratedEvent hydrated, Places places) {
    ScrubbedEvent event = hydrated.event();
    return (portal == null || portal.equals(hydrated.portal()))
        && (action == null || action.equals(event.action()))
        && (subject == null || matchesSubject(subject, event.subject()))
        && (user == null || user.equals(event.user()))
        && (entity == null || Objects.equals(entity, hydrated.entity()))
        && ((pluginId == null && section == null) || matches(event, places.of(event)));
  }

  private boolean matches(ScrubbedEvent event, Place place) {
    String plugin =
        place.plugin() == null && event.namesGenericPlugin() ? event.namedPlugin() : place.plugin();
    return (pluginId == null || pluginId.equals(plugin))
        && (section == null || section.equals(place.section()));
  }

  boolean matches(@Nullable Mark mark) {
    return marked == null || marked == (mark != null);
  }

  private static boolean matchesSubject(String pattern, String subject) {
    return pattern.endsWith("*")
        ? subject.startsWith(pattern.substring(0, pattern.length() - 1))
        : subject.equals(pattern);
  }
}
