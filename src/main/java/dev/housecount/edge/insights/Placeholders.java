package dev.housecount.edge.insights;

import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fills {@code ${NAME}} in as Backstage does; {@code $${NAME}} stays, without the first sign. */
final class Placeholders {
  private static final Pattern PLACEHOLDER = Pattern.compile("[$]?[$][{]([^{}]*)}");
  private static final Pattern FALLBACK = Pattern.compile("\\s*:-\\s*");

  /** The environment. */
  @FunctionalInterface
  interface Variables {
    /** Null when the variable is not set. */
    @Nullable String get(String name);
  }

  /** A variable that is not set. */
  static final class UnsetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsetException(String name) {
      super("the environment variable " + name + " is not set");
    }
  }

  private Placeholders() {}

  /**
   * @throws UnsetException when a variable is not set and has no fallback
   */
  static UnaryOperator<String> from(Variables variables) {
    return text ->
        PLACEHOLDER
            .matcher(text)
            .replaceAll(found -> Matcher.quoteReplacement(value(found, variables)));
  }

  private static String value(MatchResult found, Variables variables) {
    if (found.group().startsWith("$$")) {
      return found.group().substring(1);
    }
    String[] parts = FALLBACK.split(found.group(1).strip(), 2);
    String value = variables.get(parts[0]);
    if (value == null && parts.length < 2) {
      throw new UnsetException(parts[0]);
    }
    return value == null ? parts[1] : value;
  }
}
