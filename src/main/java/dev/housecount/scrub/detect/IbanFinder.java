package dev.housecount.scrub.detect;

import java.util.HashMap;
import java.util.Map;

/** IBANs: a country's length and the check digits (ISO 13616, SWIFT's IBAN registry). */
final class IbanFinder implements Finder {
  private static final int SHORTEST = 15;

  private static final int LONGEST = 34;

  private static final int MODULUS = 97;

  /** Two letters and two digits are six decimal digits. */
  private static final int HEAD_SCALE = 1_000_000;

  /** Country and length. */
  private static final String REGISTRY =
      "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27"
          + " DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21"
          + " HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27"
          + " MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24"
          + " RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22"
          + " VG24 XK20 YE30"
          // Not in the registry, but used.
          + " AO25 BF28 BJ28 CF27 CG27 CI28 CM27 CV25 DZ26 GA27 GQ27 GW25 IR26 KM27 MA28 MG27 ML28"
          + " MZ25 NE28 SN28 TD27 TG28";

  private static final Map<Integer, Integer> LENGTHS = new HashMap<>();

  static {
    for (int i = 0; i < REGISTRY.length(); i += 5) {
      int length = Integer.parseInt(REGISTRY.substring(i + 2, i + 4));
      LENGTHS.put(country(REGISTRY.charAt(i), REGISTRY.charAt(i + 1)), length);
    }
  }

  @Override
  public void find(String text, Finds finds) {
    for (int i = 2; i + 1 < text.length(); i++) {
      if (Chars.isDigit(text.charAt(i))
          && Chars.isDigit(text.charAt(i + 1))
          && Chars.isLetter(text.charAt(i - 1))
          && Chars.isLetter(text.charAt(i - 2))
          && Chars.startsWord(text, i - 2)) {
        int end = endOfIban(text, i - 2);
        end = end > 0 ? end : endOfUnregistered(text, i - 2);
        if (end > 0) {
          finds.add(FindKind.IBAN, i - 2, end);
          i = end;
        }
      }
    }
  }

  private static int endOfIban(String text, int start) {
    Integer length = LENGTHS.get(country(text.charAt(start), text.charAt(start + 1)));
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

  /** In one piece and with the right check digits, but of another length than is registered. */
  private static int endOfUnregistered(String text, int start) {
    int end = start;
    int tail = 0;
    int head = 0;
    while (end - start <= LONGEST
        && (Chars.isUpper(Chars.at(text, end)) || Chars.isDigit(Chars.at(text, end)))) {
      head = end - start < 4 ? append(head, text.charAt(end)) : head;
      tail = end - start < 4 ? tail : append(tail, text.charAt(end));
      end++;
    }
    boolean fits = end - start >= SHORTEST && end - start <= LONGEST && Chars.endsWord(text, end);
    boolean known =
        fits && LENGTHS.containsKey(country(text.charAt(start), text.charAt(start + 1)));
    return known && (tail * HEAD_SCALE + head) % MODULUS == 1 ? end : -1;
  }

  /** A letter counts as two digits, from A = 10. */
  private static int append(int number, char c) {
    int value = Character.digit(c, 36);
    return (number * (value < 10 ? 10 : 100) + value) % MODULUS;
  }

  private static boolean isSeparator(char c) {
    return c == ' ' || c == '-' || c == '.';
  }

  private static int country(char first, char second) {
    return Chars.lower(first) << 8 | Chars.lower(second);
  }
}
