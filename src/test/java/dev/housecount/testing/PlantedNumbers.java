package dev.housecount.testing;

import static dev.housecount.testing.Masks.digits;
import static dev.housecount.testing.Masks.fill;
import static dev.housecount.testing.Masks.pick;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Random;

/**
 * Numbers of cards, accounts, phones and people as their public specifications define them, with
 * check digits computed here: it shares nothing with the detectors.
 */
final class PlantedNumbers {
  /** ISO/IEC 7812 prefixes, the number's length, and how its digits are grouped on the card. */
  private static final String[][] CARDS = {
    {"4", "16", "4444"}, {"51", "16", "4444"}, {"53", "16", "4444"}, {"55", "16", "4444"},
    {"2221", "16", "4444"}, {"2720", "16", "4444"}, {"34", "15", "465"}, {"37", "15", "465"},
    {"6011", "16", "4444"}, {"644", "16", "4444"}, {"65", "16", "4444"}, {"3528", "16", "4444"},
    {"3589", "16", "4444"}, {"36", "14", "464"}, {"300", "14", "464"}, {"38", "14", "464"},
    {"62", "16", "4444"}, {"62", "19", "6D"}, {"6759", "16", "4444"}, {"5018", "16", "4444"},
    {"2200", "16", "4444"}, {"4", "13", "4333"}, {"6304", "19", "44443"}
  };

  /** SWIFT's IBAN registry: country and the structure of what follows the check digits. */
  private static final String[] IBANS =
      ("AD:########************ AE:################### AL:########**************** AT:################"
              + " AZ:@@@@******************** BA:################ BE:############ BG:@@@@######********"
              + " BH:@@@@************** BR:#######################@* CH:#####************"
              + " CR:################## CY:########**************** CZ:#################### DE:##################"
              + " DK:############## DO:****#################### EE:################ ES:####################"
              + " FI:############## FO:############## FR:##########***********## GB:@@@@############## GE:@@################"
              + " GI:@@@@*************** GL:############## GR:#######**************** GT:************************"
              + " HR:################# HU:######################## IE:@@@@############## IL:###################"
              + " IS:###################### IT:@##########************ JO:@@@@####****************** KW:@@@@**********************"
              + " KZ:###************* LB:####******************** LI:#####************ LT:################ LU:###*************"
              + " LV:@@@@************* MC:##########***********## MD:******************** ME:################## MK:###**********##"
              + " MR:####################### MT:@@@@#####****************** MU:@@@@###################@@@ NL:@@@@##########"
              + " NO:########### PK:@@@@**************** PL:######################## PS:@@@@********************* PT:#####################"
              + " QA:@@@@********************* RO:@@@@**************** RS:################## SA:##****************** SE:####################"
              + " SI:############### SK:#################### SM:@##########************ TN:#################### TR:######****************"
              + " UA:######******************* VG:@@@@################ XK:################")
          .split(" ");

  /** National numbering plans: mobile and fixed numbers as people of the country write them. */
  private static final String[] PHONES = {
    "+1 N##-N##-####",
    "+1 (N##) N##-####",
    "+1N##N######",
    "(N##) N##-####",
    "N##-N##-####",
    "N##.N##.####",
    "1-N##-N##-####",
    "+44 7### ######",
    "+44 20 7### ####",
    "07### ######",
    "020 7### ####",
    "0161 ### ####",
    "+49 30 ########",
    "+49 151 ########",
    "030 ########",
    "0151 ########",
    "0171/#######",
    "(089) ######",
    "+49 (0)30 ########",
    "0049 170 #######",
    "+33 6 ## ## ## ##",
    "06 ## ## ## ##",
    "01 4# ## ## ##",
    "+33 (0)6 ## ## ## ##",
    "+34 6## ### ###",
    "+39 3## ### ####",
    "+39 02 #### ####",
    "+31 6 ########",
    "06-########",
    "020-#######",
    "+32 47# ## ## ##",
    "047#/## ## ##",
    "+41 79 ### ## ##",
    "079 ### ## ##",
    "+43 664 #######",
    "0664 #######",
    "+46 70 ### ## ##",
    "070-### ## ##",
    "+47 9## ## ###",
    "+45 ## ## ## ##",
    "+358 40 #######",
    "+48 5## ### ###",
    "+420 60# ### ###",
    "+7 9## ###-##-##",
    "8 (9##) ###-##-##",
    "+55 11 9####-####",
    "(11) 9####-####",
    "+52 55 #### ####",
    "+91 9####-#####",
    "9#### #####",
    "+86 13# #### ####",
    "138 #### ####",
    "+81 90-####-####",
    "090-####-####",
    "+82 10-####-####",
    "010-####-####",
    "+61 4## ### ###",
    "04## ### ###",
    "(02) 9### ####",
    "+65 9### ####",
    "+27 82 ### ####",
    "082 ### ####",
    "+90 53# ### ## ##",
    "+972 54-###-####",
    "+353 87 ### ####",
    "+351 91# ### ###",
    "+54 9 11 #### ####",
    "001-N##-N##-####",
    "22 #D# ## ##",
    "8 9## ### ####",
    "08-NN ## ##",
    "60# ### ##D",
    "tel|N#########",
    "mobile|13#########"
  };

