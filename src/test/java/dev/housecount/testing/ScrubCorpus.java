package dev.housecount.testing;

import static dev.housecount.testing.Masks.alphanumeric;
import static dev.housecount.testing.Masks.digits;
import static dev.housecount.testing.Masks.fill;
import static dev.housecount.testing.Masks.pick;

import dev.housecount.scrub.detect.FindKind;
import java.util.Base64;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** Texts of a portal from a seed: values of each kind in their usual surroundings. */
public final class ScrubCorpus {
  private static final String[][] SURROUNDINGS = {
    {"", ""},
    {"", ""},
    {"owner ", " please"},
    {"how do I reach ", "?"},
    {"/people/", "/profile"},
    {"error: no answer from ", " (timeout)"},
    {"", " kafka"},
    {"see ", "."},
    {"(", ")"},
    {"\"", "\""},
    {"contact: ", ", thanks"},
    {"who is ", "!"},
    {"[", "]"},
    {"日本語 ", " です"},
    {"page for ", "; next"}
  };

  private static final String[] NAMES = {
    "alice",
    "john.smith",
    "m.garcia",
    "jürgen.müller",
    "olga_petrova",
    "o'neill",
    "li-wei",
    "j.doe",
    "søren",
    "zoë.dubois",
    "rahul.k",
    "a",
    "first.middle.last",
    "anna-lena",
    "josé",
    "info",
    "用户",
    "иван",
    "user123",
    "x_y"
  };

  private static final String[] HOSTS = {
    "acme.com", "mail.acme.co.uk", "example.org", "sub.domain.example.net", "gmail.com",
        "acme-corp.io", "163.com",
    "exämple.de", "uni-köln.de", "xn--exmple-cua.de", "company.travel", "acme.dev", "例子.广告", "a.bc"
  };

  private static final String[] SECRET_NAMES = {
    "password",
    "db_password",
    "DB_PASSWORD",
    "passwd",
    "pwd",
    "api_key",
    "apiKey",
    "X-Api-Key",
    "token",
    "access_token",
    "client_secret",
    "aws_secret_access_key",
    "secret",
    "privateKey",
    "AccountKey"
  };

  /** Stands between a word that names a value and the value. */
  static final char NAME_END = '|';

  private final Random random;

  public ScrubCorpus(long seed) {
    this.random = new Random(seed);
  }

  /** A value of the kind in a text. */
  public PlantedText planted(FindKind kind) {
    if (kind == FindKind.CREDENTIAL) {
      return credential();
    }
    if (kind == FindKind.URL_CREDENTIALS) {
      String scheme =
          pick(random, new String[] {"https", "http", "postgres", "redis", "amqp", "mongodb+srv"});
      String value =
          pick(random, new String[] {"alice", "app", "svc-user"})
              + ":"
              + alphanumeric(random, 9)
              + "@";
      return PlantedText.of(kind, scheme + "://", value, "db.acme.test:5432/x");
    }
    String[] around = pick(random, SURROUNDINGS);
    String value = value(kind);
    int name = value.indexOf(NAME_END) + 1; // what names a value stays
    return PlantedText.of(
        kind,
        around[0] + value.substring(0, name).replace(NAME_END, ' '),
        value.substring(name),
        around[1]);
  }

  private String value(FindKind kind) {
    return switch (kind) {
      case EMAIL -> email();
      case IP -> random.nextBoolean() ? ip4() : ip6();
      case MAC -> mac();
      case UUID -> uuid();
      case CARD -> PlantedNumbers.card(random);
      case IBAN -> PlantedNumbers.iban(random);
      case PHONE -> PlantedNumbers.phone(random);
      case NATIONAL_ID -> PlantedNumbers.nationalId(random);
      case JWT -> jwt();
      case AWS_KEY ->
          pick(random, new String[] {"AKIA", "ASIA"}) + fill(random, "@@@@@@##@@@@@@#@");
      case TOKEN -> token();
      case PRIVATE_KEY -> privateKey();
      case CREDENTIAL, URL_CREDENTIALS -> throw new IllegalArgumentException();
    };
  }

  private String email() {
    String local = pick(random, NAMES);
    local += random.nextInt(4) == 0 ? "+" + alphanumeric(random, 4) : "";
    local += random.nextInt(4) == 0 ? digits(random, 2) : "";
    String at = pick(random, new String[] {"@", "@", "@", "%40", "%2540", "＠", "&#64;"});
    return local + at + pick(random, HOSTS);
  }

  private String ip4() {
    String[] first = {"10", "192.168", "172.16", "8", "93", "203", "100", "54"};
    StringBuilder address = new StringBuilder(pick(random, first));
    while (address.chars().filter(c -> c == '.').count() < 3) {
      address.append('.').append(1 + random.nextInt(254));
    }
    return address.toString();
  }

