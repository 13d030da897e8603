package dev.housecount.scrub.detect;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * What an operator looks for: an expression in RE2's syntax, which no text can make slow. It sees a
 * text as detectors do ({@link Reading}), and finds parts of words unless it says {@code \b}.
 */
public final class OwnPattern implements Kind {
  /** The longest expression, in characters. */
  public static final int MAX_LENGTH = 256;

  /** The longest name, in characters. */
  public static final int MAX_NAME = 32;

  /** What an expression may be compiled to, in instructions: each may cost a step a character. */
  private static final int MAX_PROGRAM = 2_000;

  /** Letters, and signs between them: no detector takes a placeholder for a number. */
  private static final Pattern NAME = Pattern.compile("[a-z]+(?:[_-][a-z]+)*");

  private final String name;
  private final String match;
  private final Pattern pattern;

  private OwnPattern(String name, String match, Pattern pattern) {
    this.name = name;
    this.match = match;
    this.pattern = pattern;
  }

  /** What is wrong with a name, or null. */
  public static @Nullable String wrongName(String name) {
    boolean fits = name.length() <= MAX_NAME && NAME.matches(name);
    return fits
        ? null
        : "is no name of a pattern: small letters, with - or _ between, at most " + MAX_NAME;
  }

  /**
   * @param name as {@link #wrongName} allows
   * @param match the expression
   * @throws IllegalArgumentException when it cannot be used; the message says why, for a sentence
   *     that begins with where it stands
   */
  public static OwnPattern of(String name, String match) {
    if (match.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("is longer than " + MAX_LENGTH + " characters");
    }
    OwnPattern pattern = new OwnPattern(name, match, compile(match));
    if (pattern.pattern.matcher("").find()) {
      throw new IllegalArgumentException("finds the empty text, and so all and nothing");
    }
    for (FindKind kind : FindKind.values()) {
      pattern.checkLeaves(kind.placeholder());
    }
    pattern.checkLeaves(pattern.placeholder());
    return pattern;
  }

  private static Pattern compile(String match) {
    try {
      Pattern pattern = Pattern.compile(match);
      if (pattern.programSize() > MAX_PROGRAM) {
        throw new IllegalArgumentException("is too large when its repetitions are written out");
      }
      return pattern;
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "is no expression in RE2's syntax (" + e.getDescription() + ": " + e.getPattern() + ")",
          e);
    }
  }

  private void checkLeaves(String placeholder) {
    if (isIn(placeholder)) {
      throw new IllegalArgumentException(
          "finds something in " + placeholder + ", which stands where a find stood; be more exact");
    }
  }

  boolean isIn(String text) {
    return pattern.matcher(text).find();
  }

  void find(String text, Finds finds) {
    finds.addAll(this, pattern, 0, text, (all, start, end) -> true);
  }

  /** The expression as the operator wrote it. */
  public String match() {
    return match;
  }

  @Override
  public String label() {
    return name;
  }

  @Override
  public String placeholder() {
    return "<" + name + ">";
  }

  /** Whoever names a pattern knows what it finds. */
  @Override
  public int rank() {
    return -1;
  }
}
