package dev.housecount.edge.backstage;

import dev.housecount.event.EntityRef;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is asked for of an entity: nothing that would be thrown away. */
final class WantedFields {
  private static final List<String> ALWAYS =
      List.of(
          "kind",
          "metadata.name",
          "metadata.namespace",
          "metadata.annotations.backstage.io/time-saved",
          "metadata.annotations.rhdh.redhat.com/time-saved",
          "metadata.annotations.backstage.io/source-template",
          "metadata.creationTimestamp",
          "spec.type",
          "spec.lifecycle",
          "spec.owner",
          "spec.parent",
          "spec.children",
          "spec.memberOf",
          "relations");

  /** Of a person it is a name. */
  private static final String TITLE = "metadata.title";

  private final String ofPeople;
  private final String ofOthers;

  WantedFields(Collection<String> more) {
    Set<String> all = new LinkedHashSet<>(ALWAYS);
    all.addAll(more);
    ofPeople = String.join(",", all);
    all.add(TITLE);
    ofOthers = String.join(",", all);
  }

  /** Separated by commas. */
  String of(String kind) {
    return kind.equalsIgnoreCase(EntityRef.USER) ? ofPeople : ofOthers;
  }
}