  private PlantedNumbers() {}

  static String card(Random random) {
    String[] issuer = pick(random, CARDS);
    int length = Integer.parseInt(issuer[1]);
    String body = issuer[0] + digits(random, length - 1 - issuer[0].length());
    String number = body + luhnDigit(body);
    String separator = pick(random, new String[] {"", "", " ", "-"});
    return separator.isEmpty() ? number : grouped(number, issuer[2], separator);
  }

  private static String grouped(String number, String groups, String separator) {
    StringBuilder grouped = new StringBuilder();
    int index = 0;
    for (char group : groups.toCharArray()) {
      int end = index + Character.digit(group, 16);
      grouped.append(index == 0 ? "" : separator).append(number, index, end);
      index = end;
    }
    return grouped.toString();
  }

  static int luhnDigit(String body) {
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      int digit = body.charAt(body.length() - 1 - i) - '0';
      sum += i % 2 == 0 ? (digit * 2) / 10 + (digit * 2) % 10 : digit;
    }
    return (10 - sum % 10) % 10;
  }

  static String iban(Random random) {
    String entry = pick(random, IBANS);
    String country = entry.substring(0, 2);
    String account = fill(random, entry.substring(3)).toUpperCase(Locale.ROOT);
    BigInteger rest = decimal(account + country + "00").mod(BigInteger.valueOf(97));
    String iban = country + String.format(Locale.ROOT, "%02d", 98 - rest.intValue()) + account;
    return switch (random.nextInt(4)) {
      case 0 -> iban.replaceAll("(.{4})(?!$)", "$1 ");
      case 1 -> iban.toLowerCase(Locale.ROOT);
      default -> iban;
    };
  }

  private static BigInteger decimal(String text) {
    StringBuilder decimal = new StringBuilder();
    text.chars().forEach(c -> decimal.append(Character.getNumericValue(c)));
    return new BigInteger(decimal.toString());
  }

  static String phone(Random random) {
    return fill(random, pick(random, PHONES));
  }

  static String nationalId(Random random) {
    return switch (random.nextInt(14)) {
      case 0 ->
          String.format(
              Locale.ROOT,
              "%03d-%02d-%04d",
              between(random, 1, 665),
              between(random, 1, 99),
              between(random, 1, 9999));
      case 1 ->
          pick(random, new String[] {"AB", "CE", "JG", "PX", "SR"})
              + digits(random, 6)
              + Masks.pick(random, "ABCD");
      case 2 -> dni(random);
      case 3 -> cpf(random);
      case 4 -> pesel(random);
      case 5 -> nir(random);
      case 6 -> swedish(random);
      case 7 -> chinese(random);
      case 8 -> ahv(random);
      case 9 -> belgian(random);
      case 10 -> finnish(random);
      case 11 -> norwegian(random);
      case 12 -> PlantedIds.strong(random);
      default -> steuerId(random);
    };
  }

  static int between(Random random, int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  static String born(Random random, String format) {
    return java.time.LocalDate.of(between(random, 1945, 1999), 1, 1)
        .plusDays(random.nextInt(365))
        .format(java.time.format.DateTimeFormatter.ofPattern(format, Locale.ROOT));
  }

  private static String dni(Random random) {
    int number = random.nextInt(100_000_000);
    return String.format(
        Locale.ROOT, "%08d%c", number, "TRWAGMYFPDXBNJZSQVHLCKE".charAt(number % 23));
  }

  private static String cpf(Random random) {
    String body = digits(random, 9);
    for (int round = 0; round < 2; round++) {
      int sum = 0;
      for (int i = 0; i < body.length(); i++) {
        sum += (body.charAt(i) - '0') * (body.length() + 1 - i);
      }
      body += sum % 11 < 2 ? 0 : 11 - sum % 11;
    }
    boolean plain = random.nextBoolean();
    return plain ? body : body.replaceAll("(...)(...)(...)(..)", "$1.$2.$3-$4");
  }

  private static String pesel(Random random) {
    String body = born(random, "yyMMdd") + digits(random, 4);
    int sum = 0;
    for (int i = 0; i < 10; i++) {
      sum += (body.charAt(i) - '0') * new int[] {1, 3, 7, 9}[i % 4];
    }
    return body + (10 - sum % 10) % 10;
  }

  private static String nir(Random random) {
    String body = (1 + random.nextInt(2)) + born(random, "yyMM") + fill(random, "7D######");
    String key = String.format(Locale.ROOT, "%02d", 97 - Long.parseLong(body) % 97);
    String id = body + key;
    return random.nextBoolean()
        ? id
        : id.replaceAll("(.)(..)(..)(..)(...)(...)(..)", "$1 $2 $3 $4 $5 $6 $7");
  }

  private static String swedish(Random random) {
    String date = born(random, "yyMMdd");
    String body = date + digits(random, 3);
    return date + "-" + body.substring(6) + luhnDigit(body);
  }

  private static String chinese(Random random) {
    String body = "110105" + born(random, "yyyyMMdd") + digits(random, 3);
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (body.charAt(i) - '0') * (int) (Math.pow(2, 17 - i) % 11);
    }
    int check = (12 - sum % 11) % 11;
    return body + (check == 10 ? "X" : check);
  }

  private static String ahv(Random random) {
    String body = "756" + digits(random, 9);
    int sum = 0;
    for (int i = 0; i < 12; i++) {
      sum += (body.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
    }
    return (body + (10 - sum % 10) % 10).replaceAll("(...)(....)(....)(..)", "$1.$2.$3.$4");
  }

  private static String belgian(Random random) {
    String body =
        born(random, "yyMMdd") + String.format(Locale.ROOT, "%03d", between(random, 1, 997));
    String id = body + String.format(Locale.ROOT, "%02d", 97 - Long.parseLong(body) % 97);
    return random.nextBoolean() ? id : id.replaceAll("(..)(..)(..)(...)(..)", "$1.$2.$3-$4.$5");
  }

  private static String finnish(Random random) {
    String date = born(random, "ddMMyy");
    String number = String.format(Locale.ROOT, "%03d", between(random, 2, 899));
    int rest = (int) (Long.parseLong(date + number) % 31);
    return date + "-" + number + "0123456789ABCDEFHJKLMNPRSTUVWXY".charAt(rest);
  }

  private static String norwegian(Random random) {
    while (true) {
      String body = born(random, "ddMMyy") + digits(random, 3);
      int first = 11 - sum(body, 3, 7, 6, 1, 8, 9, 4, 5, 2) % 11;
      int second = 11 - sum(body + first % 11 % 10, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
      if (first != 10 && second != 10) {
        return body + first % 11 + second % 11;
      }
    }
  }

  static int sum(String digits, int... weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += (digits.charAt(i) - '0') * weights[i];
    }
    return sum;
  }

  private static String steuerId(Random random) {
    java.util.List<Integer> all =
        new java.util.ArrayList<>(java.util.List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
    java.util.Collections.shuffle(all, random);
    all.set(9, all.get(random.nextInt(8)));
    java.util.Collections.shuffle(all, random);
    if (all.get(0) == 0) {
      return steuerId(random);
    }
    int product = 10;
    StringBuilder id = new StringBuilder();
    for (int digit : all) {
      int sum = (digit + product) % 10;
      product = 2 * (sum == 0 ? 10 : sum) % 11;
      id.append(digit);
    }
    return id.append((11 - product) % 10).toString();
  }
}
