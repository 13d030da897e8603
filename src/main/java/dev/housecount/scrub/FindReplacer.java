package dev.housecount.scrub;

import dev.housecount.event.FieldValue;
import dev.housecount.scrub.FindRule.Place;
import dev.housecount.scrub.FindRule.Replacement;
import dev.housecount.scrub.detect.Detectors;
import dev.housecount.scrub.detect.Find;
import dev.housecount.scrub.detect.Kind;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lets the detectors look at a text and replaces what they find, as the policy says. */
public final class FindReplacer {
  /** The domain of the key with which finds are hashed. */
  public static final String DOMAIN = "find";

  /** How much of a find's hash is kept: enough to tell finds apart, not to be sure of one. */
  public static final int BITS = 40;

  /**
   * Stands in a text that is to be dropped. No character by Unicode's own rules (a noncharacter);
   * whoever sends it loses that text.
   */
  private static final char DROPPED = '\uFDD0';

  private final Map<Kind, FindRule> rules;
  private final Map<Place, Detectors> detectors = new EnumMap<>(Place.class);
  private final KeyedHash hash;

  FindReplacer(ScrubPolicy policy, byte[] secret) {
    this.rules = policy.finds();
    for (Place place : Place.values()) {
      detectors.put(place, policy.detectors(place));
    }
    this.hash = new KeyedHash(secret, DOMAIN);
  }

  /** Whether the text may not be kept: a find in it says so. */
  static boolean isDropped(String text) {
    return text.indexOf(DROPPED) >= 0;
  }

  /** Returns the same text when nothing is found. */
  String scrub(String text, Place place) {
    List<Find> finds = in(place).find(text);
    if (finds.isEmpty()) {
      return text;
    }
    StringBuilder scrubbed = new StringBuilder(text.length());
    int end = 0;
    for (Find find : finds) {
      String found = text.substring(find.start(), find.end());
      scrubbed.append(text, end, find.start()).append(replacement(find.kind(), found));
      end = find.end();
    }
    return scrubbed.append(text, end, text.length()).toString();
  }

  private Detectors in(Place place) {
    return Objects.requireNonNull(detectors.get(place));
  }

  /** What replaces a number that is a card's or a phone's, or of a pattern; null for all others. */
  @Nullable String scrub(double number) {
    Kind kind = in(Place.NUMBERS).kindOf(number);
    return kind == null ? null : replacement(kind, new FieldValue.Num(number).number().toString());
  }

  private String replacement(Kind kind, String found) {
    FindRule rule = rules.get(kind);
    Replacement replacement = rule == null ? Replacement.DROP : rule.replacement();
    return switch (replacement) {
      case PLACEHOLDER -> kind.placeholder();
      case HASH -> hashed(kind.placeholder(), found);
      case MASK -> masked(found);
      case DROP -> String.valueOf(DROPPED);
    };
  }

  /** Letters only, so that no detector takes the hash for a number. */
  private String hashed(String placeholder, String found) {
    byte[] digest = hash.hash(found.toLowerCase(Locale.ROOT));
    StringBuilder letters = new StringBuilder("~");
    for (int i = 0; i < BITS / 8; i++) {
      letters.append((char) ('a' + (digest[i] >> 4 & 15))).append((char) ('a' + (digest[i] & 15)));
    }
    return placeholder.replace(">", letters.append('>'));
  }

  private static String masked(String found) {
    StringBuilder masked = new StringBuilder(found.length());
    found
        .codePoints()
        .map(c -> Character.isLetterOrDigit(c) ? '*' : c)
        .forEach(masked::appendCodePoint);
    return masked.toString();
  }
}
