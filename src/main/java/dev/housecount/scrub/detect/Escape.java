package dev.housecount.scrub.detect;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads one character of a text, escaped or not, and folds those of other scripts to ASCII.
 * Malformed escapes are taken as they stand.
 */
final class Escape {
  /** HTML's names of the signs that detectors look for. */
  private static final Map<String, Integer> NAMED =
      Words.of("references").stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  word -> word.substring(0, word.indexOf('=')),
                  word -> Integer.valueOf(word.substring(word.indexOf('=') + 1), 16)));

  private static final int FULL_WIDTH = 0xff01 - '!';
  private static final int MAX_REFERENCE = 10;

  private int codePoint;

  int codePoint() {
    return codePoint;
  }

  /** Reads the character at the index and returns how many units of the text it takes. */
  int read(String text, int index) {
    char c = text.charAt(index);
    int length =
        switch (c) {
          case '%' -> percent(text, index);
          case '&' -> reference(text, index);
          case '\\' -> backslash(text, index);
          default -> 0;
        };
    if (length > 0) {
      return length;
    }
    codePoint = text.codePointAt(index);
    return Character.charCount(codePoint);
  }

  /** {@code %C3%BC}: as many escaped bytes as the first one says (UTF-8, RFC 3629). */
  private int percent(String text, int index) {
    int first = hex(text, index + 1, 2);
    int bytes = first < 0 ? 0 : first < 0x80 ? 1 : Integer.numberOfLeadingZeros(~first << 24);
    if (bytes == 0 || bytes > 4 || (bytes == 1 && first >= 0x80)) {
      return 0;
    }
    int read = bytes == 1 ? first : first & (0x7f >> bytes);
    for (int i = 1; i < bytes; i++) {
      int next = Chars.at(text, index + 3 * i) == '%' ? hex(text, index + 3 * i + 1, 2) : -1;
      if (next < 0x80 || next > 0xbf) {
        return 0;
      }
      read = read << 6 | (next & 0x3f);
    }
    return accept(read, 3 * bytes);
  }

  /** {@code &#64;}, {@code &#x40;} and {@code &commat;}. */
  private int reference(String text, int index) {
    int end = index;
    while (end - index < MAX_REFERENCE && end < text.length() && text.charAt(end) != ';') {
      end++;
    }
    if (Chars.at(text, end) != ';') {
      return 0;
    }
    if (Chars.at(text, index + 1) != '#') {
      Integer named = NAMED.get(text.substring(index + 1, end));
      return named == null ? 0 : accept(named, end + 1 - index);
    }
    boolean hex = Chars.lower(Chars.at(text, index + 2)) == 'x';
    int read = number(text, index + (hex ? 3 : 2), end, hex ? 16 : 10);
    return read < 0 ? 0 : accept(read, end + 1 - index);
  }

  /** {@code \}{@code u0040} as in JSON and JavaScript, also with its backslash escaped again. */
  private int backslash(String text, int index) {
    char type = Chars.at(text, index + 1);
    int digits = type == 'u' ? 4 : type == 'x' ? 2 : 0;
    int read = digits == 0 ? -1 : hex(text, index + 2, digits);
    return read < 0 ? 0 : accept(read, 2 + digits);
  }

  private int accept(int read, int length) {
    boolean whole = read <= Character.MAX_CODE_POINT && (read < 0xd800 || read > 0xdfff);
    codePoint = read;
    return whole && read > 0 ? length : 0;
  }

  private static int hex(String text, int start, int digits) {
    return start + digits > text.length() ? -1 : number(text, start, start + digits, 16);
  }

  private static int number(String text, int start, int end, int radix) {
    int number = start < end ? 0 : -1;
    for (int i = start; i < end && number >= 0; i++) {
      char c = text.charAt(i);
      int digit = c < 128 ? Character.digit(c, radix) : -1;
      number = digit < 0 ? -1 : number * radix + digit;
    }
    return number;
  }

  /** Characters that nobody sees and that split what a detector looks for (Unicode: Cf). */
  static boolean isInvisible(int codePoint) {
    return codePoint >= 0x80
        && (Character.getType(codePoint) == Character.FORMAT
            || (codePoint >= 0xfe00 && codePoint <= 0xfe0f)
            || codePoint == 0x034f);
  }

  static int fold(int codePoint) {
    if (codePoint < 0x80) {
      return codePoint;
    }
    if (codePoint >= 0xff01 && codePoint <= 0xff5e) {
      return codePoint - FULL_WIDTH;
    }
    return switch (Character.getType(codePoint)) {
      case Character.DECIMAL_DIGIT_NUMBER -> '0' + Character.digit(codePoint, 10);
      case Character.DASH_PUNCTUATION -> '-';
      case Character.SPACE_SEPARATOR -> ' ';
      default -> sign(codePoint);
    };
  }

  private static int sign(int codePoint) {
    return switch (codePoint) {
      case 0x2212 -> '-'; // minus sign
      case 0x3002, 0xff61, 0x2024 -> '.'; // ideographic full stops (RFC 3490), one dot leader
      case 0xfe6b -> '@'; // small commercial at
      case 0x2215, 0x2044 -> '/'; // division and fraction slash
      case 0x2236 -> ':'; // ratio
      default -> codePoint;
    };
  }
}
