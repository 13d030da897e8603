package dev.housecount.catalog;

import dev.housecount.event.FieldValue;
import dev.housecount.event.Pseudonym;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a preview has seen of one field. Holds raw values: it is forgotten with the command. */
final class PreviewedField {
  private static final int EXAMPLES = 3;
  private static final int EXAMPLE_LENGTH = 60;

  /** What fewer people have in common may tell who they are. */
  private static final int FEW = 5;

  /** From so many on, values that are nearly all different are people's own. */
  private static final int MANY = 10;

  private static final Pattern FULL_NAME =
      Pattern.compile("\\p{Lu}[\\p{L}'.-]+(?: \\p{Lu}[\\p{L}'.-]*){1,3}");

  private static final String PERSON = "person";

  private final String path;
  private final boolean ofPeople;
  private final Map<String, Integer> kept = new LinkedHashMap<>();
  private final Set<String> raw = new HashSet<>();
  private final Map<String, Integer> finds = new TreeMap<>();
  private int values;
  private int fullNames;

  /**
   * @param ofPeople whether users have it
   */
  PreviewedField(String path, boolean ofPeople) {
    this.path = path;
    this.ofPeople = ofPeople;
  }

  /**
   * @param captured what is kept; null when nothing is
   * @param texts what was sent
   */
  void add(@Nullable FieldValue captured, List<String> texts, Preview.Finder finder) {
    for (String text : texts) {
      raw.add(TermSearch.lower(text.strip()));
      finder.finds(text).forEach(find -> finds.merge(find, 1, Integer::sum));
    }
    if (captured != null) {
      values++;
      String shown = shown(captured);
      kept.merge(shown, 1, Integer::sum);
      boolean person = !Pseudonym.replaceIn(shown, pseudonym -> "").equals(shown);
      finds.merge(PERSON, person ? 1 : 0, Integer::sum);
      fullNames += texts.stream().anyMatch(text -> FULL_NAME.matcher(text).matches()) ? 1 : 0;
    }
  }

  private static String shown(FieldValue value) {
    return value instanceof FieldValue.Items items
        ? items.values().stream().map(PreviewedField::shown).collect(Collectors.joining(", "))
        : JsonText.of(value.toPlain());
  }

  /**
   * Lines for the operator.
   *
   * @param names of the users that were seen, in lower case
   */
  List<String> lines(Set<String> names) {
    List<String> warnings = warnings(names);
    List<String> lines = new ArrayList<>();
    lines.add(
        "  %-40s %d distinct in %d".formatted(path, kept.size(), values) + examples(warnings));
    String found =
        finds.entrySet().stream()
            .filter(find -> find.getValue() > 0)
            .map(find -> find.getKey() + " " + find.getValue())
            .collect(Collectors.joining(", "));
    if (!found.isEmpty()) {
      lines.add("    found and replaced: " + found);
    }
    warnings.forEach(warning -> lines.add("    LOOKS LIKE PEOPLE: " + warning));
    return lines;
  }

  private String examples(List<String> warnings) {
    List<String> shown =
        kept.entrySet().stream()
            .filter(value -> !ofPeople || value.getValue() >= FEW)
            .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
            .limit(EXAMPLES)
            .map(value -> cut(value.getKey()))
            .toList();
    return shown.isEmpty() || !warnings.isEmpty() ? "" : ": " + String.join(" | ", shown);
  }

  private static String cut(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.codePointCount(0, line.length()) <= EXAMPLE_LENGTH
        ? line
        : line.substring(0, line.offsetByCodePoints(0, EXAMPLE_LENGTH)) + "…";
  }

  private List<String> warnings(Set<String> names) {
    List<String> warnings = new ArrayList<>();
    long named = raw.stream().filter(names::contains).count();
    if (named > 0) {
      warnings.add(named + " values are names or addresses of users");
    }
    for (String personal : List.of("email", "phone", PERSON)) {
      int found = finds.getOrDefault(personal, 0);
      if (found > 0 && !path.equals(Preview.OWNER)) {
        warnings.add(personal + " in " + found + " values");
      }
    }
    if (ofPeople && values >= MANY && kept.size() * 10 >= values * 9) {
      warnings.add("nearly each user has a value of their own");
    }
    if (values > 0 && fullNames * 3 >= values * 2 && !path.equals(Preview.TITLE)) {
      warnings.add("most values are written as full names are");
    }
    return warnings;
  }
}
