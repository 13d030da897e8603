package dev.housecount.edge.http;

import static dev.housecount.edge.http.Api.collectEvents;
import static dev.housecount.edge.http.Api.event;
import static dev.housecount.edge.http.Api.letters;
import static dev.housecount.edge.http.Api.now;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import dev.housecount.testing.LocalDynamoDb;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(LocalDynamoDb.class)
class InsightsApiTest {
  /** The day of the events, whole: today is none of the days of a question that names none. */
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  @Test
  void insights_listsReports() {
    given()
        .get("/insights")
        .then()
        .statusCode(200)
        .body(
            "reports.name",
            hasItems("summary", "active-users", "adoption", "plugins", "sections", "entities"))
        .body("reports.name", hasItems("templates", "techdocs", "searches", "not-found"))
        .body("reports[3].name", equalTo("plugins"))
        .body("reports[3].columns.name", equalTo(List.of("plugin", "users", "visits")))
        .body("reports[3].columns[1].unit", equalTo("people"))
        .body("reports[3].parameters.name", hasItems("from", "to", "team", "limit"));
  }

  @Test
  void report_fivePeople_areARow() {
    String plugin = letters();
    use(plugin, 5);
    JsonPath answer = answer("plugins", "plugin", plugin);
    assertThat(answer.getList("rows"))
        .isEqualTo(List.of(Map.of("plugin", plugin, "users", 5, "visits", 5)));
    assertThat(answer.getMap("total")).isEqualTo(Map.of("users", 5, "visits", 5));
    assertThat(answer.getMap("filters")).isEqualTo(Map.of("plugin", List.of(plugin)));
    assertThat(answer.getString("report")).isEqualTo("plugins");
    assertThat(answer.getString("from")).isEqualTo(TODAY.minusDays(1).toString());
    assertThat(answer.getString("to")).isEqualTo(TODAY.plusDays(2).toString());
    assertThat(answer.getString("zone")).isEqualTo("UTC");
    assertThat(answer.getString("portal")).isEqualTo("default");
    assertThat(answer.getMap("hidden")).isEqualTo(Map.of("rows", 0, "fewerThan", 5));
    assertThat(answer.getDouble("readUnits")).isPositive();
    assertThat(answer.getString("previous.from")).isEqualTo(TODAY.minusDays(4).toString());
  }

  @Test
  void report_fourPeople_areHidden() {
    String plugin = letters();
    use(plugin, 4);
    JsonPath answer = answer("plugins", "plugin", plugin);
    assertThat(answer.getList("rows")).isEmpty();
    assertThat(answer.getMap("total")).containsEntry("users", null).containsEntry("visits", null);
    assertThat(answer.getInt("hidden.rows")).isEqualTo(1);
  }

  @Test
  void report_csv_hasHeaderAndRows() {
    String plugin = letters();
    use(plugin, 5);
    String csv =
        ask("plugins", "plugin", plugin, "format", "csv", "bom", "true")
            .then()
            .statusCode(200)
            .contentType("text/csv")
            .extract()
            .asString();
    assertThat(csv).isEqualTo("\uFEFFplugin,users,visits\r\n" + plugin + ",5,5\r\n");
    given().accept("text/csv").get("/insights/plugins").then().contentType("text/csv");
  }

  @Test
  void report_ofAnotherPortal_isEmpty() {
    visit("/create", "user:default/alice");
    JsonPath answer = answer("plugins", "portal", "nobody-" + letters());
    assertThat(answer.getList("rows")).isEmpty();
    assertThat(answer.getMap("total")).containsEntry("users", 0).containsEntry("visits", 0);
  }

