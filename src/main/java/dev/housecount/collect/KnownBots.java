package dev.housecount.collect;

import dev.housecount.collect.BotNames.Section;
import dev.housecount.event.RawEvent;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what crawlers and monitors cause when they open a page of the portal. Plain HTTP clients
 * (curl, okhttp, axios) are none: relays and servers that send events use them. Whoever says that
 * it is a browser is judged more closely: only what runs pages sends events from them.
 */
public final class KnownBots implements Sieve {
  /** So much of the header is looked at, in characters: several times what browsers send. */
  static final int MAX_LENGTH = 1024;

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  /** A bot says where to read about it or whom to write to; a browser has no reason to. */
  private static final Pattern CONTACT =
      Pattern.compile("(?<!lib)https?:|www\\.|\\+[a-z0-9.-]+\\.[a-z]{2}|@[a-z][a-z0-9_-]+\\.[a-z]");

  /** What it calls itself beside a browser's engine; a few old browsers do so, too. */
  private static final Pattern COMPATIBLE =
      Pattern.compile("compatible; (?!msie|u;|konqueror|amzn-user)");

  private static final BotNames NAMES = BotNames.load();

  /**
   * Whether a User-Agent header is that of a known bot. A browser that a program drives is none
   * where the portal runs on the same machine: its developers test it so.
   *
   * @param host of the page that sends; null where the request names none
   */
  public static boolean isBot(@Nullable String userAgent, @Nullable String host) {
    if (userAgent == null) {
      return false;
    }
    int length = Math.min(userAgent.length(), MAX_LENGTH);
    String text = userAgent.substring(0, length).toLowerCase(Locale.ROOT);
    String words = NAMES.withoutOthers(BotNames.words(text));
    boolean tested = host != null && THIS_MACHINE.contains(host);
    return NAMES.has(Section.ANYONE, words)
        || (!tested && NAMES.has(Section.DRIVEN, words))
        || (text.startsWith("mozilla/") && isNoBrowser(text, words));
  }

  private static boolean isNoBrowser(String text, String words) {
    boolean engine = text.contains("applewebkit") || text.contains("gecko");
    return NAMES.has(Section.BROWSER, words)
        || CONTACT.matcher(text).find()
        || (engine && COMPATIBLE.matcher(text).find());
  }

  @Override
  public @Nullable RejectionReason refuse(RawEvent event, Batch batch) {
    return batch.sender().bot() ? RejectionReason.BOT : null;
  }
}
