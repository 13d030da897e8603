package dev.housecount.event;

import java.util.function.Function;

/**
 * Stands for a user or a session: {@code ~} and 26 characters of lower-case base32, 128 bits of a
 * keyed hash. The tilde cannot occur in a Backstage entity ref, so a pseudonym and a ref are told
 * apart by sight; lower case survives wherever refs are normalised.
 */
public record Pseudonym(String value) {
  /** What every pseudonym begins with. */
  public static final char MARK = '~';

  private static final int LENGTH = 27;

  public Pseudonym {
    if (!isPseudonym(value)) {
      throw new IllegalArgumentException("not a pseudonym");
    }
  }

  /** Whether the text has the form of a pseudonym. */
  public static boolean isPseudonym(String text) {
    boolean pseudonym = text.length() == LENGTH && text.charAt(0) == MARK;
    for (int i = 1; pseudonym && i < LENGTH; i++) {
      char c = text.charAt(i);
      pseudonym = (c >= 'a' && c <= 'z') || (c >= '2' && c <= '7');
    }
    return pseudonym;
  }

  /** The text with every pseudonym in it replaced. */
  public static String replaceIn(String text, Function<Pseudonym, String> replacement) {
    int mark = text.indexOf(MARK);
    if (mark < 0) {
      return text; // as nearly all are
    }
    StringBuilder replaced = new StringBuilder(text.length());
    int copied = 0;
    while (mark >= 0) {
      int end = mark + LENGTH;
      if (end <= text.length() && isPseudonym(text.substring(mark, end))) {
        replaced.append(text, copied, mark);
        replaced.append(replacement.apply(new Pseudonym(text.substring(mark, end))));
        copied = end;
      }
      mark = text.indexOf(MARK, Math.max(mark + 1, copied));
    }
    return replaced.append(text, copied, text.length()).toString();
  }

  @Override
  public String toString() {
    return value;
  }
}
