package dev.housecount.edge.backstage;

import dev.housecount.event.EntityRef;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is asked for of an entity: nothing that would be thrown away. */
final class WantedFields {
  private static final List<String> ALWAYS =
      List.of(
          "kind",
          "metadata.name",
          "metadata.title",
          "metadata.namespace",
          "metadata.annotations.backstage.io/time-saved",
          "metadata.annotations.rhdh.redhat.com/time-saved",
          "metadata.annotations.backstage.io/source-template",
          "metadata.creationTimestamp",
          "metadata.annotations.backstage.io/createdAt",
          "metadata.annotations.backstage.io/created-at",
          "spec.type",
          "spec.lifecycle",
          "spec.owner",
          "relations");

  /** Filters of users and groups may name any field, in any case. */
  private static final String WHOLE = "kind,metadata,spec,relations";

  private static final Set<String> FILTERED = Set.of(EntityRef.USER, "group");

  private final String narrow;

  /**
   * @param more fields of entities
   */
  WantedFields(Collection<String> more) {
    Set<String> all = new LinkedHashSet<>(ALWAYS);
    all.addAll(more);
    narrow = String.join(",", all);
  }

  /** Separated by commas. */
  String of(String kind) {
    return FILTERED.contains(kind.toLowerCase(Locale.ROOT)) ? WHOLE : narrow;
  }
}
