package dev.housecount.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who works there, in which teams. Team after team gets the portal; departments hold areas, areas
 * hold teams; one in nine is in a namespace of its own.
 */
final class Organisation {
  static final String CORPORATE = "corporate";
  private static final String DEFAULT = "default";

  private static final int CORPORATE_EVERY = 9;
  private static final int SMALL_EVERY = 6;
  private static final int SMALL = 3;
  private static final int TEAMS_OF_AREA = 5;
  private static final int PEOPLE_OF_DEPARTMENT = 60;

  private final Plan plan;
  private final Dice dice;
  private final List<String> departments;
  private final Map<String, Team> teams = new java.util.LinkedHashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Person> people = new ArrayList<>();
  private final People hiring;

  private Organisation(Plan plan) {
    this.plan = plan;
    this.dice = plan.dice("organisation");
    this.hiring = new People(plan);
    int count = Math.max(2, plan.users() / PEOPLE_OF_DEPARTMENT);
    this.departments = Words.DEPARTMENTS.subList(0, Math.min(Words.DEPARTMENTS.size(), count));
  }

  static Organisation of(Plan plan) {
    Organisation organisation = new Organisation(plan);
    organisation.found();
    return organisation;
  }

  /** All groups; a parent is before its children. */
  List<Team> teams() {
    return List.copyOf(teams.values());
  }

  /** Those that own things: the lowest ones. */
  List<Team> owners() {
    return teams.values().stream().filter(team -> team.type().equals("team")).toList();
  }

  List<Person> people() {
    return List.copyOf(people);
  }

  private void found() {
    add(DEFAULT, "acme", "organization", null);
    add(CORPORATE, "headquarters", "organization", null);
    List<Team> guilds =
        List.of("kubernetes", "security", "frontend").stream()
            .map(name -> add(DEFAULT, "guild-" + name, "guild", null))
            .toList();
    for (int number = 0; people.size() < plan.users(); number++) {
      Team team = team(number);
      int size = number % SMALL_EVERY == SMALL_EVERY - 1 ? SMALL : dice.between(5, 14);
      for (int i = 0; i < size && people.size() < plan.users(); i++) {
        people.add(hiring.hire(people.size(), team, others(team, guilds)));
      }
    }
  }

  private List<String> others(Team home, List<Team> guilds) {
    List<String> others = new ArrayList<>();
    if (dice.chance(0.08)) {
      others.add(dice.of(guilds).ref());
    }
    if (dice.chance(0.05)) {
      Team second = dice.of(owners());
      if (!second.equals(home)) {
        others.add(second.ref());
      }
    }
    return others;
  }

  private Team team(int number) {
    if (number % CORPORATE_EVERY == CORPORATE_EVERY - 1) {
      return add(CORPORATE, name("corporate", "-team"), "team", "group:corporate/headquarters");
    }
    String department = departments.get(number % departments.size());
    int nth = numbers.merge(department, 1, Integer::sum) - 1;
    String top = add(DEFAULT, department, "department", "group:default/acme").ref();
    String word = Words.AREAS.get(nth / TEAMS_OF_AREA % Words.AREAS.size());
    Team area = add(DEFAULT, department + "-" + word, "area", top);
    return add(DEFAULT, name(department, ""), "team", area.ref());
  }

  private String name(String of, String kind) {
    int nth = numbers.merge(of + " names", 1, Integer::sum) - 1;
    int round = nth / Words.TEAMS.size() + 1;
    String name = of + "-" + Words.TEAMS.get(nth % Words.TEAMS.size()) + kind;
    return round == 1 ? name : name + "-" + round;
  }

  private Team add(String namespace, String name, String type, @Nullable String parent) {
    Team team = new Team(namespace, name, Words.title(name), type, parent, rollout());
    return teams.computeIfAbsent(team.ref(), ref -> team);
  }

  /** A quarter were pilots; most follow one by one; a few still wait. */
  private @Nullable LocalDate rollout() {
    double turn = dice.unit();
    if (turn < 0.25) {
      return plan.start();
    }
    return turn < 0.92 ? plan.at((turn - 0.25) * 1.1) : null;
  }
}
