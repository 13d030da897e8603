package dev.housecount.hydrate;

import dev.housecount.event.EntityPath;
import dev.housecount.event.EntityRef;
import dev.housecount.event.FieldValue;
import dev.housecount.event.PercentDecoder;
import dev.housecount.event.Pseudonym;
import dev.housecount.event.ScrubbedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the catalog entity that an event's page is about where the event does not name it. */
final class PathEntity {
  /** The scaffolder's page of a template; its route parameters do not say the kind. */
  private static final String TEMPLATE_ROUTE = "scaffolder:selected-template";

  /** The plugins whose pages are an entity's, wherever the portal puts them. */
  private static final Set<String> ENTITY_PLUGINS = Set.of("catalog", "techdocs");

  private PathEntity() {}

  /** The entity of the event's own fields, else of its path. */
  static @Nullable EntityRef of(ScrubbedEvent event) {
    EntityRef named = event.namedEntity();
    if (named != null) {
      return named;
    }
    if (TEMPLATE_ROUTE.equals(FieldValue.text(event.context(), "routeRef"))) {
      EntityRef template = template(event.attributes());
      if (template != null) {
        return template;
      }
    }
    return PageWords.isOfPath(event) ? inPath(event) : null;
  }

  private static @Nullable EntityRef template(Map<String, FieldValue> attributes) {
    String namespace = first(attributes, "namespace", "templateNamespace");
    String name = first(attributes, "name", "templateName");
    return name == null
        ? null
        : EntityRef.of(
                EntityPath.TEMPLATE,
                namespace == null ? EntityRef.DEFAULT_NAMESPACE : namespace,
                name)
            .orElse(null);
  }

  private static @Nullable String first(Map<String, FieldValue> fields, String key, String other) {
    String text = FieldValue.text(fields, key);
    return text == null ? FieldValue.text(fields, other) : text;
  }

  private static @Nullable EntityRef inPath(ScrubbedEvent event) {
    String subject = event.subject();
    int scheme = subject.indexOf("://");
    boolean host = scheme > 0 && subject.indexOf('/') > scheme;
    List<String> segments = segments(subject, host ? scheme + 3 : 0);
    List<String> words = segments.stream().map(EntityPath::word).toList();
    EntityPath path =
        EntityPath.find(words, host ? 1 : 0, host ? EntityPath.Place.URL : EntityPath.Place.PATH);
    if (path == null || !(path.sure() || isEntityPage(event) || path.isUser(words))) {
      return null;
    }
    return entity(segments, path)
        // What is no pseudonym is no person of ours: better nobody than a name.
        .filter(ref -> !ref.isUser() || Pseudonym.isPseudonym(ref.name()))
        .orElse(null);
  }

  private static Optional<EntityRef> entity(List<String> segments, EntityPath path) {
    String kind = path.kind() < 0 ? EntityPath.TEMPLATE : segments.get(path.kind());
    String namespace =
        path.namespace() < 0 ? EntityRef.DEFAULT_NAMESPACE : segments.get(path.namespace());
    return EntityRef.of(kind, namespace, segments.get(path.name()));
  }

  private static boolean isEntityPage(ScrubbedEvent event) {
    String plugin = event.namedPlugin();
    String route = FieldValue.text(event.context(), "routeRef");
    return (plugin != null && ENTITY_PLUGINS.contains(plugin))
        || (route != null && (route.startsWith("catalog:") || route.startsWith("techdocs:")));
  }

  /** The path's parts between slashes, decoded once, as a router does. */
  private static List<String> segments(String path, int from) {
    List<String> segments = new ArrayList<>();
    int start = from;
    while (start <= path.length()) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      if (end > start) {
        segments.add(PercentDecoder.decode(path.substring(start, end)));
      }
      start = end + 1;
    }
    return segments;
  }
}
