package dev.housecount.query;

import dev.housecount.catalog.CatalogFacts;
import dev.housecount.catalog.EntityFacts;
import dev.housecount.catalog.GroupTree;
import dev.housecount.catalog.UserFacts;
import dev.housecount.event.EntityRef;
import dev.housecount.event.HydratedEvent;
import dev.housecount.event.Pseudonym;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Brings events together with what the catalog said at their times; for one search. */
final class Join {
  private final Function<String, CatalogFacts> catalog;
  private final CatalogFilter filter;
  private final Map<String, CatalogFacts> byPortal = new HashMap<>();

  /** The groups whose direct members are in the teams that are asked for. */
  private final Map<GroupTree, Set<EntityRef>> inTeams = new IdentityHashMap<>();

  Join(Function<String, CatalogFacts> catalog, CatalogFilter filter) {
    this.catalog = catalog;
    this.filter = filter;
  }

  /** Reads at once what {@link #matches} will want to know. */
  void prepareFilter(Collection<HydratedEvent> events) {
    prefetch(events, filter.asksForEntities(), filter.asksForUsers());
  }

  /** Reads at once what {@link #known} will want to know. */
  void prepare(Collection<HydratedEvent> events) {
    prefetch(events, true, true);
  }

  private void prefetch(Collection<HydratedEvent> events, boolean entities, boolean users) {
    Map<String, List<HydratedEvent>> byName = new HashMap<>();
    events.forEach(
        event -> byName.computeIfAbsent(event.portal(), name -> new ArrayList<>()).add(event));
    byName.forEach(
        (portal, own) -> {
          Set<EntityRef> refs = new HashSet<>();
          Set<Pseudonym> people = new HashSet<>();
          for (HydratedEvent event : own) {
            EntityRef ref = entities ? event.entity() : null;
            Pseudonym page = person(ref);
            Pseudonym user = users ? event.event().user() : null;
            if (page != null) {
              people.add(page);
            } else if (ref != null) {
              refs.add(ref);
            }
            if (user != null) {
              people.add(user);
            }
          }
          if (!refs.isEmpty() || !people.isEmpty()) {
            facts(portal).prefetch(refs, people);
          }
        });
  }

  boolean matches(HydratedEvent event) {
    EntityRef ref = event.entity();
    boolean kind = filter.kinds().isEmpty() || (ref != null && filter.kinds().contains(ref.kind()));
    return kind
        && (!filter.asksForEntities() || matches(entity(event)))
        && (!filter.asksForUsers() || isInTeams(event));
  }

  private boolean matches(@Nullable EntityFacts entity) {
    return entity != null
        && has(filter.types(), entity.type())
        && has(filter.lifecycles(), entity.lifecycle())
        && has(filter.owners(), entity.owner());
  }

  private static boolean has(Set<String> wanted, @Nullable String value) {
    return wanted.isEmpty() || (value != null && wanted.contains(value.toLowerCase(Locale.ROOT)));
  }

  private boolean isInTeams(HydratedEvent event) {
    UserFacts user = user(event);
    if (user == null) {
      return false;
    }
    GroupTree tree = facts(event.portal()).groups(time(event));
    Set<EntityRef> groups = inTeams.computeIfAbsent(tree, this::groups);
    return user.groups().stream().anyMatch(groups::contains);
  }

  private Set<EntityRef> groups(GroupTree tree) {
    Set<EntityRef> groups = new HashSet<>();
    for (EntityRef team : filter.teams()) {
      if (filter.direct() && tree.isShown(team)) {
        groups.add(team);
      } else if (!filter.direct()) {
        groups.addAll(tree.withDescendants(team));
      }
    }
    return groups;
  }

  Known known(HydratedEvent event) {
    EntityFacts entity = entity(event);
    UserFacts user = user(event);
    if (user == null) {
      return entity == null ? Known.NOTHING : new Known(entity, null, null);
    }
    GroupTree tree = facts(event.portal()).groups(time(event));
    return new Known(entity, tree.shownAncestors(user.groups()), user.identity());
  }

  private @Nullable EntityFacts entity(HydratedEvent event) {
    EntityRef ref = event.entity();
    if (ref == null) {
      return null;
    }
    Pseudonym person = person(ref);
    if (person == null) {
      return facts(event.portal()).entity(ref, time(event));
    }
    // Of a person's page nothing is told but that the catalog has the person.
    return facts(event.portal()).user(person, time(event)) == null
        ? null
        : new EntityFacts(ref, null, null, null, null, Map.of(), null, null, null, null);
  }

  private @Nullable UserFacts user(HydratedEvent event) {
    Pseudonym user = event.event().user();
    return user == null ? null : facts(event.portal()).user(user, time(event));
  }

  private static @Nullable Pseudonym person(@Nullable EntityRef ref) {
    return ref != null && ref.isUser() && Pseudonym.isPseudonym(ref.name())
        ? new Pseudonym(ref.name())
        : null;
  }

  private CatalogFacts facts(String portal) {
    return byPortal.computeIfAbsent(portal, catalog);
  }

  private static Instant time(HydratedEvent event) {
    return event.event().time().at();
  }
}
