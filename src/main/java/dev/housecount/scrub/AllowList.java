package dev.housecount.scrub;

import java.util.Set;

/**
 * The keys that are kept; everything else is dropped. A name alone cannot be detected in free text,
 * so what is not known is not stored.
 *
 * @param attributes keys of an event's attributes
 * @param context keys of an event's context
 */
public record AllowList(Set<String> attributes, Set<String> context) {
  /** What Backstage's own plugins send. */
  public static final AllowList BACKSTAGE =
      new AllowList(
          Set.of(
              "namespace",
              "kind",
              "name",
              "to",
              "resultCount",
              "productive",
              "templateName",
              "templateNamespace",
              "taskId",
              "path",
              "*",
              "pluginId",
              "searchTypes"),
          Set.of(
              "pluginId",
              "routeRef",
              "extension",
              "extensionId",
              "entityRef",
              "searchTypes",
              "pathname"));

  public AllowList {
    attributes = Set.copyOf(attributes);
    context = Set.copyOf(context);
  }
}
