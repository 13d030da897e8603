package dev.housecount.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the teams own. */
final class Software {
  private static final List<String> LIFECYCLES =
      List.of("production", "experimental", "deprecated");

  private final Plan plan;
  private final List<Thing> things = new ArrayList<>();

  private Software(Plan plan) {
    this.plan = plan;
  }

  static Software of(Plan plan, List<Team> owners) {
    Software software = new Software(plan);
    owners.forEach(software::build);
    Team platform = owners.get(0);
    software.add("Component", "handbook", "documentation", platform, null, true);
    software.add("Component", "kubernetes-guide", "documentation", platform, null, true);
    return software;
  }

  List<Thing> things() {
    return List.copyOf(things);
  }

  /** By their owners. */
  Map<String, List<Thing>> components() {
    return things.stream()
        .filter(thing -> thing.kind().equals("Component"))
        .collect(Collectors.groupingBy(Thing::owner));
  }

  List<Thing> documented() {
    return things.stream().filter(Thing::documented).toList();
  }

  private void build(Team team) {
    Dice dice = plan.dice("software", team.ref());
    Thing system = add("System", team.name(), "product", team, null, false);
    String from = system.ref();
    int parts = dice.between(2, 6);
    int first = dice.below(Words.PARTS.size());
    for (int i = 0; i < parts; i++) {
      String part = Words.PARTS.get((first + i) % Words.PARTS.size());
      add("Component", team.name() + "-" + part, type(part), team, from, dice.chance(0.6));
      if (part.equals("api")) {
        add("API", team.name() + "-openapi", "openapi", team, from, dice.chance(0.3));
      }
    }
    if (dice.chance(0.6)) {
      add("Resource", team.name() + "-db", "database", team, from, false);
    }
  }

  private static String type(String part) {
    return switch (part) {
      case "web", "console" -> "website";
      case "library" -> "library";
      default -> "service";
    };
  }

  private Thing add(
      String kind,
      String name,
      String type,
      Team owner,
      @Nullable String system,
      boolean documented) {
    Dice dice = plan.dice("thing", kind, name);
    boolean dated = kind.equals("Component") || kind.equals("API");
    Thing thing =
        new Thing(
            kind,
            name,
            Words.title(name),
            type,
            dated ? LIFECYCLES.get(dice.weighted(80, 14, 6)) : null,
            owner.ref(),
            system,
            documented,
            created(dice));
    things.add(thing);
    return thing;
  }

  private LocalDate created(Dice dice) {
    return dice.chance(0.1) ? plan.at(dice.unit() * 0.7) : plan.start().minusDays(dice.below(900));
  }
}
