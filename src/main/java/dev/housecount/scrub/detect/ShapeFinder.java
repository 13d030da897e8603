package dev.housecount.scrub.detect;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;

/**
 * What its shape alone tells, as {@code shapes.txt} has it: keys in PEM blocks, UUIDs and so on.
 */
final class ShapeFinder implements Finds.Finder {
  /**
   * @param needs stands so many times in every text that has one
   * @param length of the shortest such text
   */
  private record Shape(FindKind kind, String needs, int times, int length, Pattern pattern) {
    static Shape parse(String line) {
      String[] parts = line.split(" ", 5);
      return new Shape(
          FindKind.valueOf(parts[0].toUpperCase(Locale.ROOT)),
          parts[1].replace("\\s", " "),
          Integer.parseInt(parts[2]),
          Integer.parseInt(parts[3]),
          Pattern.compile(parts[4].replace("H", "[0-9A-Fa-f]")));
    }

    boolean mayBeIn(String text) {
      int from = text.length() < length ? -1 : 0;
      for (int i = 0; i < times && from >= 0; i++) {
        int at = text.indexOf(needs, from);
        from = at < 0 ? -1 : at + 1;
      }
      return from >= 0;
    }

    /** What its surroundings say, or what an expression cannot. */
    boolean holds(String text, int start, int end) {
      return switch (kind) {
        case MAC -> isMac(text, start, end);
        case TOKEN -> text.substring(start, end).chars().anyMatch(Character::isDigit);
        case URL_CREDENTIALS -> isUser(text.substring(start, end));
        default -> true;
      };
    }
  }

  private static final List<Shape> SHAPES =
      Words.lines("shapes.txt").stream().map(Shape::parse).toList();

  @Override
  public void find(String text, Finds finds) {
    for (Shape shape : SHAPES) {
      if (shape.mayBeIn(text)) {
        finds.addAll(shape.kind, shape.pattern, shape.pattern.groupCount(), text, shape::holds);
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

  /** Not {@code //div[@} as in XPath, {@code ssh://git@}, whom all share, nor a port. */
  private static boolean isUser(String info) {
    int colon = info.indexOf(':');
    int port = Chars.endOfDigits(info, colon + 1, 5);
    boolean separated = info.chars().anyMatch(c -> "/?#\\\"<".indexOf(c) >= 0);
    return colon >= 0
        ? !separated || port == colon + 1 || Chars.isAlphanumeric(Chars.at(info, port))
        : info.indexOf('[') < 0 && !info.equals("git@");
  }
}
