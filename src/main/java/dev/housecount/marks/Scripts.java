package dev.housecount.marks;

/** What the keyboards of Korea and Japan make of keys. */
final class Scripts {
  private static final char INITIAL = '\u1100';
  private static final String INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
  private static final char MEDIAL = '\u1161';
  private static final String[] MEDIALS =
      "ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ".split(" ", -1);
  private static final char FINAL = '\u11a8';
  private static final String[] FINALS =
      ("ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ").split(" ", -1);

  private static final char FIRST_KATAKANA = '\u30a1';
  private static final char LAST_KATAKANA = '\u30f6';
  private static final int KATAKANA_BEHIND_HIRAGANA = 0x60;

  private Scripts() {}

  /** The keys of a decomposed text (NFKD): parts of syllables one by one, kana as hiragana. */
  static String letters(String decomposed) {
    StringBuilder letters = new StringBuilder(decomposed.length());
    for (int i = 0; i < decomposed.length(); i++) {
      char c = decomposed.charAt(i);
      if (isIn(c, INITIAL, INITIALS.length())) {
        letters.append(INITIALS.charAt(c - INITIAL));
      } else if (isIn(c, MEDIAL, MEDIALS.length)) {
        letters.append(MEDIALS[c - MEDIAL]);
      } else if (isIn(c, FINAL, FINALS.length)) {
        letters.append(FINALS[c - FINAL]);
      } else {
        letters.append(hiragana(c));
      }
    }
    return letters.toString();
  }

  private static boolean isIn(char c, char first, int count) {
    return c >= first && c < first + count;
  }

  /** The text with katakana as hiragana; of the same length. */
  static String hiragana(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    text.chars().forEach(c -> folded.append(hiragana((char) c)));
    return folded.toString();
  }

  private static char hiragana(char c) {
    return c >= FIRST_KATAKANA && c <= LAST_KATAKANA ? (char) (c - KATAKANA_BEHIND_HIRAGANA) : c;
  }

  static boolean isHiragana(int c) {
    return (c >= 'ぁ' && c <= 'ゖ') || c == 'ー';
  }

  static boolean isHan(int c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }

  /** A letter or tone of Taiwan's keyboards: nothing is written with them, only composed. */
  static boolean isBopomofo(int c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.BOPOMOFO
        || "ˉˊˇˋ˙".indexOf(c) >= 0;
  }
}
