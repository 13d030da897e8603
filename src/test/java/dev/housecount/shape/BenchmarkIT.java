package dev.housecount.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The figures of the two functions, measured in one run; see infra/benchmark.sh. */
class BenchmarkIT {
  private static final int SPAWNS = 9;
  private static final int WARM_UP = 300;
  private static final int INVOCATIONS = 1000;
  private static final int EVENTS = 50;
  private static final double MAX_RATIO = 0.1;
  private static final long MAX_PEAK_KILOBYTES = 90_000;
  private static final long MAX_ZIP_BYTES = 25_000_000;

  private record Figures(double firstMillis, double batchCpuMillis, long peakKilobytes, long zip) {}

  @Test
  @SuppressWarnings("SystemOut") // the figures are what it is run for
  void figures_areWithinTheirLimits() throws Exception {
    try (LocalAws aws = new LocalAws()) {
      Function jvm = Function.ofJvm();
      Function binary = Function.ofNative();
      // In turns, so that whatever else the machine does meets both.
      List<Double> jvmFirsts = new ArrayList<>();
      List<Double> binaryFirsts = new ArrayList<>();
      for (int i = 0; i < SPAWNS; i++) {
        jvmFirsts.add(firstAnswerMillis(jvm, aws));
        binaryFirsts.add(firstAnswerMillis(binary, aws));
      }
      Figures ofJvm = warm(jvm, aws, median(jvmFirsts));
      Figures ofBinary = warm(binary, aws, median(binaryFirsts));
      double ratio = ofBinary.firstMillis / ofJvm.firstMillis;
      System.out.printf(Locale.ROOT, "%n%-44s %10s %10s%n", "", "native", "JVM");
      row(
          "spawn to first 202, median of " + SPAWNS + " (ms)",
          ofBinary.firstMillis,
          ofJvm.firstMillis);
      row("  the same as a ratio", ratio, 1);
      row(
          "CPU per warm batch of " + EVENTS + " events (ms)",
          ofBinary.batchCpuMillis,
          ofJvm.batchCpuMillis);
      row(
          "peak memory after " + INVOCATIONS + " invocations (MB)",
          ofBinary.peakKilobytes / 1e3,
          ofJvm.peakKilobytes / 1e3);
      row("zip (MB)", ofBinary.zip / 1e6, ofJvm.zip / 1e6);
      assertThat(ratio).isLessThanOrEqualTo(MAX_RATIO);
      assertThat(ofBinary.peakKilobytes).isLessThanOrEqualTo(MAX_PEAK_KILOBYTES);
      assertThat(ofBinary.zip).isLessThanOrEqualTo(MAX_ZIP_BYTES);
    }
  }

  private static double firstAnswerMillis(Function function, LocalAws aws) {
    Request request = Request.collect(batch(0, 1));
    long start = System.nanoTime();
    try (Api api = new FunctionApi(function, FunctionApi.settings(aws.endpoint()))) {
      assertThat(api.send(request).status()).isEqualTo(202);
      return (System.nanoTime() - start) / 1e6;
    }
  }

  private static Figures warm(Function function, LocalAws aws, double firstMillis)
      throws Exception {
    try (FunctionApi api = new FunctionApi(function, FunctionApi.settings(aws.endpoint()))) {
      long before = 0;
      for (int i = 0; i < INVOCATIONS; i++) {
        if (i == WARM_UP) {
          before = api.child().cpuMillis();
        }
        assertThat(api.send(Request.collect(batch(i, EVENTS))).status()).isEqualTo(202);
      }
      double cpu = (double) (api.child().cpuMillis() - before) / (INVOCATIONS - WARM_UP);
      return new Figures(firstMillis, cpu, api.child().peakKilobytes(), Files.size(function.zip()));
    }
  }

  /** What a portal sends: pages visited, by several users. */
  private static String batch(int number, int events) {
    List<String> batch =
        IntStream.range(0, events)
            .mapToObj(
                i ->
                    "{\"action\":\"navigate\",\"subject\":\"/catalog/default/component/service-%d\",\"timestamp\":\"%s\",\"user\":\"user:default/u%d\",\"sessionId\":\"s-%d\",\"attributes\":{\"namespace\":\"default\",\"kind\":\"component\",\"name\":\"service-%d\"},\"context\":{\"pluginId\":\"catalog\",\"extensionId\":\"page:catalog/entity\"}}"
                        .formatted(
                            number * 7 % 100 + i,
                            Instant.now().minusMillis(i * 100L),
                            i % 5,
                            i % 5,
                            number * 7 % 100 + i))
            .toList();
    return "{\"events\":[" + String.join(",", batch) + "]}";
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static void row(String name, double binary, double jvm) {
    System.out.printf(Locale.ROOT, "%-44s %10.2f %10.2f%n", name, binary, jvm);
  }
}
