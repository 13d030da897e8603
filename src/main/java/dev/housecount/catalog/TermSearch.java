package dev.housecount.catalog;

import dev.housecount.event.EntityRef;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether an entity has a term, a key with one of some values, among those that the catalog's
 * own search table has of it.
 */
final class TermSearch {
  /** The table holds longer values without their text: they exist, and equal nothing. */
  static final int MAX_VALUE = 200;

  private static final String RELATIONS = "relations.";

  /** What the table does not hold at all. */
  private static final List<String> LEFT_OUT =
      List.of("attachments", "relations", "status", "metadata.etag");

  private final String key;
  private final Set<String> values;
  private boolean found;

  private TermSearch(String key, Set<String> values) {
    this.key = key;
    this.values = values;
  }

  /**
   * @param key in lower case
   * @param values in lower case; none when any will do
   */
  static boolean has(Map<?, ?> entity, String key, Set<String> values) {
    TermSearch search = new TermSearch(key, values);
    search.look(entity);
    return search.found;
  }

  private void look(Map<?, ?> entity) {
    if (key.startsWith(RELATIONS)) {
      RawEntity.targets(entity, key.substring(RELATIONS.length())).forEach(this::row);
    } else if (LEFT_OUT.stream().noneMatch(this::isAtOrBelow)) {
      if (key.startsWith("metadata.") && entity.get("metadata") instanceof Map<?, ?> metadata) {
        always(metadata);
      }
      visit(entity, key, 0);
    }
  }

  private boolean isAtOrBelow(String path) {
    return FieldPath.below(path, key) != null;
  }

  /** The table holds these of every entity, also where it does not have them. */
  private void always(Map<?, ?> metadata) {
    if (key.equals("metadata.namespace") && RawEntity.text(metadata.get("namespace")) == null) {
      row(EntityRef.DEFAULT_NAMESPACE);
    }
    if (key.equals("metadata.uid")) {
      found |= values.isEmpty();
    }
  }

  private void visit(@Nullable Object current, String rest, int depth) {
    if (found || depth > FieldPath.MAX_DEPTH) {
      return;
    }
    if (current == null) {
      found = rest.isEmpty() && values.isEmpty();
    } else if (current instanceof List<?> list) {
      list.forEach(item -> member(item, rest, depth + 1));
    } else if (current instanceof Map<?, ?> map) {
      map.forEach((name, value) -> below(String.valueOf(name), value, rest, depth + 1));
    } else if (rest.isEmpty()) {
      row(current);
    }
  }

  /** That {@code tags} has a member {@code java} is a term as well: {@code tags.java=true}. */
  private void member(@Nullable Object item, String rest, int depth) {
    visit(item, rest, depth);
    if (item instanceof String text && lower(text).equals(rest)) {
      row(true);
    }
  }

  private void below(String name, @Nullable Object value, String path, int depth) {
    String rest = FieldPath.below(name, path);
    if (rest != null) {
      visit(value, rest, depth);
    }
  }

  private void row(Object value) {
    String text = values.isEmpty() ? "" : lower(JsonText.of(value));
    found |= values.isEmpty() || (text.length() <= MAX_VALUE && values.contains(text));
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
