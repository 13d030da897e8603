package dev.housecount.scrub;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The detectors, in the order in which they run. Each looks for a cheap trigger before it runs its
 * linear-time expression (RE2/J).
 */
final class Detectors implements Detector {
  private static final String SECRET = "<secret>";

  private static final List<Detector> ALL =
      List.of(
          // The whole block, or all that follows when its end is cut off.
          replacing(
              text -> text.contains("PRIVATE KEY"),
              "(?s)-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----.*?(?:-----END [A-Z0-9 ]*PRIVATE KEY-----|$)",
              SECRET),
          // JWT: two base64url parts that begin as JSON objects do, then the signature.
          replacing(
              text -> text.contains("eyJ"),
              "eyJ[A-Za-z0-9_=-]{4,}\\.[A-Za-z0-9_=-]{4,}(?:\\.[A-Za-z0-9_=-]*)*",
              SECRET),
          // AWS access keys, GitHub, GitLab, Slack, Stripe, Google, npm: issuers document the
          // prefixes.
          replacing(
              text -> text.length() >= 16,
              "\\b(?:A(?:KIA|SIA|ROA|IDA)[A-Z0-9]{16}|gh[pousr]_[A-Za-z0-9]{16,}|github_pat_[A-Za-z0-9_]{16,}"
                  + "|gl(?:pat|dt|rt|ptt)-[A-Za-z0-9_-]{16,}|xox[abeoprs]-[A-Za-z0-9-]{8,}"
                  + "|[sr]k_(?:live|test)_[A-Za-z0-9]{8,}|AIza[A-Za-z0-9_-]{30,}|npm_[A-Za-z0-9]{30,})",
              SECRET),
          // "bearer authentication" is a search term; a credential has digits.
          replacing(
              text -> containsIgnoringCase(text, "bearer ") || containsIgnoringCase(text, "basic "),
              "(?i)\\b(?:bearer|basic) +[a-z+/._~-]*[0-9][a-z0-9+/._~-]{7,}=*",
              SECRET),
          // A value introduced by a name that says it is secret; "token: how to" is a question.
          replacing(
              text -> text.indexOf('=') >= 0 || text.indexOf(':') >= 0,
              "(?i)\\b((?:[a-z0-9]+[_-])*(?:password|passwd|pwd|passphrase|secret|token|api[_-]?key"
                  + "|access[_-]?key|client[_-]?secret|private[_-]?key|credentials?))"
                  + "(?:([=:])[^\\s&;,<]+|(\\s*=\\s*)[^\\s&;,<]+|(:\\s+)[^\\s&;,<]*[0-9][^\\s&;,<]*)",
              "$1$2$3$4" + SECRET),
          replacing(text -> text.contains("://"), "://[^/?#\\s@]*@", "://"),
          replacing(
              text -> text.indexOf('@') > 0 || text.contains("%40"),
              "(?i)[\\p{L}\\p{N}._%+'&=~-]{1,64}(?:@|%40)(?:[\\p{L}\\p{N}-]{1,63}\\.)+[\\p{L}\\p{N}-]{2,63}",
              "<email>"));

  @Override
  public String scrub(String text) {
    String scrubbed = text;
    for (Detector detector : ALL) {
      scrubbed = detector.scrub(scrubbed);
    }
    return scrubbed;
  }

  private static Detector replacing(Predicate<String> trigger, String regex, String replacement) {
    Pattern pattern = Pattern.compile(regex);
    return text -> trigger.test(text) ? pattern.matcher(text).replaceAll(replacement) : text;
  }

  private static boolean containsIgnoringCase(String text, String lowerCase) {
    return text.toLowerCase(Locale.ROOT).contains(lowerCase);
  }
}
