package dev.housecount.scrub.detect;

import java.util.Locale;

/** E-mail addresses (RFC 5321, RFC 6531), around each at sign. */
final class EmailFinder implements Finds.Finder {
  private static final String MAIL_LINK = "mailto:";
  private static final int MAX_QUOTED = 64;

  @Override
  public void find(String text, Finds finds) {
    int last = 0;
    for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      int start = startOfLocalPart(text, at, last);
      int end = start < at ? endOfDomain(text, start, at + 1) : -1;
      if (end > 0 && !isGitHost(text, start, at, end)) {
        finds.add(FindKind.EMAIL, start, end);
      }
      last = at + 1;
    }
  }

  private static int startOfLocalPart(String text, int at, int from) {
    if (at > from && text.charAt(at - 1) == '"') {
      int quote = text.lastIndexOf('"', at - 2);
      return quote >= Math.max(0, at - MAX_QUOTED) ? quote : at; // Also around an at sign.
    }
    int start = at;
    int named = -1;
    boolean tagged = false;
    while (start > from && Chars.isLocalPart(text.charAt(start - 1))) {
      char c = text.charAt(--start);
      named = named < 0 && (c == '=' || c == '&') ? start : named;
      tagged |= c == '+' && named >= 0;
    }
    // "email=alice@acme.test" names an address, "bounce+alice=acme.test@x.test" is one.
    start = named >= 0 && !tagged ? named + 1 : start;
    while (start < at && !Character.isLetterOrDigit(text.charAt(start))) {
      start++;
    }
    return start;
  }

  /** The end of the domain that begins at the index, or -1 when there is none. */
  private static int endOfDomain(String text, int local, int start) {
    if (Chars.at(text, start) == '[') {
      int end = Ip4Finder.endOfAddress(text, start + 1);
      return end > 0 && Chars.at(text, end) == ']' ? end + 1 : -1;
    }
    int address = Ip4Finder.endOfAddress(text, start);
    if (address > 0) {
      return address;
    }
    int best = -1;
    int label = start;
    for (int i = start; i <= text.length(); i++) {
      char c = Chars.at(text, i);
      if (!Chars.isDomain(c)) {
        boolean named = label > start || isMailLink(text, local);
        best = named && isTopLevel(text, label, i) ? i : best;
        if (c != '.' || i == label) {
          break;
        }
        label = i + 1;
      }
    }
    return best < 0 || isVersion(text, start) || isFile(text, best) ? -1 : best;
  }

  /** {@code mailto:alice@intranet}: an address whatever its domain. */
  private static boolean isMailLink(String text, int local) {
    return text.regionMatches(true, local - MAIL_LINK.length(), MAIL_LINK, 0, MAIL_LINK.length());
  }

  /** Two letters or more at the front, or punycode. */
  private static boolean isTopLevel(String text, int start, int end) {
    return end - start >= 2
        && Character.isLetter(text.charAt(start))
        && Character.isLetter(text.charAt(start + 1));
  }

  /** {@code 1.2.3-rc.next} and {@code v1.2.x}, as behind the name of a package. */
  private static boolean isVersion(String text, int start) {
    int number = Chars.lower(text.charAt(start)) == 'v' ? start + 1 : start;
    int end = number;
    while (Chars.isDigit(Chars.at(text, end))) {
      end++;
    }
    return end > number && Chars.at(text, end) == '.' && Chars.isDigit(Chars.at(text, end + 1));
  }

  private static boolean isFile(String text, int end) {
    int dot = text.lastIndexOf('.', end - 1);
    return end - dot <= 5
        && Words.of("files").contains(text.substring(dot + 1, end).toLowerCase(Locale.ROOT));
  }

  /** {@code git@github.com:acme/petstore}: where code is, nobody's address. */
  private static boolean isGitHost(String text, int start, int at, int end) {
    boolean place = Chars.at(text, end) == ':' || text.startsWith("//", start - 2);
    return at - start == 3 && text.startsWith("git", start) && place;
  }
}
