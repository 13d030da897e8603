package dev.housecount.scrub.detect;

import java.util.Locale;
import java.util.Set;

/** Words that tell what a number is that could be anything. */
final class Keywords {
  /** How far before the number its name may stand, in characters. */
  private static final int WINDOW = 36;

  /** The longest word of a script without spaces. */
  private static final int MAX_UNSPACED = 8;

  /** From here on scripts are written without spaces. */
  private static final int UNSPACED = 0x0e00;

  private static final Set<String> PHONE =
      words(
          "phone phones phoneno phonenumber telephone telephonenumber tel telno mobile mobiles"
              + " mobileno mobilephone mobilenumber mob cell cellular cellphone call calls called"
              + " calling dial dialed reach ring fax whatsapp signal sms msisdn hotline contact"
              + " handy telefon telefono teléfono telefone tél téléphone móvil movil celular cel"
              + " mobil mobilnummer handynummer gsm telefoon telefonnummer telefonnr rufnummer"
              + " durchwahl appel appelez llamar llama chiama cellulare puh puhelin tlf"
              + " телефон тел моб τηλέφωνο τηλ nomor 电话 電話 手机 手機 号码 携帯 携帯電話"
              + " 전화 휴대폰 โทร");

  private static final Set<String> ID =
      words(
          "ssn social security itin atin ptin npi taxpayer tin tax sin nas phn mbi medicare"
              + " national personal citizen citizens identity identification passport"
              + " insurance nino nhs utr upn pps ppsn bsn sofinummer burgerservicenummer paspoort"
              + " identiteitskaart rijksregister rijksregisternummer niss insz svnr"
              + " sozialversicherungsnummer steuernummer steuer idnr rvnr peid ahv avs nir nif nie"
              + " dni cif contribuinte cidadão fiscal fiscale codice cpf rg cuit cuil rut nit"
              + " cédula cedula cui cuy rif dui curp rfc nss cpr personnummer kennitala hetu"
              + " henkilötunnus isikukood asmens kodas personas kods fødselsnummer egn lnch rodné"
              + " rodne číslo cislo oib jmbg embg emso amka afm pesel nip dowód dowod taj adó cnp"
              + " idnp inn snils инн снилс паспорт єгн егн рнокпп rntrc αφμ αμκα aadhaar aadhar"
              + " uidai vid pan epic voter nik ktp npwp nric hkid rrn teudat zehut iqama cnic"
              + " nid kimlik tc melli mynumber kojin マイナンバー 個人番号 身份证 身份證 주민등록번호"
              + " tfn ird nin nuit");

  private static final Set<String> OTHER =
      words(
          "account acct aws arn iam ecr run job build order invoice ticket issue pull commit"
              + " revision rev release version timestamp epoch ts offset seq sequence serial"
              + " pipeline task execution trace span request process pid thread port line page row"
              + " part item sku isbn ean gtin upc barcode byte size count total length artifact"
              + " workflow deployment incident alert monitor dashboard event node cluster project"
              + " block checksum crc nonce subscription tenant bucket metric snapshot asset rgb rgba");

  /** What stands between such a word and its number. */
  private static final Set<String> NUMBERING = words("id ids no nr num number");

  private static final Set<String> UNITS =
      words(
          "requests rows bytes users events records items lines ms ns us seconds minutes hours"
              + " tokens messages files times characters eur usd gbp euros dollars entries objects"
              + " documents pods nodes downloads calls hits views kb mb gb");

  private Keywords() {}

  private static Set<String> words(String words) {
    return Set.of(words.split(" "));
  }

  static boolean ofPhone(String text, int start) {
    return precedes(text, start, PHONE);
  }

  static boolean ofId(String text, int start) {
    return precedes(text, start, ID);
  }

  /** Whether what stands around says that the number is nobody's: an account, a run, an amount. */
  static boolean ofOther(String text, int start, int end) {
    char after = Chars.at(text, end);
    boolean inList = Chars.at(text, start - 1) == ':' && after == ':'; // an ARN
    boolean inHost = after == '.' && Chars.isLetter(Chars.at(text, end + 1));
    return inList || inHost || isCounted(text, end) || isNumbered(text, start);
  }

  /** {@code 123 456 789 requests} */
  private static boolean isCounted(String text, int end) {
    int stop = end + 1;
    while (stop - end < 12 && Character.isLetter(Chars.at(text, stop))) {
      stop++;
    }
    return Chars.at(text, end) == ' '
        && UNITS.contains(text.substring(end + 1, stop).toLowerCase(Locale.ROOT));
  }

  /** {@code /runs/123}, {@code order number 123}, {@code jobId=123} */
  private static boolean isNumbered(String text, int start) {
    int index = start;
    for (int i = 0; i < 2; i++) {
      int end = index;
      while (index - end < 4 && end > 0 && " :=#/_-\"'(".indexOf(text.charAt(end - 1)) >= 0) {
        end--;
      }
      int from = startOfWord(text, end);
      String word = text.substring(from, end).toLowerCase(Locale.ROOT);
      if (!NUMBERING.contains(word)) {
        String one = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        return OTHER.contains(one) || OTHER.contains(word);
      }
      index = from;
    }
    return false;
  }

  /** Of {@code jobId} the second word begins at its capital. */
  private static int startOfWord(String text, int end) {
    int start = end;
    while (start > 0 && end - start < WINDOW && Chars.isLetter(text.charAt(start - 1))) {
      start--;
      char before = Chars.at(text, start - 1);
      if (Chars.isUpper(text.charAt(start)) && Chars.isLetter(before) && !Chars.isUpper(before)) {
        break;
      }
    }
    return start;
  }

  /** Whether one of the words stands before the index with no digit between. */
  private static boolean precedes(String text, int start, Set<String> words) {
    int from = Math.max(0, start - WINDOW);
    int end = -1;
    for (int i = start - 1; i >= from - 1; i--) {
      char c = Chars.at(text, i);
      if (Character.isLetter(c) && i >= from) {
        end = end < 0 ? i + 1 : end;
        boolean inner = Chars.isUpper(c) && Character.isLowerCase(Chars.at(text, i - 1));
        if ((inner || c >= UNSPACED) && isOne(text, i, end, words)) {
          return true;
        }
      } else {
        if (end > 0 && isOne(text, i + 1, end, words)) {
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

  /** A placeholder names what it replaced, not what stands behind it. */
  private static boolean isOne(String text, int start, int end, Set<String> words) {
    boolean unspaced = text.charAt(start) >= UNSPACED;
    boolean fits = !unspaced || end - start <= MAX_UNSPACED;
    return fits
        && Chars.at(text, end) != '>'
        && words.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
  }
}
