package dev.housecount.scrub.detect;

import java.util.Locale;

/** IPv4 addresses in dotted decimal form; not versions, networks, masks and the own machine. */
final class Ip4Finder implements Finds.Finder {
  @Override
  public void find(String text, Finds finds) {
    for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
      int start = dot;
      while (start > 0 && dot - start < 4 && Chars.isDigit(text.charAt(start - 1))) {
        start--;
      }
      int end = start == dot ? -1 : endOfAddress(text, start);
      if (end > 0 && !isPart(text, start) && !isVersion(text, start, end)) {
        String address = text.substring(start, end);
        if (!isKnown(address) && !isNetwork(text, address, end)) {
          finds.add(FindKind.IP, start, end);
        }
        dot = end - 1;
      }
    }
  }

  /** The end of the address that begins at the index, or -1 when there is none. */
  static int endOfAddress(String text, int start) {
    int index = start;
    for (int part = 0; part < 4; part++) {
      int end = Chars.endOfDigits(text, index, 4);
      if (!isOctet(text, index, end) || (part < 3 && Chars.at(text, end) != '.')) {
        return -1;
      }
      index = end + 1;
    }
    int end = index - 1;
    boolean goesOn = Chars.at(text, end) == '.' && Chars.isDigit(Chars.at(text, end + 1));
    return goesOn || !Chars.endsWord(text, end) ? -1 : end;
  }

  private static boolean isOctet(String text, int start, int end) {
    int length = end - start;
    boolean padded = length == 2 && text.charAt(start) == '0';
    return length >= 1 && length <= 3 && !padded && Checksums.number(text, start, end) <= 255;
  }

  private static boolean isPart(String text, int start) {
    char before = Chars.at(text, start - 1);
    return !Chars.startsWord(text, start)
        || (before == '.' && Chars.isDigit(Chars.at(text, start - 2)));
  }

  private static boolean isVersion(String text, int start, int end) {
    char before = Chars.at(text, start - 1);
    boolean named = before == '-' && Chars.isLetter(Chars.at(text, start - 2));
    boolean pinned = before == '^' || before == '~' || text.startsWith("==", start - 2);
    return pinned
        || (named && !isPrivate(text, start))
        || Chars.at(text, end) == '+'
        || hasSuffix(text, end)
        || Words.of("versioned").contains(wordBefore(text, start));
  }

  private static boolean hasSuffix(String text, int end) {
    return Chars.at(text, end) == '-'
        && Words.of("suffixes").stream()
            .anyMatch(suffix -> text.regionMatches(true, end + 1, suffix, 0, suffix.length()));
  }

  private static String wordBefore(String text, int index) {
    int end = index;
    while (end > 0 && index - end < 3 && " :=.#".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    int start = end;
    while (start > 0 && end - start < 9 && Chars.isLetter(text.charAt(start - 1))) {
      start--;
    }
    return end == index ? "" : text.substring(start, end).toLowerCase(Locale.ROOT);
  }

  /** RFC 1918. */
  private static boolean isPrivate(String text, int start) {
    return text.startsWith("10.", start)
        || text.startsWith("192.168.", start)
        || text.startsWith("172.", start);
  }

  /** Any, this machine, and masks: the same everywhere. */
  private static boolean isKnown(String address) {
    return address.equals("0.0.0.0")
        || address.equals("127.0.0.1")
        || address.startsWith("255.255.");
  }

  /** {@code 10.0.0.0/8}: no bit of a host is set. */
  private static boolean isNetwork(String text, String address, int end) {
    int stop = Chars.endOfDigits(text, end + 1, 3);
    if (Chars.at(text, end) != '/' || stop == end + 1 || !Chars.endsWord(text, stop)) {
      return false;
    }
    long bits = Checksums.number(text, end + 1, stop);
    long number = 0;
    for (String octet : address.split("\\.", -1)) {
      number = number << 8 | Integer.parseInt(octet);
    }
    return bits < 32 && (number & ((1L << (32 - bits)) - 1)) == 0;
  }
}
