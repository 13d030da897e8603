package dev.housecount.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The made-up organisation for whoever counts people: refs only. */
public final class DemoTeams {
  private final Organisation organisation;

  public DemoTeams(int users) {
    organisation = Organisation.of(new Plan(1, users, 90, LocalDate.of(2026, 11, 28)));
  }

  public List<String> people() {
    return organisation.people().stream().map(Person::ref).toList();
  }

  /** By a name for each: a team's own members, and those with all teams below it. */
  public Map<String, Set<String>> sides() {
    Map<String, String> parents = new HashMap<>();
    organisation.teams().forEach(team -> parents.put(team.ref(), team.parent()));
    Map<String, Set<String>> sides = new LinkedHashMap<>();
    for (Person person : organisation.people()) {
      for (String team : person.teams()) {
        add(sides, "direct " + team, person);
        for (String above = team; above != null; above = parents.get(above)) {
          add(sides, above, person);
        }
      }
    }
    return sides;
  }

  private static void add(Map<String, Set<String>> sides, String side, Person person) {
    sides.computeIfAbsent(side, any -> new HashSet<>()).add(person.ref());
  }
}
