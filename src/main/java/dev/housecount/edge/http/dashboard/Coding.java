package dev.housecount.edge.http.dashboard;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How a file is sent, the smallest first (RFC 9110, section 8.4.1; br is RFC 7932's). */
enum Coding {
  BROTLI("br", ".br", Set.of("br")),
  GZIP("gzip", ".gz", Set.of("gzip", "x-gzip")),
  /** As it is. There is no such form of a file: it is inflated, for the few that take no other. */
  IDENTITY("identity", "", Set.of("identity"));

  private final String word;
  private final String suffix;
  private final Set<String> names;

  Coding(String word, String suffix, Set<String> names) {
    this.word = word;
    this.suffix = suffix;
    this.names = names;
  }

  /** As {@code Content-Encoding} names it. */
  String word() {
    return word;
  }

  /** What names of files of this form end with. */
  String suffix() {
    return suffix;
  }

  /**
   * The codings that a client takes, the one that it likes best first, of equals the smallest (RFC
   * 9110, section 12.5.3). Identity is always among them: who refuses all gets it nevertheless.
   *
   * @param accepted the values of {@code Accept-Encoding}, one or several of a list each
   */
  static List<Coding> taken(List<String> accepted) {
    List<String> elements =
        accepted.stream()
            .flatMap(value -> Arrays.stream(value.split(",", -1)))
            .map(element -> element.strip().toLowerCase(Locale.ROOT))
            .toList();
    return Arrays.stream(values())
        .filter(coding -> coding == IDENTITY || coding.weight(elements) > 0)
        .sorted((a, b) -> Double.compare(b.weight(elements), a.weight(elements)))
        .toList();
  }

  /** From 0 to 1; 0 is a refusal. */
  private double weight(List<String> elements) {
    double any = this == IDENTITY ? Double.MIN_VALUE : 0; // taken unless something better is
    for (String element : elements) {
      String name = element.split(";", 2)[0].strip();
      if (names.contains(name)) {
        return quality(element);
      }
      if (name.equals("*")) {
        any = this == IDENTITY ? Math.min(any, quality(element)) : quality(element);
      }
    }
    return any;
  }

  private static double quality(String element) {
    String[] parts = element.split(";\\s*q\\s*=\\s*", 2);
    try {
      return parts.length < 2 ? 1 : Math.max(0, Math.min(1, Double.parseDouble(parts[1])));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
