package dev.housecount.testing;

import static dev.housecount.testing.Masks.alphanumeric;
import static dev.housecount.testing.Masks.digits;
import static dev.housecount.testing.Masks.fill;
import static dev.housecount.testing.Masks.pick;

import java.util.Locale;
import java.util.Random;

/** What people of a portal look for, click and visit, and what only looks like personal data. */
public final class PortalWords {
  private static final String[] WORDS = {
    "kafka",
    "payments-api",
    "petstore",
    "postgres",
    "grafana",
    "onboarding",
    "terraform",
    "gateway",
    "billing",
    "search",
    "catalog",
    "deploy",
    "rollback",
    "kubernetes",
    "oauth2",
    "password",
    "token",
    "secret",
    "mailer",
    "auth"
  };

  private static final String[] TERMS = {
    "C#",
    "F# vs C#",
    "how do I deploy?",
    "what is oauth2?",
    "ISO 20022",
    "RFC 9562",
    "50% off",
    "token: how to",
    "basic authentication",
    "bearer authentication",
    "reset my password",
    "a/b testing",
    "Helm: values",
    "日本語",
    "🎉 release",
    "naïve café",
    "std::vector<int>",
    "user@",
    "@team-platform",
    "E = mc^2",
    "x86_64-linux-gnu",
    "AKS vs EKS?",
    "CI/CD",
    "Q&A",
    "R&D",
    "TCP/IP",
    "k8s & helm",
    "secret management",
    "where is the API key page?",
    "c++ 20",
    "i18n",
    "+1 for this",
    "GMT+0200",
    "24/7 support",
    "key-management-service",
    "127.0.0.1:8080",
    "localhost:3000",
    "0.0.0.0",
    "255.255.255.0",
    "::1",
    "https://backstage.io/docs",
    "git@github.com:acme/petstore.git"
  };

  /** Masks of texts that are nobody's; {@code ~} stands for a word. */
  private static final String[] SHAPES = {
    "~ v#.#.#",
    "~-#.##.#-SNAPSHOT",
    "~@D.##.#",
    "@backstage/~@D.#.#",
    "~:D.#.#-alpine",
    "version #.#.#.#",
    "v1.2.#.#",
    "nginx-1.2#.#.#",
    "/docs/default/component/~/guide-#",
    "component:default/~",
    "template:default/~-#",
    "/catalog/default/component/~",
    "~-hhhhhhhhhh-hhhhh",
    "sha256:hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh",
    "commit hhhhhhh",
    "hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh",
    "component:default/hhhhhhhh-hhhh-4hhh-ahhh-hhhhhhhhhhhh",
    "~@sha256:hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh",
    "@@@-####",
    "@@@@-#####",
    "CVE-202#-####",
    "INC00######",
    "order D#####",
    "order D#######",
    "order D#########",
    "order D###########",
    "port D###",
    "10.#.0.0/16",
    "192.168.#.0/24",
    "2024-11-2#",
    "2#.11.2024",
    "11/2#/2024",
    "2024-11-2# 1#:0#:1#",
    "2024-11-2#T1#:1#:1#.###Z",
    "202#1122.D",
    "1#:3#-1#:4#",
    "17####### seconds",
    "17########",
    "17###########",
    "D## ### requests",
    "D,###,### rows",
    "D.### %",
    "~ D#.##",
    "#.##############",
    "arn:aws:iam::123456789012:role/~",
    "arn:aws:sns:eu-west-1:############:~",
    "############.dkr.ecr.eu-west-1.amazonaws.com/~",
    "account ############",
    "/~/actions/runs/D##########",
    "build id D##########",
    "order number D##########",
    "D## ### ### bytes",
    "1####.webhook.acme.test",
    "~ --password string",
    "--~-token string   how to",
    "Authorization: Bearer $token",
    "~_secret = ~.value(x)",
    "perl-0.#00.9##-4##.el9",
    "202#1122-D",
    "pods ~-hhhhhhhhhh-aaaaa and 10 20 30 40 50",
    "favicon.ico-hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh.png",
    "s3://~-bucket/##",
    "~.default.svc.cluster.local:####",
    "/api/v#/~/D#",
    "cron 0 0 * * #",
    "icon@#x.png",
    "~ #### ####",
    "D ### ### ###",
    "D#:#h:D#",
    "build 2024112#-1##5",
    "Chrome/1##.0.####.0",
    "~ and ~",
    "~ ~ #",
    "page D of D###",
    "std::~",
    "foo::bar::D",
    "~#D",
    "##%",
    "~_~_####",
    "#x# grid",
    "Q# 202#",
    "~ (20##)",
    "HTTP 4##",
    "JDK D#"
  };

  private final Random random;

  public PortalWords(long seed) {
    this.random = new Random(seed);
  }

  /** A text in which nothing is to be found. */
  public PlantedText clean() {
    return PlantedText.clean(
        switch (random.nextInt(10)) {
          case 0 -> pick(random, WORDS) + " " + pick(random, WORDS);
          case 1, 2 -> pick(random, TERMS);
          case 3 -> lookAlike();
          default -> shape();
        });
  }

  private String shape() {
    String mask = pick(random, SHAPES);
    StringBuilder text = new StringBuilder();
    for (String part : mask.split("(?<=~)|(?=~)")) {
      text.append(part.equals("~") ? pick(random, WORDS) : literal(part));
    }
    return text.toString();
  }

  /** Fills the mask's signs; a word's own letters stay, and an at sign of a package does. */
  private String literal(String part) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      boolean run =
          i > 0 && part.charAt(i - 1) == c || i + 1 < part.length() && part.charAt(i + 1) == c;
      boolean sign =
          c == '#'
              || (c == 'D' && !isLetter(part, i + 1) && !isLetter(part, i - 1))
              || (c == 'h' || c == '@') && run;
      text.append(sign ? fill(random, String.valueOf(c)) : String.valueOf(c));
    }
    return text.toString();
  }

  private static boolean isLetter(String text, int index) {
    return index >= 0 && index < text.length() && Character.isLetter(text.charAt(index));
  }

  /** A value whose check digit, range or form is wrong. */
  private String lookAlike() {
    return switch (random.nextInt(9)) {
      case 0 -> wrongCard();
      case 1 -> "9" + digits(random, 15);
      case 2 -> "1.2." + digits(random, 3) + ".999.7";
      case 3 ->
          String.format(
              Locale.ROOT,
              "%02d:%02d:%02d",
              random.nextInt(24),
              random.nextInt(60),
              random.nextInt(60));
      case 4 -> "300." + random.nextInt(255) + ".1.1";
      case 5 -> "000-" + digits(random, 2) + "-" + digits(random, 4);
      case 6 -> "gh_" + alphanumeric(random, 12);
      case 7 -> "DE00" + digits(random, 18);
      default -> "eyJ" + alphanumeric(random, 20);
    };
  }

  private String wrongCard() {
    String body = "4" + digits(random, 14);
    return body + (PlantedNumbers.luhnDigit(body) + 1 + random.nextInt(9)) % 10;
  }
}
