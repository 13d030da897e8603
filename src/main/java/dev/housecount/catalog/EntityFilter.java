package dev.housecount.catalog;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says of an entity what the catalog's own {@code filter} would say: any of its branches holds, and
 * of a branch each condition.
 */
public final class EntityFilter {
  /** Takes everything. */
  public static final EntityFilter ALL = new EntityFilter(List.of());

  private static final String EXISTS = "$exists";
  private static final String KIND = "kind";
  private static final String SHAPE =
      "is a mapping of fields to values, or a list of such mappings, any of which may hold";

  /**
   * A key with one of some values.
   *
   * @param key in lower case
   * @param values in lower case; none when any will do
   */
  private record Condition(String key, Set<String> values) {}

  private final List<List<Condition>> branches;

  private EntityFilter(List<List<Condition>> branches) {
    this.branches = branches.stream().map(List::copyOf).toList();
  }

  /**
   * Reads the catalog client's {@code EntityFilterQuery} in its plain form: a map from keys to a
   * scalar, to {@code {$exists: true}}, or to a list of these, any of which may hold; or a list of
   * such maps.
   *
   * @return {@link #ALL} for null, and for what has no condition
   * @throws IllegalArgumentException when it is something else; says what is right
   */
  public static EntityFilter of(@Nullable Object plain) {
    List<List<Condition>> branches = branches(plain).stream().map(EntityFilter::branch).toList();
    // The client leaves out what has no condition.
    return new EntityFilter(branches.stream().filter(branch -> !branch.isEmpty()).toList());
  }

  /** As {@link #of}, of users alone: {@code kind=user} holds in every branch. */
  public static EntityFilter ofUsers(@Nullable Object plain) {
    List<?> branches = branches(plain);
    return new EntityFilter(
        (branches.isEmpty() ? List.of(Map.of()) : branches)
            .stream().map(branch -> ofUsers(branch(branch))).toList());
  }

  private static List<Condition> ofUsers(List<Condition> branch) {
    List<Condition> ofUsers = new ArrayList<>();
    ofUsers.add(new Condition(KIND, Set.of("user")));
    branch.stream().filter(condition -> !condition.key().equals(KIND)).forEach(ofUsers::add);
    return ofUsers;
  }

  private static List<?> branches(@Nullable Object plain) {
    if (plain instanceof List<?> list) {
      return list;
    }
    return plain == null ? List.of() : List.of(plain);
  }

  private static List<Condition> branch(Object plain) {
    if (!(plain instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException(SHAPE);
    }
    List<Condition> conditions = new ArrayList<>();
    map.forEach((key, value) -> condition(String.valueOf(key).strip(), value, conditions));
    return conditions;
  }

  private static void condition(String key, @Nullable Object plain, List<Condition> conditions) {
    if (key.isEmpty()) {
      throw new IllegalArgumentException("has a key that is empty");
    }
    List<?> any = plain instanceof List<?> list ? list : plain == null ? null : List.of(plain);
    if (any == null || !any.stream().allMatch(EntityFilter::isValue)) {
      throw new IllegalArgumentException(
          key + " is a value, a list of values, or {$exists: true} for any value");
    }
    if (!any.isEmpty()) {
      Set<String> values = new LinkedHashSet<>();
      any.stream()
          .filter(value -> !(value instanceof Map)) // beside values, existence says nothing
          .forEach(value -> values.add(TermSearch.lower(JsonText.of(value).strip())));
      conditions.add(new Condition(TermSearch.lower(key), values));
    }
  }

  private static boolean isValue(Object value) {
    return value instanceof Map<?, ?> map
        ? map.equals(Map.of(EXISTS, true))
        : value instanceof String || value instanceof Number || value instanceof Boolean;
  }

  /** Whether the filter takes the entity, given in its plain form. */
  public boolean matches(Map<?, ?> entity) {
    return branches.isEmpty() || branches.stream().anyMatch(branch -> holds(branch, entity));
  }

  private static boolean holds(List<Condition> branch, Map<?, ?> entity) {
    return branch.stream()
        .allMatch(condition -> TermSearch.has(entity, condition.key(), condition.values()));
  }

  /**
   * The values of the parameter {@code filter} that asks the catalog's REST API for the same, each
   * a branch.
   */
  public List<String> parameters() {
    return branches.stream().map(EntityFilter::parameter).toList();
  }

  private static String parameter(List<Condition> branch) {
    List<String> parts = new ArrayList<>();
    for (Condition condition : branch) {
      if (condition.values().isEmpty()) {
        parts.add(condition.key());
      }
      condition.values().forEach(value -> parts.add(condition.key() + '=' + value));
    }
    return String.join(",", parts);
  }
}
