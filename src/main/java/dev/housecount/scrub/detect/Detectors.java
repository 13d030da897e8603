package dev.housecount.scrub.detect;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All detectors together. A census of the text's characters says which of them have to look; most
 * texts need none. Linear in the length of any text. Safe for concurrent use.
 */
public final class Detectors {
  private static final Finder EMAIL = new EmailFinder();
  private static final Finder IP4 = new Ip4Finder();
  private static final Finder HEX = new HexFinder();
  private static final Finder NUMBER = new NumberFinder();
  private static final Finder IBAN = new IbanFinder();
  private static final Finder TOKEN = new TokenFinder();
  private static final Finder PRIVATE_KEY = new PrivateKeyFinder();
  private static final Finder CREDENTIAL = new CredentialFinder();
  private static final Finder URL_CREDENTIALS = new UrlCredentialsFinder();

  /** How often is looked beside what was found. */
  private static final int MAX_ROUNDS = 3;

  /** The largest number that a double holds exactly, as JavaScript has it. */
  private static final double MAX_SAFE_INTEGER = 9_007_199_254_740_991d;

  /** The fewest digits that make a number a person's. */
  private static final double LEAST_PERSONAL = 1e9;

  /**
   * Looks for the given kinds.
   *
   * @return the finds in their order in the text; no two overlap; mostly empty
   */
  public List<Find> find(String text, Set<FindKind> enabled) {
    Census census = Census.of(text);
    if (census.mayBeEncoded()) {
      return find(Reading.of(text), enabled);
    }
    Finds finds = look(text, census, enabled, null);
    return finds == null || finds.size() == 0
        ? List.of()
        : lookBeside(finds, Reading.plain(text), enabled);
  }

  private static List<Find> find(Reading reading, Set<FindKind> enabled) {
    Finds finds = look(reading.text(), Census.of(reading.text()), enabled, null);
    return finds == null ? List.of() : lookBeside(finds, reading, enabled);
  }

  private static List<Find> lookBeside(Finds finds, Reading reading, Set<FindKind> enabled) {
    for (int seen = 0, round = 0; finds.size() > seen && round < MAX_ROUNDS; round++) {
      seen = finds.size();
      String masked = finds.masked(reading.text());
      look(masked, Census.of(masked), enabled, finds);
    }
    return finds.inOrder(reading);
  }

  /**
   * The kind of personal data that a number is, as JSON has it: a card, or a phone number with its
   * country's code but without plus sign.
   *
   * @return null when it is none of those enabled
   */
  public @Nullable FindKind kindOf(double number, Set<FindKind> enabled) {
    double magnitude = Math.abs(number);
    if (Math.rint(number) != number || magnitude < LEAST_PERSONAL || magnitude > 1e19) {
      return null;
    }
    String digits = new java.math.BigDecimal(magnitude).toPlainString();
    if (enabled.contains(FindKind.CARD)
        && (Cards.isCard(digits) || magnitude > MAX_SAFE_INTEGER && Cards.mayBeCard(digits))) {
      return FindKind.CARD;
    }
    boolean phone = Phones.isInternational(digits) || Phones.isNorthAmerican(digits);
    return phone && enabled.contains(FindKind.PHONE) ? FindKind.PHONE : null;
  }

  /** Replaces what is found by default by the kinds' placeholders. */
  public String scrub(String text) {
    List<Find> finds = find(text, FindKind.DEFAULT);
    if (finds.isEmpty()) {
      return text;
    }
    StringBuilder scrubbed = new StringBuilder(text.length());
    int end = 0;
    for (Find find : finds) {
      scrubbed.append(text, end, find.start()).append(find.kind().placeholder());
      end = find.end();
    }
    return scrubbed.append(text, end, text.length()).toString();
  }

  private static @Nullable Finds look(
      String text, Census census, Set<FindKind> enabled, @Nullable Finds before) {
    Finds finds = before;
    if (census.mayHoldToken()) {
      finds = run(TOKEN, text, enabled, finds);
    }
    if (census.mayHoldPrivateKey()) {
      finds = run(PRIVATE_KEY, text, enabled, finds);
    }
    if (census.mayHoldCredential()) {
      finds = run(CREDENTIAL, text, enabled, finds);
    }
    if (census.mayHoldEmail()) {
      finds = run(EMAIL, text, enabled, run(URL_CREDENTIALS, text, enabled, finds));
    }
    if (census.mayHoldIp4()) {
      finds = run(IP4, text, enabled, finds);
    }
    if (census.mayHoldHex()) {
      finds = run(HEX, text, enabled, finds);
    }
    if (census.mayHoldIban()) {
      finds = run(IBAN, text, enabled, finds);
    }
    return census.mayHoldNumber() ? run(NUMBER, text, enabled, finds) : finds;
  }

  private static Finds run(
      Finder finder, String text, Set<FindKind> enabled, @Nullable Finds finds) {
    Finds all = finds == null ? new Finds(enabled) : finds;
    finder.find(text, all);
    return all;
  }
}
