package dev.housecount.insights;

import dev.housecount.catalog.CapturedEntity;
import dev.housecount.catalog.Catalog;
import dev.housecount.catalog.CatalogFacts;
import dev.housecount.catalog.EntityFacts;
import dev.housecount.catalog.GroupPlace;
import dev.housecount.catalog.GroupTree;
import dev.housecount.catalog.UserFacts;
import dev.housecount.event.EntityRef;
import dev.housecount.event.Pseudonym;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the catalog's facts say. Not for concurrent use. */
public final class CatalogDirectory implements Directory {
  private final Catalog catalog;
  private final Map<String, CatalogFacts> opened = new HashMap<>();
  private final Map<GroupTree, Map<EntityRef, Set<EntityRef>>> below = new IdentityHashMap<>();

  public CatalogDirectory(Catalog catalog) {
    this.catalog = catalog;
  }

  private CatalogFacts of(String portal) {
    return opened.computeIfAbsent(portal, catalog::facts);
  }

  @Override
  public void prefetch(
      String portal, Collection<EntityRef> entities, Collection<Pseudonym> people) {
    of(portal).prefetch(entities, people);
  }

  @Override
  public @Nullable EntityFacts entity(String portal, EntityRef ref, Instant at) {
    return of(portal).entity(ref, at);
  }

  @Override
  public boolean isMember(
      String portal, Pseudonym person, Instant at, Set<EntityRef> teams, boolean direct) {
    UserFacts user = of(portal).user(person, at);
    if (user == null) {
      return false;
    }
    GroupTree tree = of(portal).groups(at);
    return teams.stream()
        .map(team -> groups(tree, team, direct))
        .anyMatch(groups -> user.groups().stream().anyMatch(groups::contains));
  }

  /** Whose own members are the team's. */
  private Set<EntityRef> groups(GroupTree tree, EntityRef team, boolean direct) {
    if (direct) {
      return tree.isShown(team) ? Set.of(team) : Set.of();
    }
    return below
        .computeIfAbsent(tree, one -> new HashMap<>())
        .computeIfAbsent(team, tree::withDescendants);
  }

  @Override
  public @Nullable Census census(String portal, Instant at) {
    List<CapturedEntity> all = catalog.organisation(portal, at);
    if (all.isEmpty() && catalog.everything(portal, at).isEmpty()) {
      return null;
    }
    Map<EntityRef, Set<Pseudonym>> members = new HashMap<>();
    Set<Pseudonym> people = new HashSet<>();
    for (CapturedEntity entity : all) {
      if (entity instanceof UserFacts user && user.counted()) {
        people.add(user.user());
        user.groups()
            .forEach(
                group -> members.computeIfAbsent(group, g -> new HashSet<>()).add(user.user()));
      }
    }
    GroupTree tree = of(portal).groups(at);
    List<Census.Team> teams =
        all.stream()
            .filter(CatalogDirectory::isShown)
            .map(group -> team((EntityFacts) group, tree, members))
            .toList();
    return new Census(people, teams);
  }

  private static boolean isShown(CapturedEntity entity) {
    GroupPlace place = entity instanceof EntityFacts facts ? facts.group() : null;
    return place != null && place.shown();
  }

  private static Census.Team team(
      EntityFacts group, GroupTree tree, Map<EntityRef, Set<Pseudonym>> members) {
    Set<Pseudonym> all = new HashSet<>();
    tree.withDescendants(group.ref()).forEach(one -> all.addAll(of(members, one)));
    return new Census.Team(
        group.ref(),
        group.title(),
        of(members, group.ref()),
        all,
        new HashSet<>(tree.shownAncestors(List.of(group.ref()))));
  }

  private static Set<Pseudonym> of(Map<EntityRef, Set<Pseudonym>> members, EntityRef group) {
    return members.getOrDefault(group, Set.of());
  }

  @Override
  public Collection<EntityFacts> entities(String portal, Instant at) {
    return catalog.everything(portal, at).stream()
        .filter(EntityFacts.class::isInstance)
        .map(EntityFacts.class::cast)
        .toList();
  }
}
