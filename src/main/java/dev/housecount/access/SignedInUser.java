package dev.housecount.access;

import dev.housecount.event.EntityRef;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A user whose portal vouches for them.
 *
 * @param portal its name here
 * @param user of kind {@code user}
 */
public record SignedInUser(String portal, EntityRef user) {
  /** Characters of an entity ref; Backstage's own rules allow a kind and two names of 63 each. */
  public static final int MAX_REF = 512;

  /** What stands where a decoder could not read. */
  private static final int REPLACEMENT = 0xFFFD;

  /** What leads from one name to another; Backstage's parser takes it for a part of the name. */
  private static final Pattern DOTS = Pattern.compile("(^|/)\\.{0,2}(/|$)");

  /**
   * The user whom a portal names.
   *
   * @param ref {@code user:[namespace/]name}
   * @return empty where that is no name that a catalog could have
   */
  public static Optional<SignedInUser> of(String portal, String ref) {
    if (ref.length() > MAX_REF || !ref.codePoints().allMatch(SignedInUser::isSeen)) {
      return Optional.empty();
    }
    return EntityRef.parse(ref, "")
        .filter(user -> user.isUser() && !DOTS.matcher(user.name()).find())
        .map(user -> new SignedInUser(portal, user));
  }

  /** Whether a character is one that people see: no control, no white space, no half character. */
  private static boolean isSeen(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> codePoint != REPLACEMENT;
    };
  }

  /** Says not who, so that a careless log line leaks nothing. */
  @Override
  public String toString() {
    return "SignedInUser[" + portal + "]";
  }
}
