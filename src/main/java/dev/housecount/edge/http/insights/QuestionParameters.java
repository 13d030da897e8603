package dev.housecount.edge.http.insights;

import dev.housecount.access.Access;
import dev.housecount.event.EntityPath;
import dev.housecount.event.EntityRef;
import dev.housecount.insights.Days;
import dev.housecount.insights.Filter;
import dev.housecount.insights.Grain;
import dev.housecount.insights.Insights;
import dev.housecount.insights.Parameter;
import dev.housecount.insights.Question;
import dev.housecount.insights.Report;
import dev.housecount.keys.Pseudonymizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a question from its parameters. */
final class QuestionParameters {
  private static final String GROUP = "group";
  private static final String REF = "an entity ref: [kind:][namespace/]name";
  private static final String TEXT = "a text";
  private static final String PORTAL = "a portal: lower-case letters, digits, hyphens";

  private final Insights insights;
  private final Pseudonymizer pseudonymizer;

  QuestionParameters(Insights insights, Pseudonymizer pseudonymizer) {
    this.insights = insights;
    this.pseudonymizer = pseudonymizer;
  }

  /**
   * @param portal which it is about where it names none
   * @throws dev.housecount.edge.http.problem.ProblemException naming the parameter that is wrong
   */
  Question parse(Report report, Map<String, List<String>> parameters, String portal) {
    Given given = new Given(parameters, report.card().parameters());
    RangeParameters range = new RangeParameters(given, insights);
    Days days = range.days();
    Integer limit =
        given.one(
            Parameter.LIMIT,
            QuestionParameters::limit,
            "a whole number from 1 to " + Question.MAX_LIMIT);
    Question question =
        new Question(
            days,
            range.zone(),
            range.previous(days),
            filter(given, portal),
            grain(report, given),
            limit == null ? Question.DEFAULT_LIMIT : limit,
            given.one(Parameter.SORT, text -> text, TEXT),
            options(given));
    checkSort(report, question);
    return question;
  }

  private Filter filter(Given given, String portal) {
    Set<String> portals = given.any(Parameter.PORTAL, QuestionParameters::portal, PORTAL);
    return new Filter(
        portals.isEmpty() ? Set.of(portal) : portals,
        given.any(Parameter.TEAM, text -> ref(text, GROUP), REF),
        given.flag(Parameter.DIRECT, false),
        given.any(Parameter.PLUGIN, text -> text, TEXT),
        given.any(Parameter.KIND, QuestionParameters::lower, TEXT),
        given.any(Parameter.TYPE, QuestionParameters::lower, TEXT),
        given.any(Parameter.LIFECYCLE, QuestionParameters::lower, TEXT),
        given.any(Parameter.OWNER, text -> ref(text, GROUP).toString(), REF),
        given.any(Parameter.ENTITY, text -> ref(text, "component"), REF),
        given.any(Parameter.TEMPLATE, text -> ref(text, EntityPath.TEMPLATE), REF),
        given.any(Parameter.ACTION, text -> text, TEXT));
  }

  /** A person's name is a pseudonym, as it is in events and in the catalog's facts. */
  private EntityRef ref(String text, String kind) {
    return EntityRef.parse(text, kind)
        .map(pseudonymizer::entity)
        .orElseThrow(IllegalArgumentException::new);
  }

  private static String portal(String text) {
    if (!Access.isPortal(text)) {
      throw new IllegalArgumentException();
    }
    return text;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static Set<Parameter> options(Given given) {
    Set<Parameter> options = EnumSet.noneOf(Parameter.class);
    for (Parameter kind : List.of(Parameter.VISITED, Parameter.READ)) {
      if (!given.flag(kind, true)) {
        options.add(kind);
      }
    }
    for (Parameter more : List.of(Parameter.ZERO, Parameter.STEPS)) {
      if (given.flag(more, false)) {
        options.add(more);
      }
    }
    return options;
  }

  private static @Nullable Grain grain(Report report, Given given) {
    Grain grain = given.one(Parameter.GRAIN, QuestionParameters::grain, Grain.words());
    boolean series = report.card().parameters().contains(Parameter.GRAIN);
    return grain == null && series ? Grain.DAY : grain;
  }

  private static Grain grain(String text) {
    return Grain.valueOf(text.toUpperCase(Locale.ROOT));
  }

  static Integer limit(String text) {
    int limit = Integer.parseInt(text);
    if (limit < 1 || limit > Question.MAX_LIMIT) {
      throw new IllegalArgumentException();
    }
    return limit;
  }

  private static void checkSort(Report report, Question question) {
    List<String> columns =
        report.shape(question).columns().stream().map(column -> column.name()).toList();
    if (question.sort() != null && !columns.contains(question.sort())) {
      throw Given.bad(
          Parameter.SORT, "a column: " + columns.stream().collect(Collectors.joining(", ")));
    }
  }
}
