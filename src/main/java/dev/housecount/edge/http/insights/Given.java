package dev.housecount.edge.http.insights;

import dev.housecount.edge.http.problem.Problem;
import dev.housecount.edge.http.problem.ProblemException;
import dev.housecount.insights.Parameter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameters of a question as they were sent; nothing of them is repeated in a problem. */
final class Given {
  /** Values of one filter. */
  private static final int MOST_VALUES = 100;

  private final Map<String, List<String>> values;

  /**
   * @throws ProblemException when there is one that the report does not know
   */
  Given(Map<String, List<String>> values, Set<Parameter> known) {
    this.values = values;
    Set<String> words = known.stream().map(Parameter::word).collect(Collectors.toSet());
    if (!words.containsAll(values.keySet())) {
      String names = known.stream().map(Parameter::word).collect(Collectors.joining(", "));
      throw bad("There is an unknown parameter; this report knows " + names + ".");
    }
  }

  boolean has(Parameter parameter) {
    return values.containsKey(parameter.word());
  }

  /**
   * The value of a parameter that is given at most once.
   *
   * @param reader throws IllegalArgumentException or DateTimeException at what it cannot read
   * @param expectation completes the sentence {@code "from" is ...}
   * @return null when it is not given
   */
  <T> @Nullable T one(Parameter parameter, Function<String, T> reader, String expectation) {
    List<String> given = values.get(parameter.word());
    if (given == null) {
      return null;
    }
    if (given.size() > 1) {
      throw bad(parameter, "given once");
    }
    return read(parameter, given.get(0), reader, expectation);
  }

  /** The values of a parameter of which any will do; none where it is not given. */
  <T> Set<T> any(Parameter parameter, Function<String, T> reader, String expectation) {
    List<String> given = values.getOrDefault(parameter.word(), List.of());
    if (given.size() > MOST_VALUES) {
      throw bad(parameter, "given at most " + MOST_VALUES + " times");
    }
    Set<T> read = new LinkedHashSet<>();
    given.forEach(value -> read.add(read(parameter, value, reader, expectation)));
    return read;
  }

  /** Whether a parameter is {@code true}, or {@code false}. */
  boolean flag(Parameter parameter, boolean otherwise) {
    Boolean given = one(parameter, Given::flag, "true or false");
    return given == null ? otherwise : given;
  }

  private static Boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException();
    };
  }

  private static <T> T read(
      Parameter parameter, String value, Function<String, T> reader, String expectation) {
    if (value.isBlank()) {
      throw bad(parameter, expectation);
    }
    try {
      return reader.apply(value);
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      throw bad(parameter, expectation);
    }
  }

  static ProblemException bad(Parameter parameter, String expectation) {
    return bad("\"" + parameter.word() + "\" is " + expectation + ".");
  }

  static ProblemException bad(String detail) {
    return Problem.badRequest("bad-parameter", detail).asException();
  }
}
