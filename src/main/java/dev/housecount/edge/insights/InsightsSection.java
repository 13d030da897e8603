package dev.housecount.edge.insights;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The part of the file that is Insights', with its placeholders filled in. */
final class InsightsSection {
  static final String ROOT = "backstageInsights";

  private static final String ENV = "$env";

  private final YamlSource source;
  private final Map<InsightsKey, Node> nodes = new EnumMap<>(InsightsKey.class);
  private final Map<InsightsKey, Object> values = new EnumMap<>(InsightsKey.class);

  private InsightsSection(YamlSource source) {
    this.source = source;
  }

  static InsightsSection find(YamlSource source, String text, Placeholders.Variables variables) {
    InsightsSection section = new InsightsSection(source);
    Node part = part(source, text);
    if (part instanceof MappingNode mapping) {
      source
          .members(mapping)
          .forEach((key, node) -> section.put(section.known(key, node), node, variables));
    } else if (!(part instanceof ScalarNode empty && empty.getValue().isEmpty())) {
      throw source.wrong(part, ROOT + " is a mapping, such as captureEntityFields: [spec.system]");
    }
    return section;
  }

  /** The rest of the file may be whatever it likes. */
  private static Node part(YamlSource source, String text) {
    if (source.compose(text) instanceof MappingNode root) {
      for (NodeTuple member : root.getValue()) {
        if (member.getKeyNode() instanceof ScalarNode key && key.getValue().equals(ROOT)) {
          return member.getValueNode();
        }
      }
    }
    throw source.missing("has no " + ROOT + " at the outermost level");
  }

  private InsightsKey known(String key, Node node) {
    return InsightsKey.of(key)
        .orElseThrow(
            () ->
                source.wrong(
                    node, ROOT + "." + key + " is unknown; did you mean " + nearest(key) + "?"));
  }

  private static String nearest(String key) {
    return InsightsKey.nearest(key).key();
  }

  private void put(InsightsKey key, Node node, Placeholders.Variables variables) {
    nodes.put(key, node);
    try {
      Object value = included(source.plain(node, Placeholders.from(variables)), variables);
      if (value != null) {
        values.put(key, value);
      }
    } catch (Placeholders.UnsetException e) {
      throw source.wrong(node, ROOT + "." + key.key() + ": " + e.getMessage());
    }
  }

  /** {@code $env: NAME} is an older way to write {@code ${NAME}}. */
  private static @Nullable Object included(
      @Nullable Object value, Placeholders.Variables variables) {
    boolean env = value instanceof Map<?, ?> map && map.size() == 1 && map.get(ENV) != null;
    return env && value instanceof Map<?, ?> map
        ? Placeholders.from(variables).apply("${" + map.get(ENV) + "}")
        : value;
  }

  boolean has(InsightsKey key) {
    return nodes.containsKey(key);
  }

  /** Refuses a value of a wrong kind, also where nobody needs it: it may be meant for another. */
  void check(InsightsKey key) {
    switch (key.shape()) {
      case TEXT -> text(key);
      case TEXTS -> texts(key);
      case FLAG -> {
        if (values.containsKey(key) && !String.valueOf(values.get(key)).matches("true|false")) {
          throw wrong(key);
        }
      }
      case FILTER -> filter(key);
    }
  }

  /** Null where it is not said. */
  @Nullable String text(InsightsKey key) {
    Object value = values.get(key);
    if (value == null) {
      return null;
    }
    if (!(value instanceof String text)) {
      throw wrong(key);
    }
    return text.isBlank() ? null : text.strip();
  }

  /** Null where it is not said. */
  @Nullable List<String> texts(InsightsKey key) {
    Object value = values.get(key);
    if (value == null) {
      return null;
    }
    if (!(value instanceof List<?> list)) {
      throw wrong(key);
    }
    List<String> texts = new ArrayList<>();
    for (Object item : list) {
      if (!(item instanceof String text) || text.isBlank()) {
        throw wrong(key);
      }
      texts.add(text.strip());
    }
    return texts;
  }

  /** Null where it is not said. Whoever uses the filter looks closer. */
  @Nullable Object filter(InsightsKey key) {
    Object value = values.get(key);
    if (value != null && !(value instanceof Map) && !(value instanceof List)) {
      throw wrong(key);
    }
    return value;
  }

  private SettingException wrong(InsightsKey key) {
    Node node = nodes.get(key);
    String what = ROOT + "." + key.key() + " is " + key.shape().words();
    return node == null ? source.missing(what) : source.wrong(node, what);
  }
}
