package dev.housecount.query;

import dev.housecount.event.EntityRef;
import dev.housecount.event.HydratedEvent;
import dev.housecount.event.Pseudonym;
import dev.housecount.event.ScrubbedEvent;
import dev.housecount.noise.Mark;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which events are asked for; null asks for any.
 *
 * @param portal the portal that sent it
 * @param subject exact, or a prefix when it ends with {@code *}
 * @param pluginId as hydrated, or as sent
 * @param marked true for events with a mark, false for those without
 */
public record EventFilter(
    @Nullable String portal,
    @Nullable String action,
    @Nullable String subject,
    @Nullable String pluginId,
    @Nullable Pseudonym user,
    @Nullable EntityRef entity,
    @Nullable Boolean marked) {
  /** Asks for everything. */
  public static final EventFilter ANY = new EventFilter(null, null, null, null, null, null, null);

  boolean matches(HydratedEvent hydrated) {
    ScrubbedEvent event = hydrated.event();
    return (portal == null || portal.equals(hydrated.portal()))
        && (action == null || action.equals(event.action()))
        && (subject == null || matchesSubject(subject, event.subject()))
        && (pluginId == null
            || pluginId.equals(hydrated.pluginId())
            || pluginId.equals(event.namedPlugin()))
        && (user == null || user.equals(event.user()))
        && (entity == null || Objects.equals(entity, hydrated.entity()));
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
