package dev.housecount.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a portal shows and who looks at it.
 *
 * @param components by their owners
 */
record World(
    Plan plan,
    Organisation organisation,
    Software software,
    List<Person> people,
    List<Thing> all,
    List<Thing> documented,
    Map<String, List<Thing>> components) {
  static World of(Plan plan) {
    Organisation organisation = Organisation.of(plan);
    Software software = Software.of(plan, organisation.owners());
    List<Thing> all =
        software.things().stream().filter(thing -> !thing.kind().equals("System")).toList();
    return new World(
        plan,
        organisation,
        software,
        organisation.people(),
        all,
        software.documented(),
        software.components());
  }

  /** Something that a person looks at: mostly of the own team, else of what is popular. */
  Thing interest(Person person, Dice dice) {
    List<Thing> own = Objects.requireNonNullElse(components.get(person.teams().get(0)), List.of());
    return own.isEmpty() || dice.chance(0.4) ? dice.early(all) : dice.of(own);
  }

  /** The day on which the clusters fail: a weekday in the last third. */
  LocalDate incident() {
    LocalDate day = plan.at(0.72);
    return switch (day.getDayOfWeek()) {
      case SATURDAY -> day.minusDays(1);
      case SUNDAY -> day.minusDays(2);
      default -> day;
    };
  }
}
