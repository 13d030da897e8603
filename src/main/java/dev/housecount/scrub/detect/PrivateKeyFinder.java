package dev.housecount.scrub.detect;

/** PEM blocks with a private key (RFC 7468) and those of PGP, SSH and PuTTY. */
final class PrivateKeyFinder implements Finder {
  private static final String NAME = "PRIVATE KEY";
  private static final int MAX_LABEL = 40;

  @Override
  public void find(String text, Finds finds) {
    int from = 0;
    for (int begin = text.indexOf("BEGIN "); begin >= 0; begin = text.indexOf("BEGIN ", from)) {
      int label = text.indexOf(NAME, begin);
      if (label < 0) {
        return;
      }
      from = begin + 1;
      if (label - begin <= MAX_LABEL && isDashed(text, begin - 1)) {
        from = end(text, label + NAME.length());
        finds.add(FindKind.PRIVATE_KEY, startOfDashes(text, begin), from);
      } else if (label - begin > MAX_LABEL) {
        from = Math.max(from, label - MAX_LABEL);
      }
    }
  }

  private static boolean isDashed(String text, int index) {
    char c = Chars.at(text, index);
    return c == '-' || (c == ' ' && Chars.at(text, index - 1) == '-');
  }

  private static int startOfDashes(String text, int begin) {
    int start = begin;
    while (begin - start < 6
        && (Chars.at(text, start - 1) == '-' || start == begin && text.charAt(start - 1) == ' ')) {
      start--;
    }
    return start;
  }

  /** Behind the line that ends the block, or the end of the text where that line is cut off. */
  private static int end(String text, int from) {
    int end = text.indexOf("END ", from);
    int label = end < 0 ? -1 : text.indexOf(NAME, end);
    if (label < 0) {
      return text.length();
    }
    int last = label + NAME.length();
    while (last < text.length()
        && "- BLOCK".indexOf(text.charAt(last)) >= 0
        && last - label < MAX_LABEL) {
      last++;
    }
    while (text.charAt(last - 1) == ' ') {
      last--;
    }
    return last;
  }
}
