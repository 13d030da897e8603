package dev.housecount.collect;

import dev.housecount.event.RawEvent;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what crawlers and monitors cause when they open a page of the portal. Plain HTTP clients
 * (curl, okhttp, axios) are none: relays and servers that send events use them.
 */
public final class KnownBots implements Sieve {
  /** What the words of a crawler's name end with: Googlebot, UptimeRobot, Baiduspider. */
  private static final Pattern CRAWLER = Pattern.compile(".*(bot|crawler|spider)");

  /** A brand of telephones. */
  private static final Set<String> NO_CRAWLERS = Set.of("cubot");

  /** What browsers without a screen name themselves with. */
  private static final Set<String> HEADLESS = Set.of("headlesschrome", "phantomjs");

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  /** Words that monitors and auditors name themselves with. */
  private static final Set<String> WORDS =
      Set.of(
          "lighthouse",
          "pagespeed",
          "slurp",
          "pingdom",
          "statuscake",
          "site24x7",
          "checkly",
          "datadog",
          "datadogsynthetics",
          "newrelicpinger",
          "newrelicsynthetics",
          "cloudwatchsynthetics",
          "dynatracesynthetic",
          "ruxitsynthetic",
          "googlehc",
          "healthchecker");

  /** The same for names of several words. */
  private static final Set<String> NAMES =
      Set.of(
          "kube-probe",
          "blackbox-exporter",
          "amazon-route53-health-check-service",
          "google-stackdrivermonitoring");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");
  private static final Pattern BETWEEN_NAMES = Pattern.compile("[^a-z0-9-]+");

  /**
   * Whether a User-Agent header is that of a known bot. Whole words count, not parts of them. A
   * browser without a screen is none where the portal runs on the same machine: its developers test
   * it so.
   *
   * @param host of the page that sends; null where the request names none
   */
  public static boolean isBot(@Nullable String userAgent, @Nullable String host) {
    if (userAgent == null) {
      return false;
    }
    String text = userAgent.toLowerCase(Locale.ROOT);
    boolean tested = host != null && THIS_MACHINE.contains(host);
    return BETWEEN_WORDS.splitAsStream(text).anyMatch(word -> isBotsWord(word, tested))
        || BETWEEN_NAMES.splitAsStream(text).anyMatch(NAMES::contains);
  }

  private static boolean isBotsWord(String word, boolean tested) {
    return WORDS.contains(word)
        || (HEADLESS.contains(word) && !tested)
        || (CRAWLER.matcher(word).matches() && !NO_CRAWLERS.contains(word));
  }

  @Override
  public @Nullable RejectionReason refuse(RawEvent event, Batch batch) {
    return batch.sender().bot() ? RejectionReason.BOT : null;
  }
}
