package dev.housecount.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The threat model names tests: they exist, and every threat has one. */
class ThreatModelTest {
  private static final Path MODEL = Path.of("src", "docs", "THREAT-MODEL.md");
  private static final Path TESTS = Path.of("src", "test", "java");
  private static final Pattern TEST = Pattern.compile("`(\\w+)\\.(\\w+)`");
  private static final Pattern ROW = Pattern.compile("\\| [STRIDE] \\|.*");

  @Test
  void everyThreatHasATest() throws IOException {
    List<String> rows =
        Files.readAllLines(MODEL).stream().filter(row -> ROW.matcher(row).matches()).toList();
    assertThat(rows).hasSizeGreaterThan(30).allMatch(row -> TEST.matcher(row).find());
  }

  @ParameterizedTest
  @MethodSource("tests")
  void everyTestExists(String type, String method) throws IOException {
    try (Stream<Path> files = Files.walk(TESTS)) {
      assertThat(files.filter(file -> file.endsWith(type + ".java")))
          .singleElement()
          .satisfies(file -> assertThat(read(file)).contains("void " + method + "("));
    }
  }

  static Stream<String[]> tests() throws IOException {
    return Files.readAllLines(MODEL).stream()
        .filter(row -> ROW.matcher(row).matches())
        .flatMap(row -> TEST.matcher(row).results())
        .map(test -> new String[] {test.group(1), test.group(2)});
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
