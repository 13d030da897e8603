package dev.housecount.insights;

import dev.housecount.catalog.EntityFacts;
import dev.housecount.event.EntityRef;
import dev.housecount.event.FieldValue;
import dev.housecount.event.Pseudonym;
import dev.housecount.testing.Events;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A catalog in memory whose facts hold at all times, but where a moment is given. */
final class FakeDirectory implements Directory {
  private final Map<EntityRef, EntityFacts> entities = new LinkedHashMap<>();
  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, Set<Pseudonym>> teams = new TreeMap<>();
  private final Map<String, Instant> ends = new HashMap<>();
  private final Set<Pseudonym> people = new HashSet<>();
  private boolean known;

  /** A group below another one (null for none), with its own members. */
  FakeDirectory team(String name, String parent, String... members) {
    known = true;
    if (parent != null) {
      parents.put(name, parent);
    }
    Set<Pseudonym> own = teams.computeIfAbsent(name, n -> new HashSet<>());
    for (String member : members) {
      own.add(Events.PSEUDONYMS.user("user:default/" + member));
    }
    people.addAll(own);
    return this;
  }

  FakeDirectory people(String... names) {
    return team("everyone-else", null, names).without("everyone-else");
  }

  private FakeDirectory without(String team) {
    teams.remove(team);
    return this;
  }

  /** Removes a group at some time; its members stay. */
  FakeDirectory removed(String team, String at) {
    ends.put(team, Instant.parse(at));
    return this;
  }

  FakeDirectory documented(String ref) {
    FieldValue docs = new FieldValue.Text("dir:.");
    return entity(
        ref, "service", null, null, Map.of("metadata.annotations.backstage.io/techdocs-ref", docs));
  }

  FakeDirectory entity(String ref, String type, String owner, Double minutesSaved) {
    return entity(ref, type, owner, minutesSaved, Map.of());
  }

  private FakeDirectory entity(
      String ref, String type, String owner, Double minutesSaved, Map<String, FieldValue> fields) {
    known = true;
    EntityRef entity = EntityRef.parse(ref, "component").orElseThrow();
    entities.put(
        entity,
        new EntityFacts(
            entity,
            type,
            "production",
            owner,
            "Title of " + entity.name(),
            fields,
            minutesSaved,
            null,
            Instant.parse("2026-01-01T00:00:00Z"),
            null));
    return this;
  }

  @Override
  public void prefetch(String portal, Collection<EntityRef> refs, Collection<Pseudonym> persons) {}

  @Override
  public EntityFacts entity(String portal, EntityRef ref, Instant at) {
    return entities.get(ref);
  }

  @Override
  public boolean isMember(
      String portal, Pseudonym person, Instant at, Set<EntityRef> asked, boolean direct) {
    return census(portal, at).teams().stream()
        .filter(team -> asked.contains(team.ref()))
        .anyMatch(team -> team.members(direct).contains(person));
  }

  @Override
  public Census census(String portal, Instant at) {
    if (!known) {
      return null;
    }
    List<Census.Team> all =
        teams.keySet().stream()
            .filter(name -> at.isBefore(ends.getOrDefault(name, Instant.MAX)))
            .map(this::team)
            .toList();
    return new Census(people, all);
  }

  private Census.Team team(String name) {
    Set<Pseudonym> all = new HashSet<>();
    teams.keySet().stream()
        .filter(other -> above(other).contains(name))
        .forEach(other -> all.addAll(teams.get(other)));
    Set<EntityRef> above = new HashSet<>();
    above(name).forEach(other -> above.add(group(other)));
    return new Census.Team(group(name), "Team " + name, teams.get(name), all, above);
  }

  private Set<String> above(String name) {
    Set<String> above = new HashSet<>();
    for (String next = name; next != null; next = parents.get(next)) {
      above.add(next);
    }
    return above;
  }

  static EntityRef group(String name) {
    return EntityRef.parse(name, "group").orElseThrow();
  }

  @Override
  public Collection<EntityFacts> entities(String portal, Instant at) {
    return entities.values();
  }
}
