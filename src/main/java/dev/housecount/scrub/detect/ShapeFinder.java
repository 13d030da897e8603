package dev.housecount.scrub.detect;

import com.google.re2j.Pattern;
import java.util.List;

/** What its shape alone tells: keys in PEM blocks, JSON Web Tokens, UUIDs, MAC addresses. */
final class ShapeFinder implements Finder {
  /** PEM (RFC 7468), and those of PGP and SSH; to the end where the last line is cut off. */
  private static final String PEM =
      "(?s:-{1,5} ?BEGIN [^-]{0,30}PRIVATE KEY.*?(?:END [^-]{0,30}PRIVATE KEY(?: BLOCK)?-*|\\z))";

  /** Two parts that begin as JSON objects do in base64url, then the signature (RFC 7515). */
  private static final String JWT = "eyJ[\\w=-]{4,}\\.[\\w=-]{4,}(?:\\.[\\w=-]*)*";

  /** Discord's bots: the id, a number in base64; a time; a code. */
  private static final String BOT = "\\b[MNO][\\w-]{22,27}\\.[\\w-]{6}\\.[\\w-]{27,}";

  private static final String UUID = "\\b[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\\b";

  /** EUI-48 and EUI-64, as long as they go on. With colons: see {@link Ip6Finder}. */
  private static final String EUI = "\\bH{2}(?:-H{2}){5,}\\b";

  private static final String SPACED_EUI = "\\bH{2}(?: H{2}){5,}\\b";
  private static final String DOTTED_EUI = "\\bH{4}(?:\\.H{4}){2,}\\b";

  /**
   * @param needs stands so many times in every text that has one
   * @param length of the shortest text that has one
   */
  private record Shape(
      FindKind kind, String needs, int times, int length, Pattern pattern, Finds.Check check) {

    static Shape of(FindKind kind, String needs, int times, int length, String pattern) {
      Finds.Check check = kind == FindKind.MAC ? ShapeFinder::isMac : (text, start, end) -> true;
      String hex = pattern.replace("H", "[0-9A-Fa-f]");
      boolean eui = kind == FindKind.MAC;
      return new Shape(kind, needs, times, length, Pattern.compile(eui ? hex : pattern), check);
    }

    boolean mayBeIn(String text) {
      int from = 0;
      for (int i = 0; i < times && from >= 0; i++) {
        int at = text.indexOf(needs, from);
        from = at < 0 ? -1 : at + 1;
      }
      return from >= 0 && text.length() >= length;
    }
  }

  private static final List<Shape> SHAPES =
      List.of(
          Shape.of(FindKind.PRIVATE_KEY, "PRIVATE KEY", 1, 20, PEM),
          Shape.of(FindKind.JWT, "eyJ", 1, 12, JWT),
          Shape.of(FindKind.TOKEN, ".", 2, 58, BOT),
          Shape.of(FindKind.UUID, "-", 4, 36, UUID),
          Shape.of(FindKind.MAC, "-", 5, 17, EUI),
          Shape.of(FindKind.MAC, " ", 5, 17, SPACED_EUI),
          Shape.of(FindKind.MAC, ".", 2, 14, DOTTED_EUI));

  @Override
  public void find(String text, Finds finds) {
    for (Shape shape : SHAPES) {
      if (shape.mayBeIn(text)) {
        finds.addAll(shape.kind, shape.pattern, text, shape.check);
      }
    }
  }

  /** As long as one is; and with signs that words and numbers have between them as well, mixed. */
  private static boolean isMac(String text, int start, int end) {
    int length = end - start;
    char sign = text.charAt(start + 2);
    boolean dotted = sign != '-' && sign != ' ';
    boolean whole = dotted ? length == 14 || length == 19 : length == 17 || length == 23;
    String address = text.substring(start, end);
    boolean mixed =
        address.chars().anyMatch(Character::isDigit)
            && address.chars().anyMatch(Character::isLetter);
    return whole && (sign == '-' || mixed && Chars.at(text, start - 1) != '.');
  }
}
