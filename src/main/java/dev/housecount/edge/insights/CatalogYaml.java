package dev.housecount.edge.insights;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a setting that is YAML, also on one line. */
public final class CatalogYaml {
  private CatalogYaml() {}

  /**
   * The plain form of JSON: maps, lists, texts, numbers, flags.
   *
   * @param setting what messages call it
   * @return null for an empty text
   * @throws SettingException when it is no YAML
   */
  public static @Nullable Object read(String setting, String text) {
    YamlSource source = new YamlSource(setting);
    Node root = source.compose(text);
    return root == null ? null : source.plain(root, UnaryOperator.identity());
  }
}
