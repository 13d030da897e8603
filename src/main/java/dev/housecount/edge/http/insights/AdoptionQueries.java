package dev.housecount.edge.http.insights;

import dev.housecount.edge.http.problem.Problem;
import dev.housecount.insights.AdoptionPage;
import dev.housecount.insights.Days;
import dev.housecount.insights.Filter;
import dev.housecount.insights.Grain;
import dev.housecount.insights.Insights;
import dev.housecount.insights.Question;
import dev.housecount.insights.Report;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers the questions of Red Hat's page of adoption insights, in the shapes that it expects. */
public final class AdoptionQueries {
  private static final int DEFAULT_LIMIT = 3;

  private static final Map<String, Grain> GROUPINGS =
      Map.of(
          "hourly", Grain.HOUR,
          "daily", Grain.DAY,
          "weekly", Grain.WEEK,
          "monthly", Grain.MONTH);

  private final Insights insights;

  public AdoptionQueries(Insights insights) {
    this.insights = insights;
  }

  /**
   * The body of an answer.
   *
   * @param given the parameters as the page sends them; others are passed over
   * @throws dev.housecount.edge.http.problem.ProblemException when one is wrong, or when the answer
   *     would cost too much
   */
  public Map<String, Object> answer(Map<String, List<String>> given, String portal) {
    Report report = AdoptionPage.report(required(given, "type")).orElseThrow(() -> wrong("type"));
    Days days = days(given);
    Grain grain = grain(first(given, "grouping"), days);
    Question question =
        new Question(
            days,
            read(given, "timezone", RangeParameters::zone),
            null,
            filter(portal, first(given, "kind")),
            grain,
            first(given, "limit") == null
                ? DEFAULT_LIMIT
                : read(given, "limit", QuestionParameters::limit),
            null,
            Set.of());
    return AdoptionShapes.of(
        required(given, "type"), grain, InsightsResource.answer(insights, report, question));
  }

  /** The same as CSV, where the page asks for it; else null. */
  public static @Nullable String csv(Map<String, List<String>> given, Map<String, Object> body) {
    return "csv".equals(first(given, "format")) ? AdoptionShapes.csv(body) : null;
  }

  /** The page's last day is one of them. */
  private static Days days(Map<String, List<String>> given) {
    LocalDate from = read(given, "start_date", RangeParameters::date);
    LocalDate to = read(given, "end_date", RangeParameters::date);
    if (from.isAfter(to) || from.plusDays(Question.MAX_DAYS).isBefore(to)) {
      throw wrong("end_date");
    }
    return new Days(from, to.plusDays(1));
  }

  private static <T> T read(
      Map<String, List<String>> given, String name, Function<String, T> reader) {
    try {
      return reader.apply(required(given, name));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw wrong(name);
    }
  }

  private static Grain grain(@Nullable String grouping, Days days) {
    if (grouping == null) {
      long between = days.count() - 1;
      return between == 0
          ? Grain.HOUR
          : between <= 7 ? Grain.DAY : between <= 30 ? Grain.WEEK : Grain.MONTH;
    }
    Grain grain = GROUPINGS.get(grouping);
    if (grain == null) {
      throw wrong("grouping");
    }
    return grain;
  }

  static String grouping(Grain grain) {
    return GROUPINGS.entrySet().stream()
        .filter(entry -> entry.getValue() == grain)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  private static Filter filter(String portal, @Nullable String kind) {
    Filter all = Filter.of(portal);
    return kind == null ? all : all.withKinds(Set.of(kind.toLowerCase(Locale.ROOT)));
  }

  private static String required(Map<String, List<String>> given, String name) {
    String value = first(given, name);
    if (value == null) {
      throw wrong(name);
    }
    return value;
  }

  private static @Nullable String first(Map<String, List<String>> given, String name) {
    List<String> values = given.get(name);
    return values == null || values.isEmpty() || values.get(0).isEmpty() ? null : values.get(0);
  }

  /** With the members of that backend's errors besides. */
  private static RuntimeException wrong(String parameter) {
    return new Problem(
            400,
            "bad-parameter",
            "The request cannot be understood",
            "\"%s\" is not what it should be; type is one of %s."
                .formatted(parameter, AdoptionPage.types().stream().sorted().toList()),
            Map.of(
                "message", "Invalid query", "errors", Map.of(parameter, List.of("is not valid"))))
        .asException();
  }
}
