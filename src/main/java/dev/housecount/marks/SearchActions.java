package dev.housecount.marks;

/**
 * Tells which actions are searches: those of which one word is {@code search}, in any case. Words
 * are what stands between characters that are no letters or digits, and at the borders within
 * camelCase: {@code catalog_search}, {@code searchDocs} and {@code docs.search} are searches,
 * {@code research} and {@code searches} are none. The portal's module has the same rule.
 */
public final class SearchActions {
  private static final String WORD = "search";

  private SearchActions() {}

  /** Whether an action of this name is a search. */
  public static boolean isSearch(String action) {
    int start = 0;
    for (int i = 0; i <= action.length(); i++) {
      boolean end = i == action.length() || !Character.isLetterOrDigit(action.charAt(i));
      if (end || isBorder(action, i)) {
        if (isWord(action, start, i)) {
          return true;
        }
        start = end ? i + 1 : i;
      }
    }
    return false;
  }

  /** Between a small letter or digit and a capital; before the last capital of several. */
  private static boolean isBorder(String text, int i) {
    if (i == 0 || !Character.isUpperCase(text.charAt(i))) {
      return false;
    }
    char before = text.charAt(i - 1);
    boolean beforeSmall = i + 1 < text.length() && Character.isLowerCase(text.charAt(i + 1));
    return Character.isLowerCase(before)
        || Character.isDigit(before)
        || (Character.isUpperCase(before) && beforeSmall);
  }

  private static boolean isWord(String text, int start, int end) {
    return end - start == WORD.length() && text.regionMatches(true, start, WORD, 0, WORD.length());
  }
}
