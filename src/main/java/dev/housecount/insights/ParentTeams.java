package dev.housecount.insights;

import dev.housecount.event.EntityRef;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The teams among whose figures those of a team below are, which may be hidden itself.
 *
 * @param shown those whose figures, with child teams, may be shown
 */
record ParentTeams(Map<EntityRef, Census.Team> shown) {
  static ParentTeams of(Census census, Disclosure<SmallGroups.Side> teams) {
    return new ParentTeams(
        census.teams().stream()
            .filter(team -> teams.shows(new SmallGroups.Side(team.ref(), false)))
            .collect(Collectors.toMap(Census.Team::ref, team -> team)));
  }

  /** The nearest above a team, of several the first by name; null where there is none. */
  @Nullable EntityRef above(Census.Team team) {
    return team.above().stream()
        .filter(above -> !above.equals(team.ref()))
        .map(shown::get)
        .filter(Objects::nonNull)
        .min(
            Comparator.<Census.Team>comparingInt(above -> -above.above().size())
                .thenComparing(above -> above.ref().toString()))
        .map(Census.Team::ref)
        .orElse(null);
  }
}
