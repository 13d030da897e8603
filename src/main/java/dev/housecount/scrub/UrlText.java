package dev.housecount.scrub;

import dev.housecount.event.PercentDecoder;

/** Which texts are URLs or paths, and where those are cut. */
final class UrlText {
  /** A script is no place to go to. */
  static final String SCRIPT = "javascript:";

  private UrlText() {}

  /** Whether a text is an address as a whole, and so what {@link TextScrubber#url} takes. */
  static boolean isAddress(String text) {
    String word = text.strip();
    return looksLikeUrl(word) && !hasSpace(word);
  }

  static boolean hasSpace(String text) {
    boolean space = false;
    for (int i = 0; i < text.length() && !space; i++) {
      space = Character.isWhitespace(text.charAt(i));
    }
    return space;
  }

  /** Whether a word, taken alone and decoded, can only be a URL or a path. */
  static boolean looksLikeUrl(String word) {
    if (!NameText.mayHoldUrl(word)) {
      return false;
    }
    String text = word.indexOf('%') < 0 ? word : PercentDecoder.decodeAll(word);
    return text.startsWith("/")
        || text.startsWith("./")
        || text.startsWith("../")
        || text.startsWith("\\")
        || text.contains("://")
        || startsWith(text, "www.")
        || startsWith(text, SCRIPT)
        || isData(text)
        || hasQuery(text);
  }

  /** {@code data:text/plain;base64,…} (RFC 2397) holds anything. */
  static boolean isData(String text) {
    return startsWith(text, "data:") && text.indexOf(',') > 0;
  }

  static boolean startsWith(String text, String lowerCase) {
    return text.regionMatches(true, 0, lowerCase, 0, lowerCase.length());
  }

  /** {@code page?key=value} or {@code ?key}, which no word in a sentence looks like. */
  private static boolean hasQuery(String text) {
    int mark = text.indexOf('?');
    boolean alone = mark == 0 && text.length() > 1 && Character.isLetterOrDigit(text.charAt(1));
    return alone || (mark >= 0 && text.indexOf('=', mark) > mark + 1);
  }

  /** A URL without query and fragment where they are not escaped. */
  static String beforeQuery(String url) {
    int end = 0;
    while (end < url.length() && "?#;".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    return url.substring(0, end);
  }

  /** Whether a URL has a query or fragment. */
  static boolean isCut(String url) {
    return cut(url).length() < url.length();
  }

  /** Encoded separators count as separators: a decoder downstream must not bring a query back. */
  static String cut(String url) {
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      if (c == '?' || c == '#' || c == ';' || (c == '%' && encodesSeparator(url, i))) {
        return url.substring(0, i);
      }
    }
    return url;
  }

  /** {@code %3F} and {@code %23}, also encoded again: {@code %253F}, {@code %25253F}. */
  private static boolean encodesSeparator(String url, int percent) {
    int i = percent + 1;
    while (url.startsWith("25", i)) {
      i += 2;
    }
    return url.regionMatches(true, i, "3f", 0, 2)
        || url.startsWith("23", i)
        || url.regionMatches(true, i, "3b", 0, 2);
  }
}
