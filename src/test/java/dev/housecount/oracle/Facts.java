package dev.housecount.oracle;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the catalog says, as its REST API gives it; one generation, which holds at all times. */
final class Facts {
  private final Map<String, Map<String, Object>> entities = new TreeMap<>();

  Facts(List<Map<String, Object>> entities) {
    entities.forEach(entity -> this.entities.put(ref(entity), entity));
  }

  static String ref(Map<String, Object> entity) {
    Map<String, Object> metadata = map(entity.get("metadata"));
    return "%s:%s/%s"
        .formatted(
            entity.get("kind"), metadata.getOrDefault("namespace", "default"), metadata.get("name"))
        .toLowerCase(Locale.ROOT);
  }

  boolean has(String ref) {
    return ref != null && entities.containsKey(ref);
  }

  String title(String ref) {
    return has(ref) ? (String) map(entities.get(ref).get("metadata")).get("title") : null;
  }

  /** {@code type}, {@code lifecycle}; null where nothing is said. */
  String spec(String ref, String key) {
    return has(ref) ? (String) map(entities.get(ref).get("spec")).get(key) : null;
  }

  String owner(String ref) {
    return targets(ref, "ownedBy").stream().findFirst().orElse(null);
  }

  /** Null where nothing is said. */
  String createdAt(String ref) {
    return has(ref)
        ? (String) map(entities.get(ref).get("metadata")).get("creationTimestamp")
        : null;
  }

  static String kind(String ref) {
    return ref == null ? null : ref.substring(0, ref.indexOf(':'));
  }

  Double minutes(String template) {
    if (!has(template)) {
      return null;
    }
    Map<String, Object> metadata = map(entities.get(template).get("metadata"));
    Object text = map(metadata.get("annotations")).get("backstage.io/time-saved");
    return text == null ? null : (double) Duration.parse(text.toString()).toMinutes();
  }

  Set<String> refs() {
    return entities.keySet();
  }

  Set<String> refs(String kind) {
    Set<String> refs = new HashSet<>(entities.keySet());
    refs.removeIf(ref -> !kind.equals(kind(ref)));
    return refs;
  }

  /** Refs of the users of a team, of its child teams, too, unless {@code direct}. */
  Set<String> members(String team, boolean direct) {
    Set<String> teams = direct ? Set.of(team) : below(team);
    Set<String> members = refs("user");
    members.removeIf(user -> targets(user, "memberOf").stream().noneMatch(teams::contains));
    return members;
  }

  Set<String> below(String team) {
    Set<String> found = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(team));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (found.add(next)) {
        refs("group").stream()
            .filter(group -> targets(group, "childOf").contains(next))
            .forEach(open::push);
      }
    }
    return found;
  }

  /** The nearest group above a team; null where there is none. */
  String parent(String team) {
    return targets(team, "childOf").stream().filter(this::has).sorted().findFirst().orElse(null);
  }

  private List<String> targets(String ref, String type) {
    List<String> targets = new ArrayList<>();
    if (has(ref)) {
      for (Object relation : (List<?>) entities.get(ref).getOrDefault("relations", List.of())) {
        if (type.equals(map(relation).get("type"))) {
          targets.add(map(relation).get("targetRef").toString().toLowerCase(Locale.ROOT));
        }
      }
    }
    return targets;
  }

  @SuppressWarnings("unchecked") // JSON
  private static Map<String, Object> map(Object value) {
    return value == null ? new HashMap<>() : (Map<String, Object>) value;
  }
}
