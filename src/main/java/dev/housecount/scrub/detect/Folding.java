package dev.housecount.scrub.detect;

/** Digits and signs of other scripts, as ASCII. */
final class Folding {
  private static final int FULL_WIDTH = 0xff01 - '!';

  private Folding() {}

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
