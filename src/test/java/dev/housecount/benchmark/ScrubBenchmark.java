package dev.housecount.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.scrub.detect.Detectors;
import dev.housecount.scrub.detect.FindKind;
import dev.housecount.testing.Detection;
import dev.housecount.testing.HostileText;
import dev.housecount.testing.ScrubQuality;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How much the detectors find, how little else, how fast and whether in linear time. Run with
 * {@code ./mvnw test -Dtest=ScrubBenchmark}; {@code -Dbenchmark.texts} sets how many texts of each
 * kind.
 */
class ScrubBenchmark {
  private static final int TEXTS = Integer.getInteger("benchmark.texts", 20_000);
  private static final int SHORT = 1 << 14;
  private static final int LONG = 1 << 20;

  /** How much more a character of a long text may cost; with quadratic work it would be 64. */
  private static final double MAX_GROWTH = 2;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Detectors detectors = Detection.of(EnumSet.allOf(FindKind.class));

  @Test
  void quality() {
    ScrubQuality quality = new ScrubQuality(1, TEXTS);
    say("%-20s %10s %10s   (goals: 0.995, 0.98)", "kind", "recall", "precision");
    quality
        .scores()
        .forEach(
            (kind, score) ->
                say("%-20s %10.4f %10.4f", kind.label(), score.recall(), score.precision()));
    say("clean texts destroyed: %.4f %% (goal: 0.1 %%)", 100 * quality.destroyedShare());
    assertThat(quality.destroyedShare()).isLessThanOrEqualTo(0.001);
    assertThat(quality.scores().values())
        .allMatch(score -> score.recall() >= 0.995 && score.precision() >= 0.98);
  }

  @Test
  void throughput() throws RunnerException {
    System.setProperty("jmh.ignoreLock", "true");
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(ScrubThroughput.class.getName())
                    .forks(0)
                    .mode(Mode.AverageTime)
                    .timeUnit(TimeUnit.NANOSECONDS)
                    .warmupIterations(6)
                    .warmupTime(TimeValue.seconds(2))
                    .measurementIterations(5)
                    .measurementTime(TimeValue.seconds(2))
                    .build())
            .run();
    Map<String, Double> nanos = new HashMap<>();
    results.forEach(
        r -> nanos.put(r.getPrimaryResult().getLabel(), r.getPrimaryResult().getScore()));
    nanos.forEach((name, score) -> say("%-24s %10.0f ns an event", name, score));
    double chain = nanos.get("regexChain");
    double ratio = chain / nanos.get("scrubber");
    say("all of scrubbing is %.1f times as fast as the chain of expressions (goal: 4),", ratio);
    say("  the detectors alone %.1f times,", chain / nanos.get("detectors"));
    say(
        "  all of scrubbing %.1f times as fast as the chain without the keys that lists name",
        nanos.get("regexChainWithoutKeys") / nanos.get("scrubber"));
    assertThat(ratio).isGreaterThanOrEqualTo(4);
  }

  @Test
  void linearity() {
    say("%-28s %12s %12s", "ns a character of repeated", "16 KiB", "1 MiB");
    List<String> patterns = HostileText.patterns().toList();
    patterns.forEach(pattern -> nanosPerChar(pattern, SHORT, 50));
    for (String pattern : patterns) {
      double small = nanosPerChar(pattern, SHORT, 50);
      double large = nanosPerChar(pattern, LONG, 5);
      say("%-28s %12.1f %12.1f", shown(pattern), small, large);
      assertThat(large).as(shown(pattern)).isLessThanOrEqualTo(MAX_GROWTH * small);
    }
  }

  /** The fastest of some rounds, in time of this thread: others on the machine do not count. */
  private double nanosPerChar(String pattern, int length, int rounds) {
    String text = pattern.repeat(length / pattern.length());
    long best = Long.MAX_VALUE;
    for (int i = 0; i < rounds; i++) {
      long start = THREADS.getCurrentThreadCpuTime();
      assertThat(detectors.find(text)).isNotNull();
      best = Math.min(best, THREADS.getCurrentThreadCpuTime() - start);
    }
    return best / (double) text.length();
  }

  private static String shown(String pattern) {
    StringBuilder shown = new StringBuilder();
    pattern
        .chars()
        .forEach(
            c -> shown.append(c < 0x80 ? String.valueOf((char) c) : String.format("\\u%04x", c)));
    return shown.toString();
  }

  @SuppressWarnings({"SystemOut", "AnnotateFormatMethod"}) // the benchmark's result
  private static void say(String format, Object... figures) {
    System.out.printf(Locale.ROOT, format + "%n", figures);
  }
}
