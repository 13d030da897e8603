package dev.housecount.scrub.detect;

import java.util.List;

/** Access tokens and keys in the forms that {@code tokens.txt} lists. */
final class TokenFinder implements Finder {
  private static final int SHORTEST = 14;

  private static final List<TokenForm> FORMS =
      Words.lines("tokens.txt").stream().flatMap(TokenForm::parse).toList();

  /** By the two characters that their prefixes begin with: few words begin so. */
  private static final TokenForm[][] BY_FIRST_TWO = new TokenForm[1 << 14][0];

  private static final TokenForm[][] BY_SIGN = new TokenForm[128][];

  static {
    for (int i = 0; i < BY_SIGN.length; i++) {
      char sign = (char) i;
      BY_SIGN[i] = forms(form -> !form.isPrefixed() && form.trigger() == sign);
    }
    for (TokenForm form : FORMS) {
      if (form.isPrefixed()) {
        int index = index(form.mark(), 0);
        BY_FIRST_TWO[index] = forms(other -> other.isPrefixed() && index(other.mark(), 0) == index);
      }
    }
  }

  private static TokenForm[] forms(java.util.function.Predicate<TokenForm> wanted) {
    return FORMS.stream().filter(wanted).toArray(size -> new TokenForm[size]);
  }

  @Override
  public void find(String text, Finds finds) {
    int wordStart = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int end = -1;
      if (!Chars.isAlphanumeric(c)) {
        end = c < BY_SIGN.length ? end(BY_SIGN[c], text, i, finds) : -1;
        wordStart = i + 1;
      } else if (i == wordStart && text.length() - i >= SHORTEST) {
        end = text.charAt(i + 1) < 128 ? end(BY_FIRST_TWO[index(text, i)], text, i, finds) : -1;
      }
      if (end > 0) {
        i = end - 1;
        wordStart = end;
      }
    }
  }

  private static int end(TokenForm[] forms, String text, int trigger, Finds finds) {
    int end = -1;
    for (int i = 0; i < forms.length && end < 0; i++) {
      end = forms[i].end(text, trigger, finds);
    }
    return end;
  }

  /** Of two ASCII characters. */
  private static int index(String text, int at) {
    return text.charAt(at) << 7 | text.charAt(at + 1);
  }
}
