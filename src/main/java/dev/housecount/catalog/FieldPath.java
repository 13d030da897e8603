package dev.housecount.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names a field of an entity, as {@code fields} of the catalog's REST API does: {@code spec.type},
 * {@code metadata.annotations.backstage.io/techdocs-ref}. Keys may hold dots themselves; case does
 * not count. On the way through a list each of its members is looked at. {@code relations.TYPE}
 * names the refs of what an entity is related to.
 */
public record FieldPath(String text) {
  /** No entity of any portal is deeper; hostile ones are. */
  static final int MAX_DEPTH = 32;

  private static final String RELATIONS = "relations.";

  /**
   * @throws IllegalArgumentException when it is none
   */
  public FieldPath {
    text = text.strip();
    boolean path = !text.isEmpty() && !text.startsWith(".") && !text.endsWith(".");
    if (!path || text.length() > RawEntity.MAX_REF) {
      throw new IllegalArgumentException(
          "a field is named by its path, such as spec.type or metadata.annotations.example.com/tier");
    }
  }

  /** The value in its plain form, which may be an object; null when there is none. */
  @Nullable Object in(Map<?, ?> entity) {
    if (text.regionMatches(true, 0, RELATIONS, 0, RELATIONS.length())) {
      List<String> targets = RawEntity.targets(entity, text.substring(RELATIONS.length()));
      if (!targets.isEmpty()) {
        return targets;
      }
    }
    return find(entity, text, 0);
  }

  private static @Nullable Object find(@Nullable Object current, String rest, int depth) {
    if (rest.isEmpty() || current == null) {
      return current;
    }
    if (depth >= MAX_DEPTH) {
      return null;
    }
    if (current instanceof List<?> list) {
      return members(list, rest, depth);
    }
    return current instanceof Map<?, ?> map ? member(map, rest, depth) : null;
  }

  private static @Nullable Object members(List<?> list, String rest, int depth) {
    List<Object> found = new ArrayList<>();
    for (Object item : list) {
      Object value = find(item, rest, depth + 1);
      if (value instanceof List<?> values) {
        found.addAll(values);
      } else if (value != null) {
        found.add(value);
      }
    }
    return found.isEmpty() ? null : found;
  }

  private static @Nullable Object member(Map<?, ?> map, String rest, int depth) {
    Object value = map.get(rest); // as nearly always
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (value != null) {
        break;
      }
      String below = below(String.valueOf(entry.getKey()), rest);
      value = below == null ? null : find(entry.getValue(), below, depth + 1);
    }
    return value;
  }

  /** What is left of a path behind a key; null when the path does not lead through it. */
  static @Nullable String below(String key, String path) {
    int length = key.length();
    if (length == 0 || !path.regionMatches(true, 0, key, 0, length)) {
      return null;
    }
    if (path.length() == length) {
      return "";
    }
    return path.charAt(length) == '.' ? path.substring(length + 1) : null;
  }

  /** The last word of it: what its value is called. */
  String key() {
    return text.substring(Math.max(text.lastIndexOf('.'), text.lastIndexOf('/')) + 1);
  }

  /** Whether it is another path, or below it. */
  boolean isBelow(String other) {
    return below(other, text.toLowerCase(Locale.ROOT)) != null;
  }

  @Override
  public String toString() {
    return text;
  }
}
