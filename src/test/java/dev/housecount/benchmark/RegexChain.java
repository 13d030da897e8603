package dev.housecount.benchmark;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The straightforward way to what the detectors do: an expression for each kind, compiled once, one
 * after the other over the whole text. What {@code ScrubBenchmark} compares with.
 */
final class RegexChain {
  private record Step(Pattern pattern, String replacement) {}

  private static final List<Step> STEPS =
      List.of(
          step(
              "-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----[\\s\\S]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY-----|$)",
              "<secret>"),
          step("(?<=//)[^/?#\\s@]*:[^/?#\\s@]*@", ""),
          step("\\beyJ[A-Za-z0-9_=-]{4,}\\.[A-Za-z0-9_=-]{4,}(?:\\.[A-Za-z0-9_=-]*)*", "<secret>"),
          step(
              "\\b(?:AKIA|ASIA|AROA|AIDA|AGPA|AIPA|ANPA|ANVA|APKA|ABIA|ACCA)[A-Z0-9]{16}",
              "<secret>"),
          step("\\b(?:gh[pousr]_[A-Za-z0-9]{16,}|github_pat_[A-Za-z0-9_]{16,})", "<secret>"),
          step(
              "\\bgl(?:pat|dt|rt|ptt|ft|soat|cbt|imt|agent|ffct|wt)-[A-Za-z0-9_-]{16,}",
              "<secret>"),
          step("\\b(?:xox[abcdeoprs]-[A-Za-z0-9-]{8,}|xapp-[A-Za-z0-9-]{8,})", "<secret>"),
          step("\\b(?:[sr]k_(?:live|test)_[A-Za-z0-9]{8,}|whsec_[A-Za-z0-9]{16,})", "<secret>"),
          step(
              "\\b(?:AIza[A-Za-z0-9_-]{30,}|ya29\\.[A-Za-z0-9_-]{16,}|GOCSPX-[A-Za-z0-9_-]{16,})",
              "<secret>"),
          step(
              "\\b(?:npm_[A-Za-z0-9]{30,}|pypi-[A-Za-z0-9_-]{30,}|dckr_pat_[A-Za-z0-9_-]{20,}|hvs\\.[A-Za-z0-9_-]{20,})",
              "<secret>"),
          step(
              "\\b(?:SG\\.[A-Za-z0-9_.-]{20,}|sk-(?:proj|ant)-[A-Za-z0-9_-]{20,}|hf_[A-Za-z0-9]{30,}|glsa_\\w{20,})",
              "<secret>"),
          step("(?i)\\b(?:bearer|basic) +[a-z+/._~-]*[0-9][a-z0-9+/._~-]{7,}=*", "<secret>"),
          step(
              "(?i)\\b((?:[a-z0-9]+[_-])*(?:password|passwd|pwd|passphrase|secret|token|api[_-]?key|access[_-]?key"
                  + "|client[_-]?secret|private[_-]?key|credentials?)[\"']?(?:\\s*[=:]\\s*|\\s+is\\s+))[^\\s&;,<]+",
              "$1<secret>"),
          step(
              "(?i)[\\p{L}\\p{N}._%+'&=~-]{1,64}(?:@|%40|%2540|&#64;)(?:[\\p{L}\\p{N}-]{1,63}\\.)+[\\p{L}\\p{N}-]{2,63}",
              "<email>"),
          step(
              "(?i)\\b(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}\\b|\\b(?:[0-9a-f]{4}\\.){2}[0-9a-f]{4}\\b",
              "<mac>"),
          step(
              "(?i)(?:\\b(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}\\b|\\b(?:[0-9a-f]{1,4}:){1,7}:(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6})?)",
              "<ip>"),
          step(
              "\\b(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\b",
              "<ip>"),
          step(
              "(?i)\\b[a-z]{2}\\d{2}(?:[ -]?[a-z0-9]{4}){2,7}(?:[ -]?[a-z0-9]{1,3})?\\b", "<iban>"),
          step("\\b(?:\\d[ -]?){13,19}\\b", "<card>"),
          step("\\b\\d{3}-\\d{2}-\\d{4}\\b", "<id>"),
          step("\\b[A-CEGHJ-PR-TW-Z]{2} ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]\\b", "<id>"),
          step("\\b(?:\\d{8}-?[A-Z]|[XYZ]\\d{7}[A-Z]|[STFGM]\\d{7}[A-Z])\\b", "<id>"),
          step("\\b[A-Z]{6}\\d{2}[A-Z]\\d{2}[A-Z]\\d{3}[A-Z]\\b", "<id>"),
          step("\\b\\d{3}\\.?\\d{3}\\.?\\d{3}-?\\d{2}\\b", "<id>"),
          step(
              "\\b(?:\\d{6}[-+]\\d{3}[0-9A-Z]|\\d{17}[0-9X]|756\\.\\d{4}\\.\\d{4}\\.\\d{2})\\b",
              "<id>"),
          step("\\b(?:\\d{2}\\.\\d{2}\\.\\d{2}-\\d{3}\\.\\d{2}|\\d{4} \\d{4} \\d{4})\\b", "<id>"),
          step("(?:\\+|\\b00)[1-9][\\d ()./-]{6,20}\\d", "<phone>"),
          step("(?:\\(\\d{2,5}\\)|\\b\\d{2,5})[ ./-]?\\d{3,5}[ ./-]?\\d{3,5}\\b", "<phone>"));

  private static Step step(String regex, String replacement) {
    return new Step(Pattern.compile(regex), replacement);
  }

  String scrub(String text) {
    String scrubbed = text;
    for (Step step : STEPS) {
      Matcher matcher = step.pattern.matcher(scrubbed);
      scrubbed = matcher.replaceAll(step.replacement);
    }
    return scrubbed;
  }
}
