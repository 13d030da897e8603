package dev.housecount.insights;

import dev.housecount.event.EntityRef;
import dev.housecount.event.Pseudonym;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who could have used the portal at a time.
 *
 * @param people those whom the total-users filter takes
 * @param teams groups that are captured and shown
 */
public record Census(Set<Pseudonym> people, List<Team> teams) {
  public Census {
    people = Set.copyOf(people);
    teams = List.copyOf(teams);
  }

  /** Who could have used this portal or another one; a group of both has the members of both. */
  Census and(Census other) {
    Set<Pseudonym> both = union(people, other.people);
    Map<EntityRef, Team> byRef = new TreeMap<>(Comparator.comparing(EntityRef::toString));
    teams.forEach(team -> byRef.put(team.ref(), team));
    other.teams.forEach(team -> byRef.merge(team.ref(), team, Team::and));
    return new Census(both, List.copyOf(byRef.values()));
  }

  private static <T> Set<T> union(Set<T> one, Set<T> other) {
    Set<T> both = new HashSet<>(one);
    both.addAll(other);
    return both;
  }

  /**
   * A group.
   *
   * @param direct its own members
   * @param all those and the members of all groups below it
   * @param above itself and the shown groups above it
   */
  public record Team(
      EntityRef ref,
      @Nullable String title,
      Set<Pseudonym> direct,
      Set<Pseudonym> all,
      Set<EntityRef> above) {
    public Team {
      direct = Set.copyOf(direct);
      all = Set.copyOf(all);
      above = Set.copyOf(above);
    }

    Team and(Team other) {
      return new Team(
          ref,
          title == null ? other.title : title,
          union(direct, other.direct),
          union(all, other.all),
          union(above, other.above));
    }

    Set<Pseudonym> members(boolean onlyDirect) {
      return onlyDirect ? direct : all;
    }
  }
}
