package dev.housecount.event;

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
    return text.length() == LENGTH
        && text.charAt(0) == MARK
        && text.chars().skip(1).allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '2' && c <= '7'));
  }

  @Override
  public String toString() {
    return value;
  }
}
