package dev.housecount.insights;

import dev.housecount.catalog.EntityFacts;
import dev.housecount.event.EntityRef;
import dev.housecount.event.Pseudonym;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a filter takes something: by what the catalog said at that time. */
final class Matcher {
  private final Filter filter;
  private final Directory directory;

  Matcher(Filter filter, Directory directory) {
    this.filter = filter;
    this.directory = directory;
  }

  /** Whether it was done by a member of the teams; by anybody where none is named. */
  boolean isOfTeams(Act act) {
    Pseudonym person = act.who().person();
    return filter.teams().isEmpty()
        || person != null
            && directory.isMember(
                act.who().portal(), person, act.at(), filter.teams(), filter.direct());
  }

  /** Whether the rest of the filter takes it. */
  boolean hasAttributes(Act act) {
    EntityRef entity = act.entity();
    return any(filter.plugins(), act.plugin())
        && any(filter.actions(), act.action())
        && any(filter.entities(), entity)
        && any(filter.templates(), entity)
        && any(filter.kinds(), entity == null ? null : entity.kind())
        && (!filter.asksTheCatalog()
            || entity != null
                && takesFacts(filter, directory.entity(act.who().portal(), entity, act.at())));
  }

  /** Whether a filter takes an entity of the catalog. */
  static boolean takes(Filter filter, EntityFacts facts) {
    EntityRef ref = facts.ref();
    return any(filter.entities(), ref)
        && any(filter.templates(), ref)
        && any(filter.kinds(), ref.kind())
        && takesFacts(filter, facts);
  }

  private static boolean takesFacts(Filter filter, @Nullable EntityFacts facts) {
    return facts != null
        && anyCase(filter.types(), facts.type())
        && anyCase(filter.lifecycles(), facts.lifecycle())
        && anyCase(filter.owners(), facts.owner());
  }

  private static <T> boolean any(Set<T> wanted, @Nullable T value) {
    return wanted.isEmpty() || value != null && wanted.contains(value);
  }

  private static boolean anyCase(Set<String> wanted, @Nullable String value) {
    return any(wanted, value == null ? null : value.toLowerCase(java.util.Locale.ROOT));
  }
}
