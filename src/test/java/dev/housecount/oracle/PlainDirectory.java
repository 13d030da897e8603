package dev.housecount.oracle;

import dev.housecount.catalog.EntityFacts;
import dev.housecount.event.EntityRef;
import dev.housecount.event.Pseudonym;
import dev.housecount.insights.Census;
import dev.housecount.insights.Directory;
import dev.housecount.testing.Events;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the oracle knows of the catalog, for the real reports: it holds at all times. */
final class PlainDirectory implements Directory {
  private final Map<EntityRef, EntityFacts> entities = new HashMap<>();
  private final Map<EntityRef, Census.Team> teams = new HashMap<>();
  private final Set<Pseudonym> people;

  PlainDirectory(Facts facts) {
    this.people = pseudonyms(facts.refs("user"));
    for (String kind : List.of("component", "api", "resource", "system", "template", "group")) {
      facts.refs(kind).forEach(ref -> entities.put(ref(ref), entity(facts, ref)));
    }
    Map<String, Set<EntityRef>> above = new HashMap<>();
    for (String team : facts.refs("group")) {
      facts
          .below(team)
          .forEach(child -> above.computeIfAbsent(child, c -> new HashSet<>()).add(ref(team)));
    }
    for (String team : new TreeSet<>(facts.refs("group"))) {
      Set<Pseudonym> direct = pseudonyms(facts.members(team, true));
      Set<Pseudonym> all = pseudonyms(facts.members(team, false));
      teams.put(
          ref(team), new Census.Team(ref(team), facts.title(team), direct, all, above.get(team)));
    }
  }

  private static EntityFacts entity(Facts facts, String ref) {
    String createdAt = facts.createdAt(ref);
    return new EntityFacts(
        ref(ref),
        facts.spec(ref, "type"),
        facts.spec(ref, "lifecycle"),
        facts.owner(ref),
        facts.title(ref),
        Map.of(),
        facts.minutes(ref),
        null,
        createdAt == null ? null : Instant.parse(createdAt),
        null);
  }

  private static EntityRef ref(String text) {
    return EntityRef.parse(text, "component").orElseThrow();
  }

  private static Set<Pseudonym> pseudonyms(Set<String> users) {
    Set<Pseudonym> pseudonyms = new HashSet<>();
    users.forEach(user -> pseudonyms.add(Events.PSEUDONYMS.user(user)));
    return pseudonyms;
  }

  @Override
  public void prefetch(String portal, Collection<EntityRef> refs, Collection<Pseudonym> users) {}

  @Override
  public EntityFacts entity(String portal, EntityRef ref, Instant at) {
    return entities.get(ref);
  }

  @Override
  public boolean isMember(
      String portal, Pseudonym person, Instant at, Set<EntityRef> asked, boolean direct) {
    return asked.stream()
        .map(teams::get)
        .anyMatch(team -> team != null && (direct ? team.direct() : team.all()).contains(person));
  }

  @Override
  public Census census(String portal, Instant at) {
    return new Census(people, List.copyOf(teams.values()));
  }

  @Override
  public Collection<EntityFacts> entities(String portal, Instant at) {
    return entities.values();
  }
}
