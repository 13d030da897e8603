package dev.housecount.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a benchmark measured, beside what it may be. */
final class BenchmarkFigures {
  private final List<String> lines = new ArrayList<>();

  /** One that has no goal. */
  void add(String what, double value) {
    lines.add(line(what, value));
  }

  void add(String what, double value, double most) {
    String verdict = value <= most ? "reached" : "missed";
    lines.add(line(what, value) + String.format(Locale.ROOT, "%10.1f  %s", most, verdict));
  }

  private static String line(String what, double value) {
    return String.format(Locale.ROOT, "%-68s%10.1f", what, value);
  }

  void print() {
    System.out.println(String.format(Locale.ROOT, "%-68s%10s%10s", "", "is", "at most"));
    lines.forEach(System.out::println);
  }
}
