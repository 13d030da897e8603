package dev.housecount.shape;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A process with nothing of this one's environment, whose output goes to a file. */
final class Child implements AutoCloseable {
  private final Process process;
  private final Path output;

  Child(String name, List<String> command, Map<String, String> environment) {
    try {
      Path logs = Files.createDirectories(Path.of("target", "shapes", "logs"));
      output = Files.createTempFile(logs, name + "-", ".log");
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().clear();
      builder.environment().putAll(environment);
      process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  CompletableFuture<Process> exit() {
    return process.onExit();
  }

  String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The most memory that it ever had resident, in kilobytes. */
  long peakKilobytes() {
    try {
      return Files.readAllLines(Path.of("/proc", "" + process.pid(), "status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long cpuMillis() {
    return process.info().totalCpuDuration().orElseThrow().toMillis();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
