package dev.housecount.edge.http.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.housecount.app.Composition;
import dev.housecount.app.Inputs;
import dev.housecount.catalog.PushedPage;
import dev.housecount.collect.Batch;
import dev.housecount.collect.Sender;
import dev.housecount.collect.Submission;
import dev.housecount.edge.http.problem.Json;
import dev.housecount.edge.http.problem.ProblemException;
import dev.housecount.event.FieldValue;
import dev.housecount.event.RawEvent;
import dev.housecount.insights.LiveSource;
import dev.housecount.insights.SmallGroups;
import dev.housecount.person.InMemoryPeopleStore;
import dev.housecount.store.InMemoryChunkStore;
import dev.housecount.store.InMemoryRecordStore;
import dev.housecount.store.ReadMeter;
import dev.housecount.testing.MutableClock;
import dev.housecount.testing.Pipeline;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shapes that Red Hat's page was made for. */
class AdoptionQueriesTest {
  private final MutableClock clock = new MutableClock(Instant.parse("2026-11-29T20:00:00Z"));
  private final InMemoryChunkStore store = new InMemoryChunkStore();
  private final Composition core =
      new Composition(
          Pipeline.inputs(
              new Inputs.Stores(
                  store,
                  store,
                  store,
                  new InMemoryPeopleStore(),
                  new InMemoryRecordStore(clock),
                  new InMemoryRecordStore(clock)),
              clock));

  @Test
  void totalUsers_withoutCatalog_areThoseWhoWereActive() {
    does("navigate", "/create", "2026-11-28T10:00:00Z", Map.of());
    assertThat(answer("total_users", "2026-11-28", "2026-11-28"))
        .isEqualTo("{\"data\":[{\"logged_in_users\":1,\"licensed_users\":1}]}");
  }

  @Test
  void totalUsers_withCatalog_areItsPeople() {
    List<PushedPage.Line> lines =
        List.of(
            new PushedPage.Line(1, user("ann")),
            new PushedPage.Line(2, user("bob")),
            new PushedPage.Line(3, user("cyd")));
    core.catalog().take(new PushedPage("default", "one", 1, lines));
    core.catalog().complete("default", "one", 1, false);
    does("navigate", "/create", "2026-11-28T10:00:00Z", Map.of());
    assertThat(answer("total_users", "2026-11-28", "2026-11-28"))
        .isEqualTo("{\"data\":[{\"logged_in_users\":1,\"licensed_users\":3}]}");
  }

  private static Map<String, Object> user(String name) {
    return Map.of(
        "apiVersion",
        "backstage.io/v1alpha1",
        "kind",
        "User",
        "metadata",
        Map.of("namespace", "default", "name", name),
        "spec",
        Map.of());
  }

  @Test
  void activeUsers_ofADay_areGroupedByHour_inTheZone() {
    does("navigate", "/create", "2026-11-28T10:30:00Z", Map.of());
    assertThat(answer("active_users", "2026-11-28", "2026-11-28"))
        .isEqualTo(
            "{\"grouping\":\"hourly\",\"data\":[{\"date\":\"2026-11-28T11:00:00+01:00\","
                + "\"total_users\":1,\"new_users\":1,\"returning_users\":0}]}");
  }

  @Test
  void activeUsers_nobody_hasNoGrouping() {
    assertThat(answer("active_users", "2026-11-28", "2026-11-28")).isEqualTo("{\"data\":[]}");
  }

  @Test
  void topPlugins_haveTheirTrend() {
    does("navigate", "/create", "2026-11-23T10:00:00Z", Map.of());
    for (int hour = 10; hour < 13; hour++) {
      does("navigate", "/create", "2026-11-27T" + hour + ":00:00Z", Map.of());
    }
    assertThat(answer("top_plugins", "2026-11-23", "2026-11-29"))
        .isEqualTo(
            "{\"grouping\":\"daily\",\"data\":[{\"plugin_id\":\"scaffolder\",\"visit_count\":4,"
                + "\"trend\":[{\"date\":\"2026-11-23\",\"count\":1},"
                + "{\"date\":\"2026-11-27\",\"count\":3}],\"trend_percentage\":200.0}]}");
  }