  @Test
  void report_daysOfAClockChange_haveAnHourLess() {
    JsonPath answer =
        given()
            .queryParam("from", "2026-03-29")
            .queryParam("to", "2026-03-30")
            .queryParam("grain", "hour")
            .queryParam("zone", "Europe/Berlin")
            .queryParam("compare", "2026-10-25")
            .get("/insights/active-users")
            .then()
            .statusCode(200)
            .body("grain", equalTo("hour"))
            .body("zone", equalTo("Europe/Berlin"))
            .body("completeUntil", equalTo("2026-03-29T22:00:00Z"))
            .extract()
            .jsonPath();
    assertThat(answer.getList("rows.period"))
        .hasSize(23)
        .contains("2026-03-29T01:00+01:00", "2026-03-29T03:00+02:00");
    assertThat(answer.getList("previous.rows.period")).hasSize(25);
  }

  @Test
  void report_withoutComparison_hasNone() {
    given()
        .queryParam("compare", "none")
        .get("/insights/summary")
        .then()
        .statusCode(200)
        .body("previous", nullValue())
        .body("rows[0].metric", equalTo("active_users"))
        .body("rows[0].previous", nullValue());
  }

  @Test
  void report_unknown_namesTheReports() {
    given()
        .get("/insights/everything")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:housecount:problem:unknown-report"))
        .body("detail", containsString("active-users"));
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of("plugins", "from", "28.11.2026", "a date"),
        Arguments.of("plugins", "from", "2999-01-01", "a date"),
        Arguments.of("plugins", "to", "2026-02-30", "a date"),
        Arguments.of("plugins", "period", "28", "days or months"),
        Arguments.of("plugins", "period", "9999d", "at most 1000 days"),
        Arguments.of("plugins", "zone", "Mars/Base", "IANA"),
        Arguments.of("plugins", "zone", "+01:00", "IANA"),
        Arguments.of("plugins", "compare", "before", "previous, none"),
        Arguments.of("plugins", "grain", "day", "unknown parameter"),
        Arguments.of("active-users", "grain", "year", "hour, day, week, month"),
        Arguments.of("plugins", "portal", "Main Portal", "a portal"),
        Arguments.of("plugins", "portal", "a".repeat(1_100), "a portal"),
        Arguments.of("plugins", "team", "", "an entity ref"),
        Arguments.of("plugins", "team", "group:", "an entity ref"),
        Arguments.of("plugins", "direct", "yes", "true or false"),
        Arguments.of("plugins", "limit", "0", "whole number"),
        Arguments.of("plugins", "sort", "size", "plugin, users, visits"),
        Arguments.of("plugins", "format", "xml", "json or csv"),
        Arguments.of("adoption", "plugin", "catalog", "unknown parameter"),
        Arguments.of("plugins", "secret", "x", "this report knows"));
  }

  @ParameterizedTest
  @MethodSource
  void wrong(String report, String parameter, String value, String expectation) {
    given()
        .queryParam(parameter, value)
        .get("/insights/" + report)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:housecount:problem:bad-parameter"))
        .body("detail", containsString(expectation));
  }

  @Test
  void report_notAcceptable() {
    given().accept("image/png").get("/insights/plugins").then().statusCode(406);
  }

  /** People who use a plugin, and another one: what the filter leaves out is about as many. */
  private static void use(String plugin, int people) {
    for (int i = 0; i < 5; i++) {
      String user = "user:default/" + plugin + i;
      visit("/create", user);
      if (i < people) {
        collectEvents(
                event(
                    "/" + plugin,
                    "user",
                    user,
                    "timestamp",
                    now().toString(),
                    "context",
                    Map.of("pluginId", plugin)))
            .then()
            .statusCode(202);
      }
    }
  }

  private static void visit(String path, String user) {
    collectEvents(event(path, "user", user, "timestamp", now().toString())).then().statusCode(202);
  }

  private static Response ask(String report, Object... parameters) {
    var request =
        given()
            .queryParam("from", TODAY.minusDays(1).toString())
            .queryParam("to", TODAY.plusDays(2).toString());
    for (int i = 0; i < parameters.length; i += 2) {
      request.queryParam((String) parameters[i], parameters[i + 1]);
    }
    return request.get("/insights/" + report);
  }

  private static JsonPath answer(String report, Object... parameters) {
    return ask(report, parameters).then().statusCode(200).extract().jsonPath();
  }
}
