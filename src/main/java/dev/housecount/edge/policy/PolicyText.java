package dev.housecount.edge.policy;

import dev.housecount.edge.policy.PolicyContent.ActionContent;
import dev.housecount.edge.policy.PolicyContent.InsightsContent;
import dev.housecount.scrub.AllowList;
import dev.housecount.scrub.FindRule;
import dev.housecount.scrub.FindRule.Place;
import dev.housecount.scrub.FindRule.Replacement;
import dev.housecount.scrub.detect.FindKind;
import dev.housecount.scrub.detect.Kind;
import dev.housecount.scrub.detect.OwnPattern;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes a policy: as YAML that can be read again, and as a table for documents. */
final class PolicyText {
  private PolicyText() {}

  /** The same text for the same content, whatever its sources looked like. */
  static String yaml(PolicyContent policy) {
    StringBuilder yaml = new StringBuilder();
    yaml.append("version: ").append(policy.number()).append("\nactions:\n");
    policy
        .actions()
        .forEach(
            (name, action) ->
                yaml.append("  ").append(quoted(name)).append(":\n").append(yaml(action)));
    yaml.append(yaml(policy.insights()));
    yaml.append("finds:\n");
    policy.finds().forEach((kind, rule) -> yaml.append(ours(kind, rule)));
    boolean own = policy.finds().keySet().stream().anyMatch(OwnPattern.class::isInstance);
    yaml.append(own ? "patterns:\n" : "patterns: {}\n");
    policy.finds().forEach((kind, rule) -> yaml.append(own(kind, rule)));
    yaml.append("phone-regions: ").append(list(policy.phoneRegions())).append('\n');
    yaml.append("never: ").append(list(policy.never())).append('\n');
    yaml.append("secret-keys: ").append(list(policy.secretKeys())).append('\n');
    yaml.append("paths: ").append(list(policy.paths().stream().map(Object::toString).toList()));
    return yaml.append('\n').append(PseudonymFacts.yaml()).toString();
  }

  private static String yaml(ActionContent action) {
    return """
            subject: %s
            attributes: %s
            context: %s
            retention: %d
        """
        .formatted(
            lower(action.subject()),
            yaml(action.attributes()),
            yaml(action.context()),
            action.days());
  }

  private static String yaml(InsightsContent insights) {
    String people =
        insights.people().isPresent()
            ? Integer.toString(insights.people().getAsInt())
            : PolicyReader.EVENTS;
    return "insights: {people: " + people + ", counts: " + insights.counts() + "}\n";
  }

  private static String yaml(AllowList keys) {
    return keys.all() ? quoted(PolicyReader.ALL) : list(new TreeSet<>(keys.keys()));
  }

  private static String ours(Kind kind, FindRule rule) {
    return kind instanceof FindKind ? "  " + kind.label() + ": {" + yaml(rule) + "}\n" : "";
  }

  private static String own(Kind kind, FindRule rule) {
    return kind instanceof OwnPattern own
        ? "  " + own.label() + ": {match: '" + doubled(own.match()) + "', " + yaml(rule) + "}\n"
        : "";
  }

  private static String yaml(FindRule rule) {
    return "in: " + places(rule.places()) + ", replace: " + lower(rule.replacement());
  }

  private static String places(Set<Place> places) {
    if (places.isEmpty()) {
      return "nowhere";
    }
    return places.size() == Place.values().length
        ? "everywhere"
        : new TreeSet<>(places)
            .stream().map(PolicyText::lower).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String list(Collection<String> texts) {
    return texts.stream().map(PolicyText::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  /** Single quotes, as YAML has them, where a text is more than a word. */
  private static String quoted(String text) {
    boolean word = text.matches("[A-Za-z][A-Za-z0-9_]*");
    return word ? text : "'" + doubled(text) + "'";
  }

  private static String doubled(String text) {
    return text.replace("'", "''");
  }

  /** Markdown: what is kept of each action, and for how long. */
  static String table(PolicyContent policy) {
    StringBuilder table = new StringBuilder();
    table.append("| action | kept for | subject | attributes | context |\n|---|---|---|---|---|\n");
    policy.actions().forEach((name, action) -> table.append(row(name, action)));
    table.append("\n| figures | kept for |\n|---|---|\n");
    int people = policy.insights().people().orElse(policy.longest());
    table.append("| with the people behind them | ").append(days(people)).append(" |\n");
    table
        .append("| by day, week and month, without anybody in them | ")
        .append(days(policy.insights().counts()))
        .append(" |\n");
    table.append("\n| looked for | in | replaced by |\n|---|---|---|\n");
    policy.finds().forEach((kind, rule) -> table.append(row(kind, rule)));
    return table.toString();
  }

  private static String row(String name, ActionContent action) {
    return List.of(
            name.equals(PolicyReader.ALL) ? "all others" : "`" + name + "`",
            days(action.days()),
            lower(action.subject()),
            cell(action.attributes()),
            cell(action.context()))
        .stream()
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String row(Kind kind, FindRule rule) {
    String match =
        kind instanceof OwnPattern own ? " (`" + own.match().replace("|", "\\|") + "`)" : "";
    String replacement =
        rule.replacement() == Replacement.PLACEHOLDER && !kind.placeholder().isEmpty()
            ? "`" + kind.placeholder() + "`"
            : rule.replacement() == Replacement.PLACEHOLDER ? "nothing" : lower(rule.replacement());
    String places = places(rule.places()).replaceAll("[\\[\\]]", "");
    return "| `%s`%s | %s | %s |\n".formatted(kind.label(), match, places, replacement);
  }

  private static String days(int days) {
    return days + (days == 1 ? " day" : " days");
  }

  private static String cell(AllowList keys) {
    if (keys.all()) {
      return "all";
    }
    return keys.keys().isEmpty()
        ? "none"
        : new TreeSet<>(keys.keys()).stream().collect(Collectors.joining("`, `", "`", "`"));
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
