package dev.housecount.scrub.detect;

import java.util.Locale;
import java.util.Set;

/** What stands around a number that could be anything and tells what it is. */
final class Surroundings {
  /** How far before the number its name may stand, in characters. */
  private static final int WINDOW = 36;

  /** The longest word of a script without spaces. */
  private static final int MAX_UNSPACED = 8;

  private static final Set<String> PHONE = Words.of("phone");
  private static final Set<String> OTHER = Words.of("other");
  private static final Set<String> NUMBERING = Words.of("numbering");
  private static final Set<String> UNITS = Words.of("units");

  private Surroundings() {}

  /** Whether what stands around says that the number is nobody's: an account, a run, an amount. */
  static boolean nameOther(String text, int start, int end) {
    char after = Chars.at(text, end);
    boolean inList = Chars.at(text, start - 1) == ':' && after == ':'; // an ARN
    boolean inHost = after == '.' && Chars.isLetter(Chars.at(text, end + 1));
    return inList || inHost || isCounted(text, end) || isNumbered(text, start);
  }

  /** {@code 123 456 789 requests} */
  private static boolean isCounted(String text, int end) {
    int stop = end + 1;
    while (stop - end < 12 && Character.isLetter(Chars.at(text, stop))) {
      stop++;
    }
    return Chars.at(text, end) == ' '
        && UNITS.contains(text.substring(end + 1, stop).toLowerCase(Locale.ROOT));
  }

  /** {@code /runs/123}, {@code order number 123}, {@code jobId=123} */
  private static boolean isNumbered(String text, int start) {
    int index = start;
    for (int i = 0; i < 2; i++) {
      int end = index;
      while (index - end < 4 && end > 0 && " :=#/_-\"'(".indexOf(text.charAt(end - 1)) >= 0) {
        end--;
      }
      String word = wordBefore(text, end);
      if (!NUMBERING.contains(word)) {
        String one = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        return OTHER.contains(one) || OTHER.contains(word);
      }
      index = end - word.length();
    }
    return false;
  }

  /** In lower case; of {@code jobId} the second word, which begins at its capital. */
  static String wordBefore(String text, int end) {
    int start = end;
    while (start > 0 && end - start < WINDOW && Chars.isLetter(text.charAt(start - 1))) {
      start--;
      char before = Chars.at(text, start - 1);
      if (Chars.isUpper(text.charAt(start)) && Chars.isLetter(before) && !Chars.isUpper(before)) {
        break;
      }
    }
    return text.substring(start, end).toLowerCase(Locale.ROOT);
  }

  /** Whether a word for a phone stands before the number with no digit between. */
  static boolean namePhone(String text, int start) {
    int from = Math.max(0, start - WINDOW);
    int end = -1;
    for (int i = start - 1; i >= from - 1 && !Chars.isDigit(Chars.at(text, i)); i--) {
      char c = Chars.at(text, i);
      boolean letter = i >= from && Character.isLetter(c);
      end = letter && end < 0 ? i + 1 : end;
      boolean inner = Chars.isUpper(c) && Character.isLowerCase(Chars.at(text, i - 1));
      int word = !letter ? i + 1 : inner || c >= Chars.UNSPACED_SCRIPTS ? i : -1;
      if (end > 0 && word >= 0 && isPhone(text, word, end)) {
        return true;
      }
      end = letter ? end : -1;
    }
    return false;
  }

  /** A placeholder names what it replaced, not what stands behind it. */
  private static boolean isPhone(String text, int start, int end) {
    boolean unspaced = text.charAt(start) >= Chars.UNSPACED_SCRIPTS;
    boolean fits = !unspaced || end - start <= MAX_UNSPACED;
    return fits
        && Chars.at(text, end) != '>'
        && PHONE.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
  }
}
