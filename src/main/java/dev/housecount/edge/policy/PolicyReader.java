package dev.housecount.edge.policy;

import dev.housecount.edge.policy.PolicyContent.ActionContent;
import dev.housecount.edge.policy.PolicyContent.InsightsContent;
import dev.housecount.scrub.ActionRule.Subject;
import dev.housecount.scrub.AllowList;
import dev.housecount.scrub.PathPattern;
import dev.housecount.scrub.detect.PhoneRegions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes a policy of its layers, and refuses one that is not certain to be meant. */
public final class PolicyReader {
  /** Every action, where it stands for one; every key, where it stands for a list. */
  static final String ALL = "*";

  /** As long as events are kept, where it stands for a number of days. */
  static final String EVENTS = "events";

  /** The longest retention: ten years. */
  static final int MAX_DAYS = 3650;

  private static final int MAX_VERSION = 9999;

  private PolicyReader() {}

  /**
   * @param overrides the later ones over the earlier ones
   * @throws PolicyException when something is wrong; says where and what to do
   */
  public static EffectivePolicy read(List<PolicyLayer> overrides) {
    List<PolicyLayer> layers = new ArrayList<>(List.of(PolicyLayer.defaults()));
    layers.addAll(overrides);
    Section root = new Section(PolicyLayer.merge(layers), "");
    root.knowsOnly(
        Set.of(
            "version",
            "actions",
            "insights",
            "finds",
            "patterns",
            "phone-regions",
            "never",
            "secret-keys",
            "paths",
            "pseudonyms"));
    PseudonymFacts.check(root.section("pseudonyms"));
    Map<String, ActionContent> actions = actions(root.section("actions"));
    return new EffectivePolicy(
        new PolicyContent(
            root.number("version", 1, MAX_VERSION),
            actions,
            insights(root.section("insights"), PolicyContent.longest(actions)),
            FindRules.read(root.section("finds"), root.section("patterns")),
            root.list("never"),
            root.list("secret-keys"),
            regions(root),
            paths(root)));
  }

  private static Map<String, ActionContent> actions(Section actions) {
    Map<String, ActionContent> contents = new TreeMap<>();
    ActionContent standard = action(actions.section(ALL), null);
    for (String name : actions.keys()) {
      if (name.isBlank()) {
        throw actions.wrong(name, "is no name of an action");
      }
      contents.put(name, action(actions.section(name), standard));
    }
    return contents;
  }

  private static ActionContent action(Section action, @Nullable ActionContent standard) {
    action.knowsOnly(Set.of("subject", "attributes", "context", "retention"));
    return new ActionContent(
        standard == null || action.has("subject")
            ? action.choice("subject", Subject.class)
            : standard.subject(),
        standard == null || action.has("attributes")
            ? keys(action, "attributes")
            : standard.attributes(),
        standard == null || action.has("context") ? keys(action, "context") : standard.context(),
        standard == null || action.has("retention")
            ? action.number("retention", 1, MAX_DAYS)
            : standard.days());
  }

  private static InsightsContent insights(Section insights, int longest) {
    insights.knowsOnly(Set.of("people", "counts"));
    return new InsightsContent(
        insights.text("people").equals(EVENTS)
            ? OptionalInt.empty()
            : OptionalInt.of(people(insights, longest)),
        insights.number("counts", 1, MAX_DAYS));
  }

  private static int people(Section insights, int longest) {
    int days = insights.number("people", 1, MAX_DAYS);
    if (days > longest) {
      throw insights.wrong(
          "people",
          "is %d days at most, the longest retention of events; or \"%s\", for as long as those"
              .formatted(longest, EVENTS));
    }
    return days;
  }

  private static AllowList keys(Section action, String key) {
    String single = action.textIfSingle(key);
    if (single != null) {
      if (single.equals(ALL)) {
        return AllowList.ALL;
      }
      throw action.wrong(key, "is a list, or '*' for all");
    }
    List<String> names = action.list(key);
    if (names.equals(List.of(ALL))) {
      throw action.wrong(key, "keeps all when it is '*' and no list; in a list it is one key");
    }
    return AllowList.of(Set.copyOf(names));
  }

  private static List<String> regions(Section root) {
    List<String> regions = root.list("phone-regions");
    for (String region : regions) {
      if (!PhoneRegions.known().contains(region)) {
        throw root.wrong(
            "phone-regions",
            "has no country \"" + region + "\"; write two capital letters (ISO 3166-1), as in DE");
      }
    }
    return regions;
  }

  private static List<PathPattern> paths(Section root) {
    List<PathPattern> paths = new ArrayList<>();
    for (String text : root.list("paths")) {
      try {
        paths.add(PathPattern.parse(text));
      } catch (IllegalArgumentException e) {
        throw root.wrong(
            "paths", "is a list of paths such as /create/tasks/<task>, with a fixed first segment");
      }
    }
    return paths;
  }
}
