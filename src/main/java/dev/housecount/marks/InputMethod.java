package dev.housecount.marks;

/**
 * Tells whether an input method made one term of another. Its letters stand in the field until its
 * user chooses the word, so that they are no beginning of it.
 */
final class InputMethod {
  /** Letters that wait for a vowel: {@code k}, {@code sh}. */
  private static final int WAITING = 3;

  /** The letters with which the kana of a row are typed, kana first. */
  private static final String[] ROWS = {
    "かきくけこ kcq", "がぎぐげご g", "さしすせそ sc", "ざじずぜぞ zj", "たちつてと tc", "だぢづでど d",
    "なにぬねの n", "はひふへほ hf", "ばびぶべぼゔ bv", "ぱぴぷぺぽ p", "まみむめも m", "やゆよ y",
    "らりるれろ rl", "わゐゑを w", "ん n", "ぁぃぅぇぉゃゅょっ xl"
  };

  private final String before;
  private final String after;

  /** Both with katakana as hiragana, without what they have in common at both ends. */
  private InputMethod(String before, String after) {
    this.before = before;
    this.after = after;
  }

  /**
   * Whether the terms differ by what an input method does and by nothing else. It has no
   * dictionary: a Latin word that could be Pinyin may have been meant.
   */
  static boolean turns(SearchTerm term, SearchTerm next) {
    String before = Scripts.hiragana(term.written());
    String after = Scripts.hiragana(next.written());
    if (before.equals(after)) {
      return !term.written().equals(next.written())
          && term.written().chars().anyMatch(Scripts::isHiragana);
    }
    int start = 0;
    while (start < Math.min(before.length(), after.length())
        && before.charAt(start) == after.charAt(start)) {
      start++;
    }
    int beforeEnd = before.length();
    int afterEnd = after.length();
    while (beforeEnd > start
        && afterEnd > start
        && before.charAt(beforeEnd - 1) == after.charAt(afterEnd - 1)) {
      beforeEnd--;
      afterEnd--;
    }
    // Katakana is what is chosen, as words are: nothing is made of it.
    boolean chosen =
        !before.substring(start, beforeEnd).equals(term.written().substring(start, beforeEnd));
    return !chosen
        && new InputMethod(before.substring(start, beforeEnd), after.substring(start, afterEnd))
            .isMade();
  }

  private boolean isMade() {
    return !before.isEmpty()
        && !after.isEmpty()
        && (isOfBopomofo() || isOfPinyin() || isOfWaitingLetters() || isOfKana());
  }

  private boolean isOfBopomofo() {
    return before.codePoints().allMatch(c -> Scripts.isBopomofo(c) || c == ' ')
        && after.codePoints().allMatch(c -> Scripts.isHan(c) || Scripts.isBopomofo(c));
  }

  private boolean isOfPinyin() {
    if (!after.codePoints().allMatch(Scripts::isHan)) {
      return false;
    }
    int syllables = Pinyin.syllables(before);
    return syllables > 0 && syllables <= after.codePointCount(0, after.length());
  }

  /** The letters for the first kana. */
  private boolean isOfWaitingLetters() {
    if (before.length() > WAITING || !before.chars().allMatch(InputMethod::isConsonant)) {
      return false;
    }
    char kana = after.charAt(0);
    boolean twice = kana == 'っ';
    for (String row : ROWS) {
      int letters = row.indexOf(' ');
      int first = row.indexOf(kana);
      if (first >= 0 && first < letters && (twice || row.indexOf(before.charAt(0), letters) > 0)) {
        return true;
      }
    }
    return false;
  }

  /** Kana, perhaps with letters that wait, that became words. */
  private boolean isOfKana() {
    int kana = 0;
    while (kana < before.length() && Scripts.isHiragana(before.charAt(kana))) {
      kana++;
    }
    boolean typed =
        kana > 0
            && before.length() - kana <= WAITING
            && before.substring(kana).chars().allMatch(InputMethod::isConsonant);
    return typed
        && after.codePoints().anyMatch(Scripts::isHan)
        && after.codePoints().allMatch(c -> Scripts.isHan(c) || Scripts.isHiragana(c));
  }

  private static boolean isConsonant(int c) {
    return c >= 'a' && c <= 'z' && "aeiou".indexOf(c) < 0;
  }
}
