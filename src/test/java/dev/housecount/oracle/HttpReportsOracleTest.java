package dev.housecount.oracle;

import static io.restassured.RestAssured.given;

import dev.housecount.demo.DemoEvent;
import dev.housecount.demo.Plan;
import dev.housecount.demo.Portal;
import dev.housecount.testing.LocalDynamoDb;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Every report that a real server lists, of a portal that was sent to it, beside the oracle's. */
@QuarkusTest
@QuarkusTestResource(LocalDynamoDb.class)
@TestProfile(HttpReportsOracleTest.NothingHidden.class)
class HttpReportsOracleTest {
  private static final String ZONE = "Asia/Kathmandu";

  /** What is hidden is judged elsewhere; tables of its own, without what other tests send. */
  public static final class NothingHidden implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "housecount.insights.fewest-people", "1",
          "housecount.insights.budget-seconds", "300",
          "housecount.insights.read-units", "100000");
    }
  }

  private static final LocalDate MADE = LocalDate.parse("2026-11-26");

  /** Whole weeks later or earlier than made, so that it is the same on each day that tests run. */
  private final LocalDate end = MADE.plusWeeks(weeks(LocalDate.now(ZoneOffset.UTC).minusDays(2)));

  private final Portal portal = Portal.of(new Plan(6, 25, 21, MADE));
  private final Facts facts = new Facts(portal.catalog().toList());

  private static int weeks(LocalDate latest) {
    return (int) Math.floorDiv(ChronoUnit.DAYS.between(MADE, latest), 7);
  }

  @Test
  void reports_ofAPortalThatWasSent_areTheOracles() {
    Sending.catalog(portal.catalog().toList());
    new Sending(Duration.ofDays(ChronoUnit.DAYS.between(MADE, end)).toMillis())
        .events(portal.batches());
    Oracle oracle = new Oracle(portrait(), ReportsOracleTest.SEARCHERS);
    SoftAssertions all = new SoftAssertions();
    JsonPath reports = given().get("/insights").then().statusCode(200).extract().jsonPath();
    for (Map<String, Object> report : reports.<Map<String, Object>>getList("reports")) {
      Set<String> taken =
          Set.copyOf(JsonPath.from(Answering.json(report)).getList("parameters.name"));
      questions()
          .filter(question -> taken.containsAll(question.filters().keySet()))
          .forEach(question -> compare(all, (String) report.get("name"), question, oracle));
    }
    all.assertAll();
  }

  private Stream<Question> questions() {
    Question weeks = Question.of(end.minusDays(13).toString(), end.plusDays(1).toString(), ZONE);
    String team = facts.refs("group").stream().sorted().skip(3).findFirst().orElseThrow();
    return Stream.of(
        weeks,
        weeks.by("week"),
        weeks.with("plugin", "catalog"),
        weeks.with("type", "service"),
        weeks.with("owner", team),
        weeks.with("team", "group:default/acme"),
        weeks.with("team", "group:default/acme").directly(),
        weeks.with("limit", "3"),
        weeks.with("zero", "true"),
        weeks.with("visited", "false"));
  }

  private static void compare(SoftAssertions all, String report, Question question, Oracle oracle) {
    String what = report + " " + question;
    JsonPath found = Answering.ask(report, question);
    Answer expected = oracle.answer(report, question);
    Set<String> columns = expected.total().keySet();
    all.assertThat(Texts.of(found.getList("rows"))).as(what).isEqualTo(Texts.of(expected.rows()));
    all.assertThat(Texts.of(found.getMap("total"), columns))
        .as("total of " + what)
        .isEqualTo(Texts.of(expected.total(), columns));
    Answer before = oracle.answer(report, question.previous());
    all.assertThat(Texts.of(found.getMap("previous.total"), columns))
        .as("previous total of " + what)
        .isEqualTo(Texts.of(before.total(), columns));
  }

  /** By what {@code /query} shows. */
  private Portrait portrait() {
    Map<String, String> users = new HashMap<>();
    portal.batches().stream()
        .flatMap(batch -> batch.events().stream())
        .filter(event -> event.user() != null)
        .forEach((DemoEvent event) -> users.put(event.id(), event.user()));
    List<Seen> seen = new ArrayList<>();
    String cursor = null;
    do {
      RequestSpecification request = given().queryParam("limit", 1000).queryParam("order", "asc");
      if (cursor != null) {
        request.queryParam("cursor", cursor);
      }
      JsonPath page = request.get("/query").then().statusCode(200).extract().jsonPath();
      page.<Map<String, Object>>getList("events").forEach(event -> seen.add(Seen.of(event)));
      cursor = page.getString("nextCursor");
    } while (cursor != null);
    Map<String, String> who = new HashMap<>();
    seen.stream()
        .filter(event -> event.user() != null)
        .forEach(event -> who.put(event.user(), users.get(event.id())));
    return Portrait.of(seen, facts, who);
  }
}
