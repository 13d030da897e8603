package dev.housecount.scrub.detect;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A form of tokens: a mark by which it is looked for, and what has to stand around it.
 *
 * @param left stands before the mark, nothing where it is a prefix
 */
record TokenForm(FindKind kind, Run left, String mark, Run right) {
  /** How much of a token is looked at to tell it from words: chance puts a digit in long before. */
  private static final int SAMPLE = 64;

  private static final Run NOTHING = new Run(TokenBody.DIGITS, 0, 0);

  /** So many characters of one class; a longer run of them is none. */
  record Run(TokenBody body, int least, int most) {
    private static final Pattern FORM = Pattern.compile("(\\w+)\\{(\\d+)(,?)(\\d*)\\}");

    static Run parse(String text) {
      Matcher form = FORM.matcher(text);
      if (!form.matches()) {
        throw new IllegalArgumentException("no run of characters: " + text);
      }
      int least = Integer.parseInt(form.group(2));
      String most = form.group(3).isEmpty() ? form.group(2) : form.group(4);
      return new Run(
          TokenBody.valueOf(form.group(1).toUpperCase(Locale.ROOT)),
          least,
          most.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(most));
    }

    boolean fits(int length) {
      return length >= least && length <= most;
    }
  }

  /** One line of {@code tokens.txt}: a form for each mark. */
  static Stream<TokenForm> parse(String line) {
    String[] parts = line.split(" ", -1);
    FindKind kind = FindKind.valueOf(parts[0].toUpperCase(Locale.ROOT));
    Run left = parts[1].equals("-") ? NOTHING : Run.parse(parts[1]);
    Run right = Run.parse(parts[2]);
    return Stream.of(parts).skip(3).map(mark -> new TokenForm(kind, left, mark, right));
  }

  boolean isPrefixed() {
    return left == NOTHING;
  }

  /** The mark's character that is looked for: of a prefix the first, else the first sign. */
  char trigger() {
    return mark.charAt(offset());
  }

  private int offset() {
    int sign = 0;
    while (!isPrefixed() && Chars.isAlphanumeric(mark.charAt(sign))) {
      sign++;
    }
    return sign;
  }

  /**
   * Adds the token whose mark's trigger stands at the index, and answers its end or -1. Bounded,
   * but for what is found.
   */
  int end(String text, int trigger, Finds finds) {
    int at = trigger - offset();
    if (!text.startsWith(mark, at)) {
      return -1;
    }
    int from = at + mark.length();
    int start = isPrefixed() ? at : left.body.start(text, at, (long) at - left.most - 1);
    int sample = right.body.end(text, from, from + Math.max(sampled(), SAMPLE));
    // A dot behind the token is the sentence's.
    int last =
        !isPrefixed() && sample > from && text.charAt(sample - 1) == '.' ? sample - 1 : sample;
    if (!left.fits(at - start) || !right.fits(last - from) || !isToken(text, start, from, last)) {
      return -1;
    }
    int end = right.most == Integer.MAX_VALUE ? right.body.end(text, last, text.length()) : last;
    finds.add(kind, start, end);
    return end;
  }

  private int sampled() {
    return right.most == Integer.MAX_VALUE ? right.least : right.most + 2;
  }

  private boolean isToken(String text, int start, int from, int end) {
    if (!isPrefixed()) {
      return hasDigit(text, start, end);
    }
    // box.ico-7a388b69: the end of a file's name.
    boolean part = Chars.at(text, start - 1) == '.';
    return isCertain() || !part && isRandom(text, from, end);
  }

  /** Nobody calls a thing so; {@code key-management-service} is one. */
  private boolean isCertain() {
    boolean words = mark.indexOf('-') >= 0 || mark.length() < 4;
    return !words || mark.indexOf('_') > 0;
  }

  /** A digit or capital letter is in most tokens and in few names; methods have capitals. */
  private boolean isRandom(String text, int start, int end) {
    boolean capital = false;
    for (int i = start; i < end; i++) {
      capital |= Chars.isUpper(text.charAt(i));
    }
    return capital && mark.length() > 2 || hasDigit(text, start, end);
  }

  private static boolean hasDigit(String text, int start, int end) {
    return text.substring(start, end).chars().anyMatch(c -> c >= '0' && c <= '9');
  }
}
