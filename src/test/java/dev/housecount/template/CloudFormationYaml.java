package dev.housecount.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** YAML with CloudFormation's short functions: {@code !Ref X} becomes {@code {Ref: X}}. */
final class CloudFormationYaml extends SafeConstructor {
  private CloudFormationYaml() {
    super(new LoaderOptions());
    yamlMultiConstructors.put("!", new ShortFunction());
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> read(Path file) {
    try {
      return (Map<String, Object>) new Yaml(new CloudFormationYaml()).load(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class ShortFunction extends AbstractConstruct {
    @Override
    public Object construct(Node node) {
      String name = node.getTag().getValue().substring(1);
      return Map.of(name.equals("Ref") ? name : "Fn::" + name, argument(node));
    }

    private Object argument(Node node) {
      if (node instanceof SequenceNode sequence) {
        return constructSequence(sequence);
      }
      return node instanceof MappingNode mapping
          ? constructMapping(mapping)
          : ((ScalarNode) node).getValue();
    }
  }
}
