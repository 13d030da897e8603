package dev.housecount.scrub;

import dev.housecount.event.PolicyVersion;
import dev.housecount.scrub.detect.Detectors;
import dev.housecount.scrub.detect.FindKind;
import dev.housecount.scrub.detect.Kind;
import dev.housecount.scrub.detect.PhoneRegions;
import dev.housecount.scrub.detect.SecretNames;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is kept of events and what is replaced.
 *
 * @param byAction the actions that differ
 * @param standard for all other actions
 * @param finds a rule for every kind of ours and every pattern of the operator's
 * @param never keys that are dropped wherever they stand
 * @param secretNames what names a secret value, of keys and in texts
 * @param phoneRegions where phone numbers are looked for without their country's code
 * @param paths paths with a segment that leads to one person
 */
public record ScrubPolicy(
    PolicyVersion version,
    Map<String, ActionRule> byAction,
    ActionRule standard,
    Map<Kind, FindRule> finds,
    KeyNames never,
    SecretNames secretNames,
    PhoneRegions phoneRegions,
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

  /** What looks for the kinds that are looked for in a place. */
  Detectors detectors(FindRule.Place place) {
    Set<Kind> kinds =
        finds.entrySet().stream()
            .filter(find -> find.getValue().places().contains(place))
            .map(Map.Entry::getKey)
            .collect(Collectors.toUnmodifiableSet());
    return new Detectors(kinds, secretNames, phoneRegions);
  }
}
