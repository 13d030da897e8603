package dev.housecount.oracle;

import dev.housecount.oracle.Question.Period;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    Facts facts,
    Map<String, String> who) {
  static final Set<String> GUESTS = Set.of("user:development/guest", "user:default/guest");

  static Portrait of(List<Seen> found, Facts facts, Map<String, String> who) {
    List<Seen> events = found.stream().sorted(Comparator.comparing(Seen::at)).toList();
    List<Seen> counted = events.stream().filter(Seen::isCounted).toList();
    return new Portrait(
        events, counted, Visit.of(counted), Search.of(events), Run.of(counted), facts, who);
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

  /** The people who were ever there before a moment. */
  Set<String> before(Instant end) {
    return people(counted.stream().filter(event -> event.at().isBefore(end)).toList());
  }

  /** Of the active people of a period, those who were never seen before. */
  Set<String> fresh(Set<String> active, Period period) {
    Set<String> fresh = new HashSet<>(active);
    fresh.removeAll(before(period.from()));
    return fresh;
  }

  /** Of the active people of a period, those seen before, but not in the 28 days before it. */
  Set<String> resurrected(Set<String> active, Period period, Question question) {
    Instant since = period.from().atZone(question.zone()).minusDays(28).toInstant();
    Set<String> back = new HashSet<>(active);
    back.retainAll(before(period.from()));
    back.removeAll(active(new Period(since, period.from()), everything(question)));
    return back;
  }

  /** The same question without filters. */
  static Question everything(Question question) {
    return new Question(question.from(), question.to(), question.zone(), null, Map.of(), false);
  }

  /** What all filters let through. */
  Predicate<Seen> filter(Question question) {
    return event ->
        question.filters().keySet().stream()
            .allMatch(
                name ->
                    question.values(name).stream()
                        .anyMatch(value -> has(event, name, value, question.direct())));
  }

  private boolean has(Seen event, String name, String value, boolean direct) {
    String entity = event.entity();
    return switch (name) {
      case "plugin" -> value.equals(event.plugin());
      case "action" -> value.equals(event.action());
      case "entity" -> value.equals(entity);
      case "template" -> value.equals(event.template());
      case "kind" -> entity != null && facts.has(entity) && value.equals(Facts.kind(entity));
      case "type", "lifecycle" -> value.equals(facts.spec(entity == null ? "" : entity, name));
      case "owner" -> entity != null && value.equals(facts.owner(entity));
      case "team" ->
          event.user() != null && facts.members(value, direct).contains(who.get(event.user()));
      default -> throw new IllegalArgumentException(name);
    };
  }
}
