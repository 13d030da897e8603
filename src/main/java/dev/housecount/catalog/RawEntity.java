package dev.housecount.catalog;

import dev.housecount.event.EntityRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An entity as the catalog's REST API gives it, whole or reduced; nothing of it is to be kept. */
final class RawEntity {
  /** The most characters of a ref. */
  static final int MAX_REF = 500;

  private final Map<?, ?> entity;
  private final EntityRef ref;

  private RawEntity(Map<?, ?> entity, EntityRef ref) {
    this.entity = entity;
    this.ref = ref;
  }

  /**
   * @throws NoEntityException when it has no kind, or no name
   */
  static RawEntity of(Map<?, ?> entity) {
    Map<?, ?> metadata = map(entity, "metadata");
    String kind = text(entity.get("kind"));
    String name = text(metadata.get("name"));
    String namespace = text(metadata.get("namespace"));
    if (kind == null) {
      throw new NoEntityException("an entity has a kind");
    }
    if (name == null) {
      throw new NoEntityException("an entity has a metadata.name");
    }
    return EntityRef.of(kind, namespace == null ? EntityRef.DEFAULT_NAMESPACE : namespace, name)
        .filter(ref -> ref.toString().length() <= MAX_REF)
        .map(ref -> new RawEntity(entity, ref))
        .orElseThrow(
            () -> new NoEntityException("kind, namespace and name can be no ref of an entity"));
  }

  EntityRef ref() {
    return ref;
  }

  Map<?, ?> plain() {
    return entity;
  }

  @Nullable Object metadata(String key) {
    return map(entity, "metadata").get(key);
  }

  @Nullable Object annotation(String key) {
    return map(map(entity, "metadata"), "annotations").get(key);
  }

  @Nullable Object spec(String key) {
    return map(entity, "spec").get(key);
  }

  /** What {@code spec.profile} says. */
  @Nullable Object profile(String key) {
    return map(map(entity, "spec"), "profile").get(key);
  }

  /** What the entity is related to: by relations, else by a member of its {@code spec}. */
  List<EntityRef> related(String type, String specKey, String defaultKind) {
    List<EntityRef> related =
        targets(entity, type).stream()
            .flatMap(target -> EntityRef.parse(target, "").stream())
            .filter(RawEntity::isShort)
            .toList();
    return related.isEmpty() ? named(specKey, defaultKind) : related;
  }

  /** The refs in a member of {@code spec}; those without a namespace are in the entity's own. */
  List<EntityRef> named(String specKey, String defaultKind) {
    Object value = spec(specKey);
    List<?> names =
        value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
    return names.stream()
        .flatMap(name -> Optional.ofNullable(text(name)).stream())
        .flatMap(name -> here(name, defaultKind).stream())
        .filter(RawEntity::isShort)
        .toList();
  }

  private Optional<EntityRef> here(String name, String defaultKind) {
    if (name.indexOf('/') >= 0) {
      return EntityRef.parse(name, defaultKind);
    }
    int colon = name.indexOf(':');
    String kind = colon < 0 ? defaultKind : name.substring(0, colon);
    return EntityRef.of(kind, ref.namespace(), name.substring(colon + 1));
  }

  private static boolean isShort(EntityRef ref) {
    return ref.toString().length() <= MAX_REF;
  }

  /** The refs, as they are written, of the relations of a type. */
  static List<String> targets(Map<?, ?> entity, String type) {
    List<String> targets = new ArrayList<>();
    if (entity.get("relations") instanceof List<?> relations) {
      for (Object relation : relations) {
        String target = relation instanceof Map<?, ?> map && isOf(map, type) ? target(map) : null;
        if (target != null) {
          targets.add(target);
        }
      }
    }
    return targets;
  }

  private static boolean isOf(Map<?, ?> relation, String type) {
    return relation.get("type") instanceof String text && text.equalsIgnoreCase(type);
  }

  /** Older catalogs gave an object. */
  private static @Nullable String target(Map<?, ?> relation) {
    String ref = text(relation.get("targetRef"));
    Map<?, ?> target = map(relation, "target");
    String kind = text(target.get("kind"));
    String name = text(target.get("name"));
    if (ref != null || kind == null || name == null) {
      return ref;
    }
    String namespace = text(target.get("namespace"));
    return EntityRef.of(kind, namespace == null ? EntityRef.DEFAULT_NAMESPACE : namespace, name)
        .map(EntityRef::toString)
        .orElse(null);
  }

  private static Map<?, ?> map(Map<?, ?> outer, String key) {
    return outer.get(key) instanceof Map<?, ?> map ? map : Map.of();
  }

  /** Null for what is no text, or blank. */
  static @Nullable String text(@Nullable Object value) {
    return value instanceof String text && !text.isBlank() ? text : null;
  }
}
