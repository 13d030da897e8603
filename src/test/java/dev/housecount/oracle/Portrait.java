package dev.housecount.oracle;

import dev.housecount.oracle.Question.Period;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * All that is known of a portal, and what of it a filter lets through.
 *
 * @param events in the order of time
 * @param who refs by pseudonyms
 */
record Portrait(
    List<Seen> events,
    List<Seen> counted,
    List<Visit> visits,
    List<Search> searches,
    List<Run> runs,
    List<Run> agentRuns,
    Facts facts,
    Map<String, String> who) {
  static final Set<String> GUESTS = Set.of("user:development/guest", "user:default/guest");

  static Portrait of(List<Seen> found, Facts facts, Map<String, String> who) {
    List<Seen> events = found.stream().sorted(Comparator.comparing(Seen::at)).toList();
    List<Seen> counted = events.stream().filter(Seen::isCounted).toList();
    return new Portrait(
        events,
        counted,
        Visit.of(counted),
        Search.of(events),
        Run.of(counted),
        Run.of(events.stream().filter(event -> !event.isByHuman()).toList()),
        facts,
        who);
  }

  /** A person, not a guest. */
  boolean isPerson(String user) {
    return user != null && !GUESTS.contains(who.getOrDefault(user, user));
  }

  /** Those of these users who are people, each once. */
  Set<String> people(List<Seen> events) {
    return events.stream().map(Seen::user).filter(this::isPerson).collect(Collectors.toSet());
  }

  /** The people with a counted event that the filters let through. */
  Set<String> active(Period period, Question question) {
    return people(
        counted.stream().filter(event -> period.has(event.at())).filter(filter(question)).toList());
  }

  /** The people whom the filters let through who were there before a moment. */
  Set<String> before(Instant end, Question question) {
    return active(new Period(Instant.EPOCH, end), question);
  }

  /** Of the active people of a period, those who were never seen before. */
  Set<String> fresh(Set<String> active, Period period, Question question) {
    Set<String> fresh = new HashSet<>(active);
    fresh.removeAll(before(period.from(), question));
    return fresh;
  }

  /** Of the active people of a period, those seen before, but not in the 28 days before it. */
  Set<String> resurrected(Set<String> active, Period period, Question question) {
    Instant since = period.from().atZone(question.zone()).minusDays(28).toInstant();
    Set<String> back = new HashSet<>(active);
    back.retainAll(before(period.from(), question));
    back.removeAll(active(new Period(since, period.from()), question));
    return back;
  }

  /** What all filters let through: they come first, whatever is made of the events then. */
  Predicate<Seen> filter(Question question) {
    Predicate<Seen> all = event -> true;
    Set<String> names = new TreeSet<>(question.filters().keySet());
    names.removeAll(Question.OPTIONS);
    for (String name : names) {
      all =
          all.and(
              question.values(name).stream()
                  .map(value -> filter(name, value, question.direct()))
                  .reduce(event -> false, Predicate::or));
    }
    return all;
  }

  /** Whether the filters of what the catalog says let an entity through. */
  boolean isOf(Question question, String ref) {
    return isAny(question, "kind", Facts.kind(ref))
        && isAny(question, "type", facts.spec(ref, "type"))
        && isAny(question, "lifecycle", facts.spec(ref, "lifecycle"))
        && isAny(question, "owner", facts.owner(ref))
        && isAny(question, "entity", ref);
  }

  private static boolean isAny(Question question, String name, String value) {
    return !question.filters().containsKey(name)
        || (value != null && question.values(name).contains(value));
  }

  private Predicate<Seen> filter(String name, String value, boolean direct) {
    return switch (name) {
      case "plugin" -> event -> value.equals(event.plugin());
      case "action" -> event -> value.equals(event.action());
      case "entity" -> event -> value.equals(event.entity());
      case "template" -> event -> value.equals(event.template());
      case "kind" -> event -> value.equals(Facts.kind(event.entity()));
      case "type", "lifecycle" -> event -> value.equals(facts.spec(event.entity(), name));
      case "owner" -> event -> value.equals(facts.owner(event.entity()));
      case "team" -> {
        Set<String> members = facts.members(value, direct);
        yield event -> event.user() != null && members.contains(who.get(event.user()));
      }
      default -> throw new IllegalArgumentException(name);
    };
  }
}
