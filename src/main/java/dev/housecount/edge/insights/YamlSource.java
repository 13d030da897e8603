package dev.housecount.edge.insights;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
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
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads YAML as the portal's own reader does (YAML 1.2, core schema: {@code yes} is a text), and as
 * far as SnakeYAML's nodes only, so that nothing is instantiated by reflection.
 */
final class YamlSource {
  /** No setting is deeper; aliases that contain themselves have no end. */
  private static final int MAX_DEPTH = 16;

  private final String name;

  /**
   * @param name what messages call it
   */
  YamlSource(String name) {
    this.name = name;
  }

  /**
   * Null for an empty text.
   *
   * @throws SettingException when it is no YAML
   */
  @Nullable Node compose(String text) {
    LoaderOptions options = new LoaderOptions();
    try {
      ParserImpl parser = new ParserImpl(new StreamReader(text), options);
      return new Composer(parser, new Resolver(), options).getSingleNode();
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      String place = mark == null ? name : at(mark);
      throw new SettingException(place, "not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      // A character that YAML forbids, or the parser's own limits; neither names a line.
      throw new SettingException(name, "not YAML: a forbidden character, or nested too deeply");
    }
  }

  /** A message about a place in the text. */
  SettingException wrong(Node node, String what) {
    return new SettingException(at(node.getStartMark()), what);
  }

  /** A message about something that is not in the text. */
  SettingException missing(String what) {
    return new SettingException(name, what);
  }

  private String at(Mark mark) {
    return name + ", line " + (mark.getLine() + 1);
  }

  /** The members of a mapping, in their order. */
  Map<String, Node> members(MappingNode mapping) {
    Map<String, Node> members = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw wrong(tuple.getKeyNode(), "a key is a single word");
      }
      if (members.put(key.getValue(), tuple.getValueNode()) != null) {
        throw wrong(key, "the key \"" + key.getValue() + "\" is here twice");
      }
    }
    return members;
  }

  /**
   * What a JSON parser would give for the same: maps, lists, texts, numbers, flags and nulls.
   *
   * @param texts is applied to every text
   */
  @Nullable Object plain(Node node, UnaryOperator<String> texts) {
    return plain(node, texts, 0);
  }

  private @Nullable Object plain(Node node, UnaryOperator<String> texts, int depth) {
    if (depth > MAX_DEPTH) {
      throw wrong(node, "nested too deeply for a setting");
    }
    if (node instanceof MappingNode mapping) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      members(mapping).forEach((key, value) -> values.put(key, plain(value, texts, depth + 1)));
      return values;
    }
    if (node instanceof SequenceNode sequence) {
      List<@Nullable Object> values = new ArrayList<>();
      sequence.getValue().forEach(value -> values.add(plain(value, texts, depth + 1)));
      return values;
    }
    ScalarNode scalar = (ScalarNode) node;
    boolean quoted = scalar.getScalarStyle() != ScalarStyle.PLAIN;
    Object value = quoted ? scalar.getValue() : CoreSchema.of(scalar.getValue());
    return value instanceof String text ? texts.apply(text) : value;
  }
}
