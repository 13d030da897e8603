package dev.housecount.scrub.detect;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All detectors together. Safe for concurrent use. */
public final class Detectors {
  private record Detector(FindKind kind, String trigger, Pattern pattern, int group) {}

  private static final String SECRET_NAME =
      "(?i)\\b(?:[a-z0-9]+[_-])*(?:password|passwd|pwd|passphrase|secret|token|api[_-]?key"
          + "|access[_-]?key|client[_-]?secret|private[_-]?key|credentials?)";

  private static final List<Detector> ALL =
      List.of(
          detector(
              FindKind.PRIVATE_KEY,
              "PRIVATE KEY",
              "(?s)-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----.*?(?:-----END [A-Z0-9 ]*PRIVATE KEY-----|$)",
              0),
          detector(
              FindKind.JWT,
              "eyJ",
              "eyJ[A-Za-z0-9_=-]{4,}\\.[A-Za-z0-9_=-]{4,}(?:\\.[A-Za-z0-9_=-]*)*",
              0),
          detector(FindKind.AWS_KEY, "A", "\\bA(?:KIA|SIA|ROA|IDA)[A-Z0-9]{16}", 0),
          detector(
              FindKind.TOKEN,
              "",
              "\\b(?:gh[pousr]_[A-Za-z0-9]{16,}|github_pat_[A-Za-z0-9_]{16,}"
                  + "|gl(?:pat|dt|rt|ptt)-[A-Za-z0-9_-]{16,}|xox[abeoprs]-[A-Za-z0-9-]{8,}"
                  + "|[sr]k_(?:live|test)_[A-Za-z0-9]{8,}|AIza[A-Za-z0-9_-]{30,}|npm_[A-Za-z0-9]{30,})",
              0),
          detector(
              FindKind.CREDENTIAL,
              " ",
              "(?i)\\b(?:bearer|basic) +[a-z+/._~-]*[0-9][a-z0-9+/._~-]{7,}=*",
              0),
          detector(FindKind.CREDENTIAL, "", SECRET_NAME + "(?:[=:]|\\s*=\\s*)([^\\s&;,<]+)", 1),
          detector(FindKind.CREDENTIAL, ":", SECRET_NAME + ":\\s+([^\\s&;,<]*[0-9][^\\s&;,<]*)", 1),
          detector(FindKind.URL_CREDENTIALS, "://", "://([^/?#\\s@]*@)", 1),
          detector(
              FindKind.EMAIL,
              "",
              "(?i)[\\p{L}\\p{N}._%+'&=~-]{1,64}(?:@|%40)(?:[\\p{L}\\p{N}-]{1,63}\\.)+[\\p{L}\\p{N}-]{2,63}",
              0));

  /**
   * Looks for the given kinds.
   *
   * @return the finds in their order in the text; no two overlap; mostly empty
   */
  public List<Find> find(String text, Set<FindKind> enabled) {
    List<Find> finds = new ArrayList<>();
    for (Detector detector : ALL) {
      if (enabled.contains(detector.kind) && text.contains(detector.trigger)) {
        Matcher matcher = detector.pattern.matcher(text);
        while (matcher.find()) {
          finds.add(
              new Find(detector.kind, matcher.start(detector.group), matcher.end(detector.group)));
        }
      }
    }
    return withoutOverlaps(finds);
  }

  /**
   * The kind of personal data that a number is, as JSON has it: a card or a phone number without
   * its plus sign.
   *
   * @return null when it is none of those enabled
   */
  public @Nullable FindKind kindOf(double number, Set<FindKind> enabled) {
    return null;
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

  private static List<Find> withoutOverlaps(List<Find> finds) {
    finds.sort(Comparator.comparingInt(Find::start).thenComparing(Find::kind));
    List<Find> kept = new ArrayList<>(finds.size());
    for (Find find : finds) {
      int end = kept.isEmpty() ? 0 : kept.get(kept.size() - 1).end();
      if (find.start() >= end) {
        kept.add(find);
      }
    }
    return kept;
  }

  private static Detector detector(FindKind kind, String trigger, String regex, int group) {
    return new Detector(kind, trigger, Pattern.compile(regex), group);
  }
}
