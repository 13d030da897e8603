package dev.housecount.policy;

import dev.housecount.scrub.FindRule;
import dev.housecount.scrub.FindRule.Place;
import dev.housecount.scrub.FindRule.Replacement;
import dev.housecount.scrub.detect.FindKind;
import dev.housecount.scrub.detect.Kind;
import dev.housecount.scrub.detect.OwnPattern;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what is looked for: our kinds and the operator's patterns. */
final class FindRules {
  /** Each pattern passes over each text. */
  static final int MAX_PATTERNS = 32;

  private static final Map<String, FindKind> OURS =
      Arrays.stream(FindKind.values()).collect(Collectors.toMap(FindKind::label, kind -> kind));

  private FindRules() {}

  static Map<Kind, FindRule> read(Section finds, Section patterns) {
    Map<Kind, FindRule> rules = new HashMap<>();
    for (String name : finds.keys()) {
      if (!OURS.containsKey(name)) {
        throw finds.wrong(
            name,
            "is unknown; known are "
                + OURS.keySet().stream().sorted().collect(Collectors.joining(", "))
                + "; your own stand below \"patterns\"");
      }
    }
    for (FindKind kind : FindKind.values()) {
      Section find = finds.section(kind.label());
      find.knowsOnly(Set.of("in", "replace"));
      rules.put(kind, rule(find));
    }
    if (patterns.keys().size() > MAX_PATTERNS) {
      throw new PolicyException(
          patterns.origin(), "patterns are " + MAX_PATTERNS + " at most; join some with |");
    }
    patterns.keys().forEach(name -> rules.put(pattern(patterns, name), own(patterns, name)));
    return rules;
  }

  private static OwnPattern pattern(Section patterns, String name) {
    String wrong = OURS.containsKey(name) ? "is a kind of ours: see \"finds\"" : null;
    wrong = wrong == null ? OwnPattern.wrongName(name) : wrong;
    if (wrong != null) {
      throw patterns.wrong(name, wrong);
    }
    Section pattern = patterns.section(name);
    pattern.knowsOnly(Set.of("match", "in", "replace"));
    try {
      return OwnPattern.of(name, pattern.text("match"));
    } catch (IllegalArgumentException e) {
      throw pattern.wrong("match", String.valueOf(e.getMessage()));
    }
  }

  /** Everywhere and by a placeholder, where a pattern says nothing else. */
  private static FindRule own(Section patterns, String name) {
    Section pattern = patterns.section(name);
    return new FindRule(
        pattern.has("in") ? places(pattern) : EnumSet.allOf(Place.class),
        pattern.has("replace")
            ? pattern.choice("replace", Replacement.class)
            : Replacement.PLACEHOLDER);
  }

  private static FindRule rule(Section find) {
    return new FindRule(places(find), find.choice("replace", Replacement.class));
  }

  private static Set<Place> places(Section find) {
    String single = find.textIfSingle("in");
    if (single == null) {
      return find.choices("in", Place.class);
    }
    return switch (single) {
      case "everywhere" -> EnumSet.allOf(Place.class);
      case "nowhere" -> Set.of();
      default -> throw find.wrong("in", "is a list of places, or everywhere, or nowhere");
    };
  }
}
