package dev.housecount.scrub.detect;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All detectors together, for the kinds that are wanted in one place. The text's characters say
 * which of them have to look; most texts need few. Linear in the length of any text. Safe for
 * concurrent use.
 */
public final class Detectors {
  private static final Finds.Finder EMAIL = new EmailFinder();
  private static final Finds.Finder IP4 = new Ip4Finder();
  private static final Finds.Finder IP6 = new Ip6Finder();
  private static final Finds.Finder SHAPE = new ShapeFinder();
  private static final Finds.Finder IBAN = new IbanFinder();
  private static final Finds.Finder TOKEN = new TokenFinder();

  /** No token, IBAN or MAC address is shorter. */
  private static final int SHORT = 14;

  /** How often is looked beside what was found. */
  private static final int MAX_ROUNDS = 3;

  /** The largest number that a double holds exactly, as JavaScript has it. */
  private static final double MAX_SAFE_INTEGER = 9_007_199_254_740_991d;

  /** The fewest digits that make a number a person's. */
  private static final double LEAST_PERSONAL = 1e9;

  private final Set<? extends Kind> wanted;
  private final List<OwnPattern> own;
  private final Finds.Finder credential;
  private final Finds.Finder number;

  /**
   * @param wanted what to look for
   * @param secrets what names a value that is secret
   * @param regions where phone numbers are written without their country's code
   */
  public Detectors(Set<? extends Kind> wanted, SecretNames secrets, PhoneRegions regions) {
    this.wanted = Set.copyOf(wanted);
    this.own =
        wanted.stream().filter(OwnPattern.class::isInstance).map(OwnPattern.class::cast).toList();
    this.credential = new CredentialFinder(secrets);
    this.number = new NumberFinder(regions);
  }

  /**
   * Looks for all that is wanted.
   *
   * @return the finds in their order in the text; no two overlap; mostly empty
   */
  public List<Find> find(String text) {
    Reading reading = mayBeEncoded(text) ? Reading.of(text) : Reading.plain(text);
    String read = reading.text();
    Finds finds = new Finds(wanted);
    own.forEach(pattern -> pattern.find(read, finds));
    look(read, finds);
    for (int seen = 0, round = 0; finds.size() > seen && round < MAX_ROUNDS; round++) {
      seen = finds.size();
      look(finds.masked(read), finds);
    }
    return finds.size() == 0 ? List.of() : finds.inOrder(reading);
  }

  private static boolean mayBeEncoded(String text) {
    boolean may = false;
    for (int i = 0; i < text.length() && !may; i++) {
      char c = text.charAt(i);
      may = c >= 128 || c == '%' || c == '&' || c == '\\';
    }
    return may;
  }

  /** Lets those look that may find something: the fewest characters of a find tell it. */
  private void look(String text, Finds finds) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      digits += Chars.isDigit(text.charAt(i)) ? 1 : 0;
    }
    boolean at = text.indexOf('@') >= 0;
    int colon = text.indexOf(':');
    boolean longer = text.length() >= SHORT;
    boolean words = text.indexOf(' ') >= 0 && (digits > 0 || longer || text.contains("--"));
    boolean named = text.indexOf('=') >= 0 || text.indexOf('>') >= 0;
    look(longer, TOKEN, text, finds);
    look(longer || at, SHAPE, text, finds);
    look(words || named || colon >= 0, credential, text, finds);
    look(at, EMAIL, text, finds);
    look(digits >= 4, IP4, text, finds);
    look(colon < text.lastIndexOf(':'), IP6, text, finds);
    look(digits >= 2 && longer, IBAN, text, finds);
    look(digits >= 6, number, text, finds);
  }

  private static void look(boolean may, Finds.Finder finder, String text, Finds finds) {
    if (may) {
      finder.find(text, finds);
    }
  }

  /**
   * The kind of personal data that a number is, as JSON has it: what an operator's pattern finds in
   * its digits, a card, or a phone number with its country's code but without plus sign.
   *
   * @return null when it is none of those wanted
   */
  public @Nullable Kind kindOf(double number) {
    double magnitude = Math.abs(number);
    if (Math.rint(number) != number || magnitude > 1e19) {
      return null;
    }
    String digits = new java.math.BigDecimal(magnitude).toPlainString();
    for (OwnPattern pattern : own) {
      if (pattern.isIn(digits)) {
        return pattern;
      }
    }
    return magnitude < LEAST_PERSONAL ? null : cardOrPhone(digits, magnitude > MAX_SAFE_INTEGER);
  }

  private @Nullable Kind cardOrPhone(String digits, boolean rounded) {
    if (wanted.contains(FindKind.CARD)
        && (Cards.isCard(digits) || rounded && Cards.mayBeCard(digits))) {
      return FindKind.CARD;
    }
    return wanted.contains(FindKind.PHONE) && Phones.isNumber(digits) ? FindKind.PHONE : null;
  }
}
