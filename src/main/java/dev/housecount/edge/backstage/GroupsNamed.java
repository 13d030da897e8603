package dev.housecount.edge.backstage;

import dev.housecount.event.EntityRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Groups that entities name, and groups that there are: who reads page by page can miss one that is
 * made meanwhile.
 */
final class GroupsNamed {
  private static final String GROUP = "group";

  /** A catalog that names more groups that it lacks is wrong in itself. */
  private static final int MOST = 5_000;

  private final Set<String> seen = new TreeSet<>();
  private final Map<String, EntityRef> named = new TreeMap<>();

  void add(List<Map<String, Object>> entities) {
    for (Map<String, Object> entity : entities) {
      ref(entity)
          .filter(ref -> ref.kind().equals(GROUP))
          .ifPresent(ref -> seen.add(ref.toString()));
      if (entity.get("relations") instanceof List<?> relations) {
        relations.forEach(this::name);
      }
    }
  }

  /** Those that were named and not seen. */
  List<EntityRef> missing() {
    return named.values().stream()
        .filter(ref -> !seen.contains(ref.toString()))
        .limit(MOST)
        .toList();
  }

  private void name(@Nullable Object relation) {
    if (relation instanceof Map<?, ?> parts && parts.get("targetRef") instanceof String text) {
      EntityRef.parse(text, GROUP)
          .filter(ref -> ref.kind().equals(GROUP))
          .ifPresent(ref -> named.putIfAbsent(ref.toString(), ref));
    }
  }

  private static Optional<EntityRef> ref(Map<String, Object> entity) {
    return entity.get("kind") instanceof String kind
            && entity.get("metadata") instanceof Map<?, ?> metadata
            && metadata.get("name") instanceof String name
        ? EntityRef.of(
            kind,
            metadata.get("namespace") instanceof String namespace
                ? namespace
                : EntityRef.DEFAULT_NAMESPACE,
            name)
        : Optional.empty();
  }
}
