package dev.housecount.catalog;

import dev.housecount.event.Pseudonym;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Replaces the names of one person, as the catalog knows them, by the pseudonym. */
final class PersonNames implements UnaryOperator<String> {
  /** Shorter names are replaced where they are the whole text only. */
  private static final int SHORT = 3;

  private final List<String> names;
  private final String pseudonym;

  PersonNames(Pseudonym pseudonym, @Nullable Object... names) {
    this.pseudonym = pseudonym.value();
    this.names =
        Stream.of(names)
            .filter(String.class::isInstance)
            .map(name -> ((String) name).strip())
            .filter(name -> !name.isEmpty())
            .toList();
  }

  @Override
  public String apply(String text) {
    String replaced = text;
    for (String name : names) {
      replaced = replace(replaced, name);
    }
    return replaced;
  }

  private String replace(String text, String name) {
    if (text.strip().equalsIgnoreCase(name)) {
      return pseudonym;
    }
    if (name.length() < SHORT) {
      return text;
    }
    StringBuilder replaced = new StringBuilder();
    int copied = 0;
    for (int i = 0; i + name.length() <= text.length(); i++) {
      if (i >= copied && isWord(text, i, name)) {
        replaced.append(text, copied, i).append(pseudonym);
        copied = i + name.length();
      }
    }
    return copied == 0 ? text : replaced.append(text, copied, text.length()).toString();
  }

  private static boolean isWord(String text, int start, String name) {
    int end = start + name.length();
    return text.regionMatches(true, start, name, 0, name.length())
        && (start == 0 || !isNamePart(text.charAt(start - 1)))
        && (end == text.length() || !isNamePart(text.charAt(end)));
  }

  /** The mark is of pseudonyms, in whose letters nobody's name is to be found. */
  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == Pseudonym.MARK;
  }
}
