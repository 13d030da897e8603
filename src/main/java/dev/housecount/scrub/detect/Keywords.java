package dev.housecount.scrub.detect;

import java.util.Locale;
import java.util.Set;

/** Words that tell what a number is that could be anything. */
final class Keywords {
  /** How far before the number its name may stand, in characters. */
  private static final int WINDOW = 28;

  private static final Set<String> PHONE =
      Set.of(
          "phone",
          "phones",
          "tel",
          "telephone",
          "mobile",
          "mob",
          "cell",
          "cellphone",
          "call",
          "fax",
          "whatsapp",
          "sms",
          "dial",
          "handy",
          "telefon",
          "telefono",
          "teléfono",
          "telefone",
          "tél",
          "téléphone",
          "móvil",
          "movil",
          "celular",
          "mobil",
          "mobilnummer",
          "handynummer",
          "gsm",
          "telefoon",
          "telefonnummer",
          "rufnummer",
          "hotline",
          "msisdn",
          "电话",
          "手机",
          "電話");

  private static final Set<String> ID =
      Set.of(
          "ssn",
          "social",
          "bsn",
          "sofinummer",
          "burgerservicenummer",
          "aadhaar",
          "aadhar",
          "uidai",
          "nif",
          "contribuinte",
          "cpr",
          "personnummer",
          "egn",
          "oib",
          "pesel",
          "amka",
          "sin",
          "tfn",
          "ird",
          "nhs",
          "tin",
          "itin",
          "taxpayer",
          "nino",
          "insurance",
          "dni",
          "nie",
          "pan",
          "nric",
          "hkid",
          "rrn",
          "rvnr",
          "teudat",
          "id",
          "identity",
          "national");

  private Keywords() {}

  static boolean ofPhone(String text, int start) {
    return precedes(text, start, PHONE);
  }

  static boolean ofId(String text, int start) {
    return precedes(text, start, ID);
  }

  /** Whether one of the words stands before the index with no digit between. */
  private static boolean precedes(String text, int start, Set<String> words) {
    int from = Math.max(0, start - WINDOW);
    int end = -1;
    for (int i = start - 1; i >= from - 1; i--) {
      char c = Chars.at(text, i);
      if (Character.isLetter(c) && i >= from) {
        end = end < 0 ? i + 1 : end;
      } else {
        boolean placeholder = Chars.at(text, end) == '>';
        if (end > 0
            && !placeholder
            && words.contains(text.substring(i + 1, end).toLowerCase(Locale.ROOT))) {
          return true;
        }
        end = -1;
        if (Chars.isDigit(c)) {
          return false;
        }
      }
    }
    return false;
  }
}
