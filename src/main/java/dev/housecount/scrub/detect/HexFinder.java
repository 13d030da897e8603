package dev.housecount.scrub.detect;

/** What is written as hexadecimal digits between colons or dashes: IPv6, MAC addresses, UUIDs. */
final class HexFinder implements Finder {
  /** The longest text of an IPv6 address, its mapped IPv4 address aside (RFC 4291). */
  private static final int MAX_ADDRESS = 39;

  private static final int MAX_ZONE = 32;
  private static final int[] UUID_GROUPS = {8, 4, 4, 4, 12};
  private static final int[] EUI_48 = {2, 2, 2, 2, 2, 2};
  private static final int[] EUI_64 = {2, 2, 2, 2, 2, 2, 2, 2};

  @Override
  public void find(String text, Finds finds) {
    for (int i = 0; i < text.length(); ) {
      char c = text.charAt(i);
      if (!Chars.isHex(c) && c != ':') {
        i++;
      } else {
        int end = i;
        while (end < text.length() && (Chars.isHex(text.charAt(end)) || text.charAt(end) == ':')) {
          end++;
        }
        run(text, i, end, finds);
        i = end;
      }
    }
  }

  /** A run of hexadecimal digits and colons, as long as it goes. */
  private static void run(String text, int start, int end, Finds finds) {
    char next = Chars.at(text, end);
    if (Chars.startsWord(text, start)) {
      if (next == '-') {
        dashes(text, start, end, finds);
      } else if (next == '.' && end - start == 4) {
        dots(text, start, finds);
      } else if (next == ' ' && end - start == 2) {
        pairs(text, start, ' ', finds);
      }
    }
    if (end - start <= MAX_ADDRESS + 2) {
      colons(text, start, end, finds);
    }
  }

  private static void dashes(String text, int start, int end, Finds finds) {
    if (end - start == 8) {
      int last = groups(text, start, UUID_GROUPS, '-');
      if (last > 0) {
        finds.add(FindKind.UUID, start, last);
      }
    } else if (end - start == 2) {
      pairs(text, start, '-', finds);
    }
  }

  /** {@code 00-1a-2b-3c-4d-5e} and the longer form of eight; spaces stand between words too. */
  private static void pairs(String text, int start, char sign, Finds finds) {
    boolean goesOn = Chars.at(text, start - 1) == sign && isPair(text, start - 3);
    int last = goesOn ? -1 : groups(text, start, EUI_64, sign);
    last = goesOn || last > 0 ? last : groups(text, start, EUI_48, sign);
    boolean ends = last > 0 && !(Chars.at(text, last) == sign && isPair(text, last + 1));
    if (ends && (sign == '-' || hasLetterAndDigit(text, start, last))) {
      finds.add(FindKind.MAC, start, last);
    }
  }

  private static boolean isPair(String text, int start) {
    return start >= 0
        && Chars.startsWord(text, start)
        && groups(text, start, new int[] {2}, '-') > 0;
  }

  /** {@code 0123.4567.89ab}, as switches write it, also with four groups. */
  private static void dots(String text, int start, Finds finds) {
    int last = groups(text, start, new int[] {4, 4, 4, 4}, '.');
    last = last > 0 ? last : groups(text, start, new int[] {4, 4, 4}, '.');
    if (last > 0 && hasLetterAndDigit(text, start, last) && Chars.at(text, start - 1) != '.') {
      finds.add(FindKind.MAC, start, last);
    }
  }

  private static int groups(String text, int start, int[] lengths, char separator) {
    int index = start;
    for (int group = 0; group < lengths.length; group++) {
      if (group > 0 && Chars.at(text, index++) != separator) {
        return -1;
      }
      int end = index + lengths[group];
      while (index < end && Chars.isHex(Chars.at(text, index))) {
        index++;
      }
      if (index < end) {
        return -1;
      }
    }
    return Chars.endsWord(text, index) ? index : -1;
  }

  private static boolean hasLetterAndDigit(String text, int start, int end) {
    boolean letter = false;
    boolean digit = false;
    for (int i = start; i < end; i++) {
      letter |= Chars.isLetter(text.charAt(i));
      digit |= Chars.isDigit(text.charAt(i));
    }
    return letter && digit;
  }

  private static void colons(String text, int runStart, int runEnd, Finds finds) {
    int start = runStart;
    int end = runEnd;
    boolean compressed = text.startsWith("::", start);
    if (!compressed && text.charAt(start) == ':') {
      start++;
    } else if (!Chars.startsWord(text, start)) {
      return;
    }
    int mapped = end;
    while (Chars.at(text, end) == '.' && mapped > start && text.charAt(mapped - 1) != ':') {
      mapped--;
    }
    int four = mapped > start && mapped < end ? Ip4Finder.endOfAddress(text, mapped) : -1;
    if (four < 0 && end - start > 2 && text.charAt(end - 1) == ':' && text.charAt(end - 2) != ':') {
      end--;
    }
    if (four < 0 && !Chars.endsWord(text, end)) {
      return;
    }
    address(text, start, four < 0 ? end : mapped, four, finds);
  }

  private static void address(String text, int start, int end, int four, Finds finds) {
    int groups = Ip6.groups(text, start, end, four > 0);
    if (groups == Ip6.MAC) {
      finds.add(FindKind.MAC, start, end);
    } else if (groups == Ip6.ADDRESS) {
      int last = endOfZone(text, Math.max(end, four));
      if (!isNetworkOrSelf(text, start, last)) {
        finds.add(FindKind.IP, start, last);
      }
    }
  }

  /** {@code fe80::1%eth0} (RFC 4007). */
  private static int endOfZone(String text, int end) {
    int zone = end;
    if (Chars.at(text, end) == '%') {
      zone++;
      while (zone - end <= MAX_ZONE && Chars.isBase64Url(Chars.at(text, zone))) {
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
