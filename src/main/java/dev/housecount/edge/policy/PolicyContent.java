package dev.housecount.edge.policy;

import dev.housecount.scrub.ActionRule;
import dev.housecount.scrub.ActionRule.Subject;
import dev.housecount.scrub.AllowList;
import dev.housecount.scrub.FindRule;
import dev.housecount.scrub.PathPattern;
import dev.housecount.scrub.detect.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What a policy says, with every default filled in.
 *
 * @param number the policy's own version
 * @param actions {@code *} is among them
 * @param insights how long what is computed of events is kept
 * @param finds our kinds and the operator's patterns
 */
record PolicyContent(
    int number,
    Map<String, ActionContent> actions,
    InsightsContent insights,
    Map<Kind, FindRule> finds,
    List<String> never,
    List<String> secretKeys,
    List<String> phoneRegions,
    List<PathPattern> paths) {
  PolicyContent {
    actions = new TreeMap<>(actions);
    Map<Kind, FindRule> sorted =
        new TreeMap<>(Comparator.comparingInt(Kind::rank).thenComparing(Kind::label));
    sorted.putAll(finds);
    finds = sorted;
    never = never.stream().distinct().sorted().toList();
    secretKeys = secretKeys.stream().distinct().sorted().toList();
    phoneRegions = phoneRegions.stream().distinct().sorted().toList();
    paths = List.copyOf(paths);
  }

  /** What holds for an action. */
  record ActionContent(Subject subject, AllowList attributes, AllowList context, int days) {
    ActionRule rule() {
      return new ActionRule(subject, attributes, context);
    }
  }

  /**
   * Days for which figures are kept.
   *
   * @param people with the people behind them; none stands for as long as events
   * @param counts without
   */
  record InsightsContent(OptionalInt people, int counts) {}

  /** The longest retention of events, in days. */
  int longest() {
    return longest(actions);
  }

  static int longest(Map<String, ActionContent> actions) {
    return actions.values().stream().mapToInt(ActionContent::days).max().orElseThrow();
  }
}
