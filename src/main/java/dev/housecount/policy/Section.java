package dev.housecount.policy;

import dev.housecount.policy.PolicyNode.Mapping;
import dev.housecount.policy.PolicyNode.Sequence;
import dev.housecount.policy.PolicyNode.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A mapping of a policy, read with checks: what is wrong is told with its place. */
final class Section {
  private final Mapping mapping;
  private final String path;

  Section(Mapping mapping, String path) {
    this.mapping = mapping;
    this.path = path;
  }

  Set<String> keys() {
    return mapping.values().keySet();
  }

  /** Refuses what is not among the known keys: a slip of the pen must not go unnoticed. */
  void knowsOnly(Collection<String> known) {
    mapping
        .values()
        .forEach(
            (key, value) -> {
              if (!known.contains(key)) {
                throw wrong(
                    value, key, "is unknown; known are " + String.join(", ", new TreeSet<>(known)));
              }
            });
  }

  Section section(String key) {
    PolicyNode node = required(key);
    if (node instanceof Mapping inner) {
      return new Section(inner, at(key));
    }
    throw wrong(node, key, "is a mapping, not " + node.shape());
  }

  PolicyNode.Origin origin() {
    return mapping.origin();
  }

  boolean has(String key) {
    return mapping.values().containsKey(key);
  }

  String text(String key) {
    PolicyNode node = required(key);
    if (node instanceof Value value && !value.text().isBlank()) {
      return value.text().strip();
    }
    throw wrong(node, key, "is a single value, not " + node.shape());
  }

  int number(String key, int least, int most) {
    try {
      int number = Integer.parseInt(text(key));
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, with the range.
    }
    throw wrong(required(key), key, "is a whole number from " + least + " to " + most);
  }

  /** One of an enumeration's constants, written in lower case. */
  <E extends Enum<E>> E choice(String key, Class<E> type) {
    return constant(key, text(key), required(key), type);
  }

  /** Some of an enumeration's constants. */
  <E extends Enum<E>> Set<E> choices(String key, Class<E> type) {
    Set<E> chosen = new LinkedHashSet<>();
    list(key).forEach(text -> chosen.add(constant(key, text, required(key), type)));
    return chosen;
  }

  private <E extends Enum<E>> E constant(String key, String text, PolicyNode node, Class<E> type) {
    List<String> names =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .toList();
    if (!names.contains(text)) {
      throw wrong(node, key, "is one of " + String.join(", ", names));
    }
    return type.getEnumConstants()[names.indexOf(text)];
  }

  /** A list of single values. */
  List<String> list(String key) {
    PolicyNode node = required(key);
    if (!(node instanceof Sequence sequence)) {
      throw wrong(node, key, "is a list, not " + node.shape());
    }
    List<String> texts = new ArrayList<>();
    for (PolicyNode element : sequence.values()) {
      if (!(element instanceof Value value) || value.text().isBlank()) {
        throw wrong(element, key, "is a list of single values; one is " + element.shape());
      }
      texts.add(value.text().strip());
    }
    return texts;
  }

  @Nullable String textIfSingle(String key) {
    return mapping.values().get(key) instanceof Value ? text(key) : null;
  }

  PolicyException wrong(String key, String what) {
    return wrong(required(key), key, what);
  }

  private PolicyException wrong(PolicyNode node, String key, String what) {
    return new PolicyException(node.origin(), at(key) + " " + what);
  }

  private PolicyNode required(String key) {
    PolicyNode node = mapping.values().get(key);
    if (node == null) {
      throw new PolicyException(mapping.origin(), at(key) + " is missing");
    }
    return node;
  }

  private String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
