package dev.housecount.edge.policy;

import dev.housecount.edge.policy.PolicyNode.Mapping;
import dev.housecount.edge.policy.PolicyNode.Origin;
import dev.housecount.edge.policy.PolicyNode.Sequence;
import dev.housecount.edge.policy.PolicyNode.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads YAML as far as a policy needs it: mappings, lists and texts, each with its line. Goes no
 * further than SnakeYAML's nodes, so nothing is instantiated by reflection.
 */
final class PolicyYaml {
  /** A policy is four deep; aliases that contain themselves have no end. */
  private static final int MAX_DEPTH = 8;

  private final String source;

  private PolicyYaml(String source) {
    this.source = source;
  }

  /**
   * @param source what messages call it
   * @return an empty mapping for an empty text
   * @throws PolicyException when it is no YAML, or no mapping
   */
  static Mapping read(String source, String text) {
    return new PolicyYaml(source).read(text);
  }

  private Mapping read(String text) {
    Node root = compose(text);
    if (root == null) {
      return new Mapping(new Origin(source, 1), Map.of());
    }
    if (node(root, 0) instanceof Mapping mapping) {
      return mapping;
    }
    throw new PolicyException(origin(root), "a policy is a mapping, such as retention: 30");
  }

  private @Nullable Node compose(String text) {
    LoaderOptions options = new LoaderOptions();
    try {
      ParserImpl parser = new ParserImpl(new StreamReader(text), options);
      return new Composer(parser, new Resolver(), options).getSingleNode();
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      throw new PolicyException(
          new Origin(source, mark == null ? 0 : mark.getLine() + 1), "not YAML: " + e.getProblem());
    } catch (ReaderException e) {
      throw new PolicyException(new Origin(source, 0), "not YAML: a character is not allowed");
    } catch (YAMLException e) {
      // The parser's own limits, which name no line.
      throw new PolicyException(
          new Origin(source, 0), "nested too deeply for a policy, or too many aliases");
    }
  }

  private PolicyNode node(Node node, int depth) {
    if (depth > MAX_DEPTH) {
      throw new PolicyException(origin(node), "nested too deeply for a policy");
    }
    if (node instanceof MappingNode mapping) {
      return mapping(mapping, depth);
    }
    if (node instanceof SequenceNode sequence) {
      List<PolicyNode> values = new ArrayList<>();
      sequence.getValue().forEach(value -> values.add(node(value, depth + 1)));
      return new Sequence(origin(node), values);
    }
    return new Value(origin(node), ((ScalarNode) node).getValue());
  }

  private Mapping mapping(MappingNode node, int depth) {
    Map<String, PolicyNode> values = new LinkedHashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw new PolicyException(origin(tuple.getKeyNode()), "a key is a single word");
      }
      if (values.put(key.getValue(), node(tuple.getValueNode(), depth + 1)) != null) {
        throw new PolicyException(origin(key), "the key \"" + key.getValue() + "\" is here twice");
      }
    }
    return new Mapping(origin(node), values);
  }

  private Origin origin(Node node) {
    return new Origin(source, node.getStartMark().getLine() + 1);
  }
}
