package dev.housecount.catalog;

import static java.util.Comparator.comparing;

import dev.housecount.event.EntityRef;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which group is below which. Groups that the filter leaves out lead on to those above and below
 * them. The real thing need be no tree: groups may have several parents, be their own ancestors, or
 * name parents that do not exist.
 */
public final class GroupTree {
  private final Map<EntityRef, EntityFacts> groups;
  private final Map<EntityRef, Set<EntityRef>> parents = new HashMap<>();
  private final Map<EntityRef, Set<EntityRef>> children = new HashMap<>();

  private GroupTree(Map<EntityRef, EntityFacts> groups) {
    this.groups = groups;
    groups.forEach(
        (ref, facts) -> {
          GroupPlace place = facts.group();
          if (place != null) {
            place.parents().forEach(parent -> join(parent, ref));
            place.children().forEach(child -> join(ref, child));
          }
        });
  }

  /** A tree of those among the entities that are groups. */
  public static GroupTree of(Collection<EntityFacts> entities) {
    Map<EntityRef, EntityFacts> groups = new HashMap<>();
    entities.stream()
        .filter(entity -> entity.group() != null)
        .forEach(group -> groups.put(group.ref(), group));
    return new GroupTree(groups);
  }

  private void join(EntityRef parent, EntityRef child) {
    if (groups.containsKey(parent) && groups.containsKey(child)) {
      parents.computeIfAbsent(child, ref -> new LinkedHashSet<>()).add(parent);
      children.computeIfAbsent(parent, ref -> new LinkedHashSet<>()).add(child);
    }
  }

  /** Whether the catalog has the group and the filter takes it. */
  public boolean isShown(EntityRef group) {
    EntityFacts facts = groups.get(group);
    GroupPlace place = facts == null ? null : facts.group();
    return place != null && place.shown();
  }

  /**
   * The groups of whoever is a direct member of some: those, and all above them, that are shown.
   *
   * @return sorted; those that the catalog does not have are not in it
   */
  public List<EntityRef> shownAncestors(Collection<EntityRef> direct) {
    return reached(direct, parents).stream()
        .filter(this::isShown)
        .sorted(comparing(EntityRef::toString))
        .toList();
  }

  /**
   * The groups whose direct members are members of the team: itself and all below it, shown or not.
   *
   * @return empty when the team is not shown
   */
  public Set<EntityRef> withDescendants(EntityRef team) {
    return isShown(team) ? below(List.of(team)) : Set.of();
  }

  /** Those of some groups that the catalog has, and all below them, shown or not. */
  Set<EntityRef> below(Collection<EntityRef> some) {
    return reached(some, children);
  }

  private Set<EntityRef> reached(
      Collection<EntityRef> from, Map<EntityRef, Set<EntityRef>> neighbours) {
    Set<EntityRef> reached = new LinkedHashSet<>();
    Deque<EntityRef> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      EntityRef group = open.pop();
      if (groups.containsKey(group) && reached.add(group)) {
        open.addAll(neighbours.getOrDefault(group, Set.of()));
      }
    }
    return reached;
  }
}
