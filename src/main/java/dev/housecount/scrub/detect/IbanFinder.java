package dev.housecount.scrub.detect;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** IBANs: a country's length and the check digits (ISO 13616, SWIFT's IBAN registry). */
final class IbanFinder implements Finds.Finder {
  private static final int SHORTEST = 15;

  private static final BigInteger MODULUS = BigInteger.valueOf(97);

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
    StringBuilder iban = new StringBuilder(length);
    int index = start;
    while (iban.length() < length && index < text.length()) {
      char c = text.charAt(index);
      if (Chars.isAlphanumeric(c)) {
        iban.append(c);
      } else if (" -.".indexOf(c) < 0 || !Chars.isAlphanumeric(text.charAt(index - 1))) {
        return -1;
      }
      index++;
    }
    boolean whole = iban.length() == length && Chars.endsWord(text, index);
    return whole && isChecked(iban.toString()) ? index : -1;
  }

  /** Country and check digits count last, and a letter as two digits, from A = 10 (ISO 7064). */
  private static boolean isChecked(String iban) {
    StringBuilder decimal = new StringBuilder();
    (iban.substring(4) + iban.substring(0, 4))
        .chars()
        .forEach(c -> decimal.append(Character.digit(c, 36)));
    int check = Integer.parseInt(iban.substring(2, 4));
    boolean right = new BigInteger(decimal.toString()).mod(MODULUS).equals(BigInteger.ONE);
    return check >= 2 && check <= 98 && right;
  }
}
