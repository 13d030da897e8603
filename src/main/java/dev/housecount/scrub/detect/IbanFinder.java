package dev.housecount.scrub.detect;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** IBANs: a country's length and the check digits (ISO 13616, SWIFT's IBAN registry). */
final class IbanFinder implements Finds.Finder {
  private static final int SHORTEST = 15;

  private static final int MODULUS = 97;

  /** Two letters and two digits are six decimal digits. */
  private static final int HEAD_SCALE = 1_000_000;

  private static final Map<String, Integer> LENGTHS =
      Words.of("ibans").stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  entry -> entry.substring(0, 2), entry -> Integer.valueOf(entry.substring(2))));

  @Override
  public void find(String text, Finds finds) {
    for (int i = 2; i + 1 < text.length(); i++) {
      if (Chars.isDigit(text.charAt(i))
          && Chars.isDigit(text.charAt(i + 1))
          && Chars.isLetter(text.charAt(i - 1))
          && Chars.isLetter(text.charAt(i - 2))
          && Chars.startsWord(text, i - 2)) {
        int end = endOfIban(text, i - 2);
        if (end > 0) {
          finds.add(FindKind.IBAN, i - 2, end);
          i = end;
        }
      }
    }
  }

  private static int endOfIban(String text, int start) {
    Integer length = LENGTHS.get(text.substring(start, start + 2).toLowerCase(Locale.ROOT));
    if (length == null || text.length() - start < SHORTEST) {
      return -1;
    }
    int index = start;
    int read = 0;
    int head = 0; // the remainder of the first four characters, which count last
    int tail = 0; // the remainder of the rest
    while (read < length && index < text.length()) {
      char c = text.charAt(index);
      if (Chars.isAlphanumeric(c)) {
        head = read < 4 ? append(head, c) : head;
        tail = read < 4 ? tail : append(tail, c);
        read++;
      } else if (!isSeparator(c) || isSeparator(text.charAt(index - 1))) {
        return -1;
      }
      index++;
    }
    int check = Character.digit(text.charAt(start + 2), 10) * 10 + text.charAt(start + 3) - '0';
    boolean whole = read == length && Chars.endsWord(text, index) && check >= 2 && check <= 98;
    return whole && (tail * HEAD_SCALE + head) % MODULUS == 1 ? index : -1;
  }

  /** A letter counts as two digits, from A = 10. */
  private static int append(int number, char c) {
    int value = Character.digit(c, 36);
    return (number * (value < 10 ? 10 : 100) + value) % MODULUS;
  }

  private static boolean isSeparator(char c) {
    return c == ' ' || c == '-' || c == '.';
  }
}
