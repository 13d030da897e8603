package dev.housecount.scrub.detect;

import java.util.Arrays;

/** Access tokens and keys in the forms that {@link TokenForms} lists, and JSON Web Tokens. */
final class TokenFinder implements Finder {
  private static final int SHORTEST = 14;

  /** By the two characters that their prefixes begin with: few words begin so. */
  private static final PrefixedToken[][] BY_FIRST_TWO = new PrefixedToken[1 << 14][0];

  private static final MarkedToken[][] BY_SIGN = new MarkedToken[128][0];

  /** Whether a mark's first sign is this one: a look at one table for each sign of a text. */
  private static final boolean[] SIGNS = new boolean[128];

  static {
    for (PrefixedToken form : TokenForms.PREFIXED) {
      int index = index(form.prefix().charAt(0), form.prefix().charAt(1));
      PrefixedToken[] forms = Arrays.copyOf(BY_FIRST_TWO[index], BY_FIRST_TWO[index].length + 1);
      forms[forms.length - 1] = form;
      BY_FIRST_TWO[index] = forms;
    }
    for (char c = 0; c < BY_SIGN.length; c++) {
      char sign = c;
      BY_SIGN[c] =
          TokenForms.MARKED.stream()
              .filter(form -> form.mark().charAt(form.sign()) == sign)
              .toArray(size -> new MarkedToken[size]);
      SIGNS[c] = BY_SIGN[c].length > 0;
    }
  }

  @Override
  public void find(String text, Finds finds) {
    int wordStart = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int end = -1;
      if (!Chars.isAlphanumeric(c)) {
        end = c < 128 && SIGNS[c] ? endOfMarked(text, i, finds) : -1;
        wordStart = i + 1;
      } else if (i == wordStart && text.length() - i >= SHORTEST) {
        end = endOfPrefixed(text, i, finds);
      }
      if (end > 0) {
        i = end - 1;
        wordStart = end;
      }
    }
    jwts(text, finds);
  }

  private static int endOfPrefixed(String text, int start, Finds finds) {
    char second = text.charAt(start + 1);
    if (second < 128) {
      for (PrefixedToken form : BY_FIRST_TWO[index(text.charAt(start), second)]) {
        int end = form.end(text, start);
        if (end > 0) {
          finds.add(form.kind(), start, end);
          return end;
        }
      }
    }
    return -1;
  }

  /** Of two ASCII characters. */
  private static int index(char first, char second) {
    return first << 7 | second;
  }

  private static int endOfMarked(String text, int sign, Finds finds) {
    int end = -1;
    for (MarkedToken form : BY_SIGN[text.charAt(sign)]) {
      end = end < 0 ? form.end(text, sign - form.sign(), finds) : end;
    }
    return end < 0 && text.charAt(sign) == '.' ? endOfBot(text, sign, finds) : end;
  }

  /** Discord's bots have three parts: id, time and code; the id is a number in base64. */
  private static int endOfBot(String text, int dot, Finds finds) {
    int start = TokenBody.BASE64URL.start(text, dot, dot - 29);
    char first = text.charAt(start);
    int second = dot + 7;
    boolean timed = dot - start >= 23 && dot - start <= 28 && Chars.at(text, second) == '.';
    if (!timed || first < 'M' || first > 'O') {
      return -1;
    }
    int end = TokenBody.BASE64URL.end(text, second + 1, second + 40);
    boolean bot = TokenBody.BASE64URL.end(text, dot + 1, second) == second && end - second > 27;
    if (bot) {
      finds.add(FindKind.TOKEN, start, end);
    }
    return bot ? end : -1;
  }

  /** Two parts that begin as JSON objects do in base64url, then the signature (RFC 7515). */
  private static void jwts(String text, Finds finds) {
    for (int start = text.indexOf("eyJ"); start >= 0; ) {
      int first = endOfPart(text, start);
      int second = Chars.at(text, first) == '.' ? endOfPart(text, first + 1) : first;
      if (first - start >= 7 && second - first >= 5) {
        while (Chars.at(text, second) == '.') {
          second = endOfPart(text, second + 1);
        }
        finds.add(FindKind.JWT, start, second);
      }
      // A later start in the same part would end with it all the same.
      start = text.indexOf("eyJ", Math.max(first, second));
    }
  }

  private static int endOfPart(String text, int start) {
    int end = start;
    while (end < text.length()
        && (Chars.isBase64Url(text.charAt(end)) || text.charAt(end) == '=')) {
      end++;
    }
    return end;
  }
}