  @Test
  void topTemplates_areCountedByRuns() {
    does(
        "create",
        "Task has been created",
        "2026-11-28T10:00:00Z",
        Map.of("entityRef", "template:default/service"));
    assertThat(answer("top_templates", "2026-11-01", "2026-11-29"))
        .isEqualTo(
            "{\"data\":[{\"entityref\":\"template:default/service\","
                + "\"last_used\":\"2026-11-28T10:00:00Z\",\"count\":1}]}");
  }

  @Test
  void topTechdocsAndEntities_areTakenApart() {
    does("navigate", "/docs/default/component/a", "2026-11-28T10:00:00Z", Map.of());
    does("navigate", "/catalog/default/component/a", "2026-11-28T11:00:00Z", Map.of());
    assertThat(answer("top_techdocs", "2026-11-28", "2026-11-28"))
        .isEqualTo(
            "{\"data\":[{\"site_name\":\"a\",\"kind\":\"component\",\"namespace\":\"default\","
                + "\"name\":\"a\",\"last_used\":\"2026-11-28T10:00:00Z\",\"count\":1}]}");
    assertThat(answer("top_catalog_entities", "2026-11-28", "2026-11-28"))
        .isEqualTo(
            "{\"data\":[{\"plugin_id\":\"catalog\",\"kind\":\"component\","
                + "\"namespace\":\"default\",\"name\":\"a\","
                + "\"last_used\":\"2026-11-28T11:00:00Z\",\"count\":1}]}");
    assertThat(answer("top_catalog_entities", "2026-11-28", "2026-11-28", "kind", "API"))
        .isEqualTo("{\"data\":[]}");
  }

  @Test
  void topSearches_monthsAreNamedByTheirLastDay() {
    does("search", "kafka", "2026-10-28T10:00:00Z", Map.of());
    does("search", "kafka", "2026-11-28T10:00:00Z", Map.of());
    assertThat(answer("top_searches", "2026-10-01", "2026-11-29"))
        .isEqualTo(
            "{\"grouping\":\"monthly\",\"data\":["
                + "{\"date\":\"2026-10-31T00:00:00+01:00\",\"count\":1},"
                + "{\"date\":\"2026-11-29T00:00:00+01:00\",\"count\":1}]}");
  }

  @ParameterizedTest
  @CsvSource({
    "+999999999-12-31, +999999999-12-31",
    "-999999999-01-01, -999999999-01-01",
    "2026-11-28, +999999999-12-31",
    "1999-12-31, 1999-12-31",
    "today, 2026-11-28",
    "2026-11-28, 2026-11-27"
  })
  void days_thatNoCalendarHas_areRefused(String from, String to) {
    assertThatThrownBy(() -> answer("active_users", from, to)).isInstanceOf(ProblemException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "10001", "many", "99999999999"})
  void limit_thatIsNone_isRefused(String limit) {
    assertThatThrownBy(() -> answer("top_plugins", "2026-11-28", "2026-11-28", "limit", limit))
        .isInstanceOf(ProblemException.class);
  }

  private String answer(String type, String from, String to, String... more) {
    Map<String, List<String>> given = new HashMap<>();
    given.put("type", List.of(type));
    given.put("start_date", List.of(from));
    given.put("end_date", List.of(to));
    given.put("timezone", List.of("Europe/Berlin"));
    for (int i = 0; i < more.length; i += 2) {
      given.put(more[i], List.of(more[i + 1]));
    }
    LiveSource.Budget budget =
        new LiveSource.Budget(1000, () -> Duration.ofMinutes(1), ReadMeter.NONE);
    return Json.write(
        new AdoptionQueries(core.insights(new SmallGroups(1), budget)).answer(given, "default"));
  }

  private void does(String action, String subject, String at, Map<String, String> context) {
    RawEvent event =
        new RawEvent(
            null,
            action,
            subject,
            null,
            Map.of(),
            FieldValue.fieldsOfPlain(context),
            "user:default/ann",
            null,
            Instant.parse(at));
    core.collector()
        .collect(
            new Batch(
                List.of(Submission.of(event)),
                null,
                clock.instant(),
                "default",
                Sender.of("test")));
  }
}
