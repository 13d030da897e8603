package dev.housecount.scrub.detect;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/** What stands between colons: IPv6 addresses (RFC 4291, section 2.2) and MAC addresses. */
final class Ip6Finder implements Finds.Finder {
  private static final int GROUPS = 8;
  private static final int MAC_GROUPS = 6;

  /** Hexadecimal digits and colons, as long as they go; an IPv4 address; a zone (RFC 4007). */
  private static final Pattern RUN =
      Pattern.compile(
          "(?:\\b[0-9A-Fa-f]{1,4}:|::)[0-9A-Fa-f:]*"
              + "((?:\\.\\d{1,3}){3}(?:\\.\\d+)*)?(%[0-9A-Za-z_-]{1,32})?");

  @Override
  public void find(String text, Finds finds) {
    Matcher run = RUN.matcher(text);
    while (run.find()) {
      boolean zoned = run.start(2) >= 0;
      boolean mapped = run.start(1) >= 0;
      int end = zoned ? run.start(2) : run.end();
      boolean open = text.charAt(end - 1) == ':' && text.charAt(end - 2) != ':';
      boolean starts = text.charAt(run.start()) != ':' || Chars.startsWord(text, run.start());
      if (starts && Chars.endsWord(text, run.end())) {
        address(text, run.start(), open ? end - 1 : end, mapped, run.end(), finds);
      }
    }
  }

  /**
   * @param last behind the zone, if there is one
   */
  private static void address(
      String text, int start, int end, boolean mapped, int last, Finds finds) {
    String[] groups = text.substring(start, end).split(":", -1);
    String four = groups[groups.length - 1];
    if (isMac(groups)) {
      finds.add(FindKind.MAC, start, end);
    } else if (mapped && Ip4Finder.endOfAddress(four, 0) != four.length()) {
      return;
    } else if (isAddress(groups, mapped)) {
      int stop = text.startsWith("%", end) ? last : end;
      if (!isNetworkOrSelf(text, start, stop)) {
        finds.add(FindKind.IP, start, stop);
      }
    }
  }

  private static boolean isMac(String[] groups) {
    boolean pairs = groups.length == MAC_GROUPS;
    for (String group : groups) {
      pairs &= group.length() == 2;
    }
    return pairs;
  }

  /**
   * Not a time of day, nor a name in C++.
   *
   * @param mapped whether the last group is an IPv4 address, which stands for two
   */
  private static boolean isAddress(String[] groups, boolean mapped) {
    int last = groups.length - 1;
    int count = mapped ? 1 : 0;
    int gaps = 0;
    boolean digit = mapped;
    for (int i = 0; i <= last; i++) {
      String group = groups[i];
      boolean edge = i == 0 || i == last;
      boolean single = edge && group.isEmpty() && !groups[i == 0 ? 1 : last - 1].isEmpty();
      if (single || group.length() > 4 && !(mapped && i == last)) {
        return false;
      }
      gaps += group.isEmpty() && !edge ? 1 : 0;
      count += group.isEmpty() ? 0 : 1;
      digit |= group.chars().anyMatch(c -> c <= '9');
    }
    boolean name = count < 3 && !digit; // dead::beef
    return gaps == 0 ? count == GROUPS : gaps == 1 && count >= 1 && count < GROUPS && !name;
  }

  /** {@code 2001:db8::/32}, whose host is zero, and {@code ::1}. */
  private static boolean isNetworkOrSelf(String text, int start, int end) {
    boolean network =
        text.startsWith("::", end - 2)
            && Chars.at(text, end) == '/'
            && Chars.isDigit(Chars.at(text, end + 1));
    return network || (end - start == 3 && text.startsWith("::1", start));
  }
}