  private String ip6() {
    StringBuilder full = new StringBuilder("2001:db8");
    for (int i = 0; i < 6; i++) {
      full.append(':').append(Integer.toHexString(random.nextInt(0x10000)));
    }
    return switch (random.nextInt(6)) {
      case 0 -> full.toString().toUpperCase(Locale.ROOT);
      case 1 -> "fe80::" + fill(random, "Dhhh:hhhh:Dhhh") + "%eth0";
      case 2 -> "2001:db8::" + fill(random, "Dhh:Dhh");
      case 3 -> "::ffff:" + ip4();
      case 4 -> "fd" + fill(random, "hh:hhhh:hhhh::D");
      default -> full.toString();
    };
  }

  private String mac() {
    String mac = fill(random, "hh:hh:hh:hh:hh:Dh");
    return switch (random.nextInt(7)) {
      case 0 -> mac.toUpperCase(Locale.ROOT);
      case 1 -> mac.replace(':', '-');
      case 2 -> fill(random, "ah#h.hhhh.hhhD");
      case 3 -> fill(random, "hh-hh-hh-ff-fe-hh-hh-Dh");
      case 4 -> fill(random, "ah#h.hhff.fehh.hhhD");
      case 5 -> fill(random, "ah hh hh hh hh Dh");
      default -> mac;
    };
  }

  private String uuid() {
    String uuid = new UUID(random.nextLong(), random.nextLong()).toString();
    return random.nextInt(4) == 0 ? uuid.toUpperCase(Locale.ROOT) : uuid;
  }

  private String jwt() {
    return base64("{\"alg\":\"ES256\",\"typ\":\"JWT\"}")
        + "."
        + base64("{\"sub\":\"user:default/" + alphanumeric(random, 8) + "\"}")
        + "."
        + alphanumeric(random, 43);
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private String token() {
    return switch (random.nextInt(24)) {
      case 0 -> "ghp_" + alphanumeric(random, 36);
      case 1 -> "gho_" + alphanumeric(random, 36);
      case 2 -> "github_pat_" + alphanumeric(random, 22) + "_" + alphanumeric(random, 59);
      case 3 -> "glpat-" + alphanumeric(random, 20);
      case 4 ->
          "xoxb-" + digits(random, 12) + "-" + digits(random, 12) + "-" + alphanumeric(random, 24);
      case 5 ->
          "xoxp-" + digits(random, 11) + "-" + digits(random, 11) + "-" + alphanumeric(random, 32);
      case 6 -> "sk_live_" + alphanumeric(random, 24);
      case 7 -> "AIza" + alphanumeric(random, 35);
      case 8 -> "npm_" + alphanumeric(random, 36);
      case 9 -> "pypi-AgEIcHlwaS5vcmc" + alphanumeric(random, 60);
      case 10 -> "SG." + alphanumeric(random, 22) + "." + alphanumeric(random, 43);
      case 11 -> "ya29." + alphanumeric(random, 60);
      case 12 -> "hvs." + alphanumeric(random, 24);
      case 13 -> alphanumeric(random, 13) + "7.atlasv1." + alphanumeric(random, 67);
      case 14 -> alphanumeric(random, 3) + "8Q~" + alphanumeric(random, 34);
      case 15 -> digits(random, 10) + ":A" + alphanumeric(random, 34);
      case 16 -> fill(random, "MT" + "*".repeat(24) + ".****#*.") + alphanumeric(random, 38);
      case 17 -> fill(random, "h".repeat(31) + "#-us##");
      case 18 -> fill(random, "A3-@@@@##-@@####-@@@@@-@@###-@@@@@-@@@@#");
      case 19 -> "s." + alphanumeric(random, 23) + "4";
      case 20 -> "hf_" + fill(random, "@".repeat(34));
      case 21 -> "gsk_" + alphanumeric(random, 52);
      case 22 -> "patA" + alphanumeric(random, 13) + "." + fill(random, "h".repeat(64));
      default -> "dckr_pat_" + alphanumeric(random, 32);
    };
  }

  private String privateKey() {
    String type =
        pick(random, new String[] {"", "RSA ", "EC ", "OPENSSH ", "ENCRYPTED "})
            + "PRIVATE KEY-----";
    String line = pick(random, new String[] {"\n", "\\n", " "});
    return "-----BEGIN "
        + type
        + line
        + alphanumeric(random, 64)
        + line
        + alphanumeric(random, 64)
        + line
        + "-----END "
        + type;
  }

  private PlantedText credential() {
    String name = pick(random, SECRET_NAMES);
    String value = alphanumeric(random, 8) + digits(random, 1) + alphanumeric(random, 5);
    String[] around =
        switch (random.nextInt(8)) {
          case 0 -> new String[] {name + "=", " host=db1"};
          case 1 -> new String[] {name + ": ", " in logs"};
          case 2 -> new String[] {"{\"" + name + "\":\"", "\",\"x\":1}"};
          case 3 -> new String[] {"{\\\"" + name + "\\\": \\\"", "\\\"}"};
          case 4 -> new String[] {"Authorization: Bearer ", ""};
          case 5 -> new String[] {"--" + name + " ", " --verbose"};
          case 6 -> new String[] {"?a=b&" + name + "=", "&c=d"};
          default -> new String[] {name + " is ", " right?"};
        };
    return PlantedText.of(FindKind.CREDENTIAL, around[0], value, around[1]);
  }
}
