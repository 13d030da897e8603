package dev.housecount.policy;

import dev.housecount.scrub.ActionRule;
import dev.housecount.scrub.ActionRule.Subject;
import dev.housecount.scrub.AllowList;
import dev.housecount.scrub.FindRule;
import dev.housecount.scrub.PathPattern;
import dev.housecount.scrub.detect.FindKind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a policy says, with every default filled in.
 *
 * @param number the policy's own version
 * @param actions {@code *} is among them
 */
record PolicyContent(
    int number,
    Map<String, ActionContent> actions,
    Map<FindKind, FindRule> finds,
    List<String> never,
    List<String> secretKeys,
    List<PathPattern> paths) {
  PolicyContent {
    actions = new TreeMap<>(actions);
    finds = new TreeMap<>(finds);
    never = never.stream().distinct().sorted().toList();
    secretKeys = secretKeys.stream().distinct().sorted().toList();
    paths = List.copyOf(paths);
  }

  /** What holds for an action. */
  record ActionContent(Subject subject, AllowList attributes, AllowList context, int days) {
    ActionRule rule() {
      return new ActionRule(subject, attributes, context);
    }
  }
}
