package dev.housecount.scrub;

import dev.housecount.event.PolicyVersion;
import dev.housecount.scrub.detect.FindKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is kept of events and what is replaced.
 *
 * @param byAction the actions that differ
 * @param standard for all other actions
 * @param finds a rule for every kind
 * @param never keys that are dropped wherever they stand
 * @param secretKeys keys, and ends of keys, whose values are secret
 * @param paths paths with a segment that leads to one person
 */
public record ScrubPolicy(
    PolicyVersion version,
    Map<String, ActionRule> byAction,
    ActionRule standard,
    Map<FindKind, FindRule> finds,
    KeyNames never,
    KeyNames secretKeys,
    List<PathPattern> paths) {
  public ScrubPolicy {
    byAction = Map.copyOf(byAction);
    finds = Map.copyOf(finds);
    paths = List.copyOf(paths);
    if (!finds.keySet().containsAll(EnumSet.allOf(FindKind.class))) {
      throw new IllegalArgumentException("a policy has a rule for every kind of find");
    }
  }

  /**
   * @param action as scrubbed: it has one name, here, in retention and in what is stored
   */
  ActionRule of(String action) {
    return byAction.getOrDefault(action, standard);
  }

  /** The kinds that are looked for in a place. */
  Set<FindKind> in(FindRule.Place place) {
    EnumSet<FindKind> kinds = EnumSet.noneOf(FindKind.class);
    finds.forEach(
        (kind, rule) -> {
          if (rule.places().contains(place)) {
            kinds.add(kind);
          }
        });
    return kinds;
  }
}
