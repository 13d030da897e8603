package dev.housecount.oracle;

import dev.housecount.demo.Plan;
import dev.housecount.event.EntityRef;
import dev.housecount.insights.Days;
import dev.housecount.insights.Filter;
import dev.housecount.insights.Grain;
import dev.housecount.insights.Insights;
import dev.housecount.insights.Parameter;
import dev.housecount.insights.Row;
import dev.housecount.insights.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every report of generated portals, beside the oracle's. No difference is tolerated. */
class ReportsOracleTest {
  private static final LocalDate END = LocalDate.parse("2026-11-28");

  /** Late in autumn, so that clocks change within it. */
  private static final GeneratedPortal PORTAL =
      new GeneratedPortal(new Plan(7, 30, 40, END), Instant.parse("2026-11-30T12:00:00Z"));

  private static final GeneratedPortal SEALED =
      GeneratedPortal.sealed(new Plan(7, 30, 40, END), Instant.parse("2026-11-30T12:00:00Z"));

  /** Of a term at least, as the contract has it. */
  static final int SEARCHERS = 2;

  private static final Portrait PORTRAIT = PORTAL.portrait();

  static Stream<Question> questions() {
    Question weeks = Question.of("2026-11-07", "2026-11-28", "Asia/Kathmandu");
    Question change = Question.of("2026-10-20", "2026-11-05", "America/New_York");
    String team = PORTAL.facts().refs("group").stream().sorted().skip(4).findFirst().orElseThrow();
    return Stream.of(
        weeks,
        weeks.by("day"),
        weeks.by("week"),
        change.by("month"),
        Question.of("2026-10-26", "2026-11-26", "Asia/Kathmandu"), // October is in both ranges
        Question.of("2026-11-10", "2026-11-12", "Asia/Kathmandu").by("hour"),
        change,
        Question.of("2026-10-25", "2026-10-26", "Europe/Berlin").by("hour"),
        Question.of("2026-11-03", "2026-11-05", "Pacific/Chatham").by("hour"),
        Question.of("2026-11-28", "2026-11-29", "UTC"),
        weeks.with("plugin", "catalog", "kubernetes"),
        weeks.with("kind", "component"),
        weeks.with("type", "service", "documentation"),
        weeks.with("lifecycle", "production"),
        weeks.with("owner", team),
        weeks.with("entity", "component:default/kubernetes-guide", "template:default/kafka-topic"),
        weeks.with("template", "template:default/spring-service"),
        weeks.with("action", "search", "discover"),
        weeks.with("team", team),
        weeks.with("team", "group:default/acme").by("day"),
        weeks.with("team", "group:default/acme").directly(),
        weeks.with("team", "group:default/none"),
        weeks.with("limit", "1"),
        weeks.with("limit", "3"),
        weeks.with("zero", "true"),
        weeks.with("zero", "true").with("limit", "2"),
        weeks.with("steps", "true"),
        weeks.with("steps", "true").with("team", team),
        weeks.with("steps", "true").with("limit", "4"),
        weeks.with("visited", "false"),
        weeks.with("visited", "false").with("kind", "component").with("type", "service"),
        weeks.with("visited", "false").with("owner", team));
  }

  static Stream<String> reports() {
    return Insights.reports().stream().map(report -> report.card().name());
  }

  @ParameterizedTest
  @MethodSource("reports")
  void report_anyQuestion_isTheOracles(String report) {
    SoftAssertions all = new SoftAssertions();
    questions().forEach(question -> judge(all, PORTAL, PORTRAIT, report, question));
    all.assertAll();
  }

  @ParameterizedTest
  @MethodSource("reports")
  void report_ofSealedDays_isTheOracles(String report) {
    SoftAssertions all = new SoftAssertions();
    questions().forEach(question -> judge(all, SEALED, PORTRAIT, report, question));
    all.assertAll();
  }

  static void judge(
      SoftAssertions all,
      GeneratedPortal portal,
      Portrait portrait,
      String report,
      Question question) {
    if (isTaken(question, Insights.report(report).orElseThrow().card().parameters())) {
      Answer expected = new Oracle(portrait, SEARCHERS).answer(report, question);
      Table table = portal.answer(report, real(question)).table();
      compare(all, report + " " + question, table, expected);
    }
  }

  private static boolean isTaken(Question question, Set<Parameter> taken) {
    return taken.containsAll(
        question.filters().keySet().stream()
            .map(name -> Parameter.valueOf(name.toUpperCase(Locale.ROOT)))
            .toList());
  }

  private static void compare(SoftAssertions all, String what, Table table, Answer expected) {
    List<Map<String, Object>> rows = table.rows().stream().map(Row::values).toList();
    all.assertThat(Texts.of(rows)).as(what).isEqualTo(Texts.of(expected.rows()));
    Set<String> columns = expected.total().keySet();
    all.assertThat(Texts.of(table.total().values(), columns))
        .as("total of " + what)
        .isEqualTo(Texts.of(expected.total(), columns));
  }

  private static dev.housecount.insights.Question real(Question question) {
    Days days = new Days(question.from(), question.to());
    return new dev.housecount.insights.Question(
        days,
        question.zone(),
        days.before(),
        filter(question),
        question.grain() == null ? null : Grain.valueOf(question.grain().toUpperCase(Locale.ROOT)),
        question.limit(),
        null,
        options(question));
  }

  private static Set<Parameter> options(Question question) {
    return question.filters().keySet().stream()
        .filter(name -> Question.OPTIONS.contains(name) && !name.equals("limit"))
        .map(name -> Parameter.valueOf(name.toUpperCase(Locale.ROOT)))
        .collect(Collectors.toSet());
  }

  private static Filter filter(Question question) {
    return new Filter(
        Set.of("default"),
        refs(question, "team"),
        question.direct(),
        texts(question, "plugin"),
        texts(question, "kind"),
        texts(question, "type"),
        texts(question, "lifecycle"),
        texts(question, "owner"),
        refs(question, "entity"),
        refs(question, "template"),
        texts(question, "action"));
  }

  private static Set<String> texts(Question question, String filter) {
    return Set.copyOf(question.values(filter));
  }

  private static Set<EntityRef> refs(Question question, String filter) {
    return question.values(filter).stream()
        .map(value -> EntityRef.parse(value, "component").orElseThrow())
        .collect(Collectors.toSet());
  }
}
