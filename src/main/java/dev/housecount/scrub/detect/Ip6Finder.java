package dev.housecount.scrub.detect;

/** What stands between colons: IPv6 addresses (RFC 4291, section 2.2) and MAC addresses. */
final class Ip6Finder implements Finds.Finder {
  /** The longest text of an IPv6 address, its mapped IPv4 address aside. */
  private static final int MAX_ADDRESS = 39;

  private static final int MAX_ZONE = 32;
  private static final int GROUPS = 8;
  private static final int MAC_GROUPS = 6;

  @Override
  public void find(String text, Finds finds) {
    for (int i = 0; i < text.length(); i++) {
      int end = i;
      while (Chars.isHex(Chars.at(text, end)) || Chars.at(text, end) == ':') {
        end++;
      }
      if (end > i) {
        run(text, startOfWord(text, i, end), end, finds);
        i = end;
      }
    }
  }

  /** {@code iface:2001:db8::1}: letters that only look hexadecimal are a name's before a colon. */
  private static int startOfWord(String text, int start, int end) {
    int colon = text.indexOf(':', start);
    boolean compressed = text.startsWith("::", colon);
    if (Chars.startsWord(text, start) && (colon > start || compressed)) {
      return start;
    }
    return compressed || colon < 0 || colon >= end ? end : colon + 1;
  }

  /** A run of hexadecimal digits and colons, as long as it goes. */
  private static void run(String text, int start, int runEnd, Finds finds) {
    if (runEnd - start > MAX_ADDRESS + 2 || text.indexOf(':', start) < 0) {
      return;
    }
    int end = runEnd;
    int mapped = end;
    while (Chars.at(text, end) == '.' && mapped > start && text.charAt(mapped - 1) != ':') {
      mapped--;
    }
    int four = mapped > start && mapped < end ? Ip4Finder.endOfAddress(text, mapped) : -1;
    if (four < 0 && end - start > 2 && text.charAt(end - 1) == ':' && text.charAt(end - 2) != ':') {
      end--;
    }
    if (four > 0) {
      address(text, start, mapped, four, finds);
    } else if (Chars.endsWord(text, end)) {
      address(text, start, end, -1, finds);
    }
  }

  private static void address(String text, int start, int end, int four, Finds finds) {
    String[] groups = text.substring(start, end).split(":", -1);
    if (isMac(groups)) {
      finds.add(FindKind.MAC, start, end);
    } else if (isAddress(groups, four > 0)) {
      int last = endOfZone(text, Math.max(end, four));
      if (!isNetworkOrSelf(text, start, last)) {
        finds.add(FindKind.IP, start, last);
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
   * @param mapped whether an IPv4 address follows in the place of the last group
   */
  private static boolean isAddress(String[] groups, boolean mapped) {
    int last = groups.length - 1;
    if (last < 2 && !mapped || last < 1) {
      return false;
    }
    int count = mapped ? 2 : 0;
    int gaps = 0;
    boolean digit = mapped;
    for (int i = 0; i <= last; i++) {
      String group = groups[i];
      if (group.length() > 4) {
        return false;
      }
      boolean edge = i == 0 || i == last;
      boolean beside = i == 0 && groups[1].isEmpty() || i == last && groups[last - 1].isEmpty();
      if (group.isEmpty() && edge && !beside && !(mapped && i == last)) {
        return false; // a single colon at an end
      }
      gaps += group.isEmpty() && !edge ? 1 : 0;
      count += group.isEmpty() ? 0 : 1;
      digit |= group.chars().anyMatch(c -> c <= '9');
    }
    boolean name = count < 3 && !digit; // dead::beef
    return gaps == 0 ? count == GROUPS : gaps == 1 && count >= 1 && count < GROUPS && !name;
  }

  /** {@code fe80::1%eth0} (RFC 4007). */
  private static int endOfZone(String text, int end) {
    int zone = end;
    if (Chars.at(text, end) == '%') {
      zone++;
      while (zone - end <= MAX_ZONE && Chars.isDomain(Chars.at(text, zone))) {
        zone++;
      }
    }
    return zone > end + 1 ? zone : end;
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
