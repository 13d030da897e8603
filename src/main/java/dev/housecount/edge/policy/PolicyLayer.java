package dev.housecount.edge.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.housecount.edge.policy.PolicyNode.Mapping;
import dev.housecount.edge.policy.PolicyNode.Origin;
import dev.housecount.edge.policy.PolicyNode.Sequence;
import dev.housecount.edge.policy.PolicyNode.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The defaults, or one override of them. */
public final class PolicyLayer {
  /** Lists that overrides make longer: nobody can take out of them what protects people. */
  private static final Set<String> GROWING = Set.of("never", "secret-keys");

  private static final String RESOURCE = "policy.yaml";

  private final Mapping root;

  private PolicyLayer(Mapping root) {
    this.root = root;
  }

  /** What holds where nobody says otherwise. */
  public static PolicyLayer defaults() {
    try (InputStream yaml = PolicyLayer.class.getResourceAsStream(RESOURCE)) {
      if (yaml == null) {
        throw new IllegalStateException(RESOURCE + " is not in this build");
      }
      return yaml(RESOURCE, new String(yaml.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * An override.
   *
   * @param source what messages call it
   * @throws PolicyException when the text is no YAML mapping
   */
  public static PolicyLayer yaml(String source, String text) {
    return new PolicyLayer(PolicyYaml.read(source, text));
  }

  /** An override of a single value. */
  public static PolicyLayer value(String source, Object value, String... path) {
    Origin origin = new Origin(source, 0);
    return at(origin, new Value(origin, value.toString()), path);
  }

  /** An override of a single list; {@code *} alone is all there is. */
  public static PolicyLayer list(String source, Collection<String> values, String... path) {
    if (Set.copyOf(values).equals(Set.of(PolicyReader.ALL))) {
      return value(source, PolicyReader.ALL, path);
    }
    Origin origin = new Origin(source, 0);
    List<PolicyNode> nodes =
        values.stream().sorted().<PolicyNode>map(value -> new Value(origin, value)).toList();
    return at(origin, new Sequence(origin, nodes), path);
  }

  private static PolicyLayer at(Origin origin, PolicyNode value, String... path) {
    PolicyNode node = value;
    for (int i = path.length - 1; i > 0; i--) {
      node = new Mapping(origin, Map.of(path[i], node));
    }
    return new PolicyLayer(new Mapping(origin, Map.of(path[0], node)));
  }

  /** All layers in one, the later ones over the earlier ones. */
  static Mapping merge(List<PolicyLayer> layers) {
    Mapping merged = layers.get(0).root;
    for (PolicyLayer layer : layers.subList(1, layers.size())) {
      merged = merged.with(grown(merged, layer.root));
    }
    return merged;
  }

  private static Mapping grown(Mapping below, Mapping above) {
    Map<String, PolicyNode> values = new HashMap<>(above.values());
    for (String key : GROWING) {
      if (below.values().get(key) instanceof Sequence old
          && above.values().get(key) instanceof Sequence more) {
        List<PolicyNode> all = new ArrayList<>(old.values());
        all.addAll(more.values());
        values.put(key, new Sequence(more.origin(), all));
      }
    }
    return new Mapping(above.origin(), values);
  }
}
