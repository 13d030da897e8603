package dev.housecount.marks;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/**
 * A term as it is compared: once as text, once as the letters that were typed for it.
 *
 * @param written without white space around it and in one width (NFKC)
 * @param text the same in lower case: terms of one text are one search
 * @param letters without composed characters: accents behind their letters (NFKD), Korean syllables
 *     as their keys, katakana as hiragana
 * @param keys the letters without accents
 */
record SearchTerm(String written, String text, String letters, String keys) {
  static SearchTerm of(String subject) {
    String written = Normalizer.normalize(subject, Form.NFKC).strip();
    String text = written.toLowerCase(Locale.ROOT);
    String letters = Scripts.letters(Normalizer.normalize(text, Form.NFKD));
    return new SearchTerm(written, text, letters, withoutAccents(letters));
  }

  /**
   * Whether the other is longer and begins with this. While it is typed an accent may be put on a
   * letter that is there already.
   */
  boolean isBeginningOf(SearchTerm other) {
    if (other.letters.length() <= letters.length()) {
      return false;
    }
    int next = 0;
    for (int i = 0; i < letters.length(); i++, next++) {
      while (next < other.letters.length()
          && other.letters.charAt(next) != letters.charAt(i)
          && isAccent(other.letters.charAt(next))) {
        next++;
      }
      if (next == other.letters.length() || other.letters.charAt(next) != letters.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static String withoutAccents(String letters) {
    StringBuilder keys = new StringBuilder(letters.length());
    for (int i = 0; i < letters.length(); i++) {
      if (!isAccent(letters.charAt(i))) {
        keys.append(letters.charAt(i));
      }
    }
    return keys.toString();
  }

  private static boolean isAccent(char c) {
    return Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
