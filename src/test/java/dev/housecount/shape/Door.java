package dev.housecount.shape;

import com.fasterxml.jackson.databind.JsonNode;
import dev.housecount.template.Permission;
import dev.housecount.template.Template;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** What lets calls through to AWS: those that the template allows some function. */
final class Door {
  private final Set<Permission> allowed;
  private final Set<Permission> used = ConcurrentHashMap.newKeySet();
  private final List<Permission> refused = new CopyOnWriteArrayList<>();

  /**
   * @param functions logical ids
   */
  Door(String... functions) {
    Template template = Template.read();
    allowed =
        Arrays.stream(functions)
            .map(template::permissions)
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a call may pass; remembers it either way. */
  boolean lets(Collection<Permission> needed) {
    used.addAll(needed);
    if (allowed.containsAll(needed)) {
      return true;
    }
    refused.addAll(needed);
    return false;
  }

  /** What is allowed and was not needed so far. */
  Set<Permission> unused() {
    Set<Permission> unused = new HashSet<>(allowed);
    unused.removeAll(used);
    return unused;
  }

  /** Empty where the template allows all that was tried. */
  List<Permission> refused() {
    return refused;
  }

  /** What a call needs, by its body. */
  static List<Permission> needed(String action, JsonNode body) {
    List<Permission> needed = new ArrayList<>();
    if (body.has("SecretId")) {
      needed.add(new Permission(action, body.get("SecretId").asText()));
    } else if (body.has("TableName")) {
      needed.add(new Permission(action, Template.tableArn(body.get("TableName").asText())));
    } else {
      body.path("RequestItems")
          .fieldNames()
          .forEachRemaining(table -> needed.add(new Permission(action, Template.tableArn(table))));
    }
    return needed.isEmpty() ? List.of(new Permission(action, "*")) : needed;
  }
}
