package dev.housecount.insights;

import static dev.housecount.insights.Portal.by;
import static dev.housecount.insights.Portal.column;
import static dev.housecount.insights.Portal.filtered;
import static dev.housecount.insights.Portal.fortnight;
import static dev.housecount.insights.Portal.limited;
import static dev.housecount.insights.Portal.line;
import static dev.housecount.insights.Portal.lines;
import static dev.housecount.insights.Portal.of;
import static dev.housecount.insights.Portal.plugin;
import static dev.housecount.insights.Portal.team;
import static dev.housecount.insights.Portal.type;
import static dev.housecount.insights.Portal.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each report on a small portal, with nothing hidden. */
class ReportsTest {
  private static final String MONDAY = "2026-11-23T10:00:00Z";
  private static final String TUESDAY = "2026-11-24T10:00:00Z";
  private static final String BEFORE = "2026-11-10T10:00:00Z";
  private static final String LONG_AGO = "2026-09-20T10:00:00Z";

  private final Portal portal = new Portal();

  @Test
  void plugins_countPeopleOnceAndVisitsEach() {
    portal
        .visits("ann", "/docs/default/component/a", MONDAY)
        .visits("ann", "/docs/default/component/b", TUESDAY)
        .visits("bob", "/docs/default/component/a", MONDAY)
        .visits("bob", "/create", TUESDAY)
        .visits(null, "/create", MONDAY)
        .visits("bob", "/docs/default/component/a", BEFORE);
    assertThat(portal.rows("plugins")).containsExactly("techdocs 2 3", "scaffolder 1 2");
    assertThat(line(portal.table("plugins", fortnight()).total())).isEqualTo("2 5");
  }

  @Test
  void plugins_guestsVisitAndAreNobody() {
    portal.visits("guest", "/create", MONDAY);
    assertThat(portal.rows("plugins")).containsExactly("scaffolder 0 1");
  }

  @Test
  void plugins_limit_restIsOther() {
    portal
        .visits("ann", "/docs/default/component/a", MONDAY)
        .visits("bob", "/docs/default/component/a", MONDAY)
        .visits("ann", "/create", TUESDAY)
        .visits("bob", "/search", TUESDAY);
    Table table = portal.table("plugins", limited(fortnight(), 1, null));
    assertThat(lines(table)).containsExactly("techdocs 2 2", "other 2 2");
    assertThat(table.other()).isEqualTo(2);
    assertThat(line(table.total())).isEqualTo("2 4");
  }

  @Test
  void plugins_sort_ties_byName() {
    portal
        .visits("ann", "/docs/default/component/a", MONDAY)
        .visits("ann", "/create", TUESDAY)
        .visits("ann", "/search", TUESDAY);
    assertThat(portal.rows("plugins", q -> limited(q, 9, "visits")))
        .containsExactly("scaffolder 1 1", "search 1 1", "techdocs 1 1");
  }

  @Test
  void plugins_previous_asManyDaysBefore() {
    portal.visits("ann", "/create", MONDAY).visits("bob", "/create", BEFORE);
    Days days = fortnight().days();
    Answer answer = portal.ask("plugins", of(fortnight(), days, days.before(), "UTC"));
    assertThat(lines(answer.table())).containsExactly("scaffolder 1 1");
    assertThat(days.before())
        .isEqualTo(new Days(LocalDate.parse("2026-11-02"), LocalDate.parse("2026-11-16")));
    assertThat(answer.previous()).isNotNull();
    assertThat(lines(answer.previous())).containsExactly("scaffolder 1 1");
  }

  @Test
  void sections_areWhatNoPluginHas() {
    portal.visits("ann", "/lunch/menu", MONDAY).visits("ann", "/create", MONDAY);
    assertThat(portal.rows("sections")).containsExactly("lunch 1 1");
  }

  @Test
  void entities_docsAndFormsAreNoVisitOfTheEntity() {
    portal.catalog.entity("component:default/a", "service", "group:default/red", null);
    portal
        .visits("ann", "/catalog/default/component/a", MONDAY)
        .visits("ann", "/catalog/default/component/a/ci-cd", TUESDAY)
        .visits("ann", "/docs/default/component/a", MONDAY)
        .visits("bob", "/catalog/default/component/b", MONDAY);
    assertThat(portal.rows("entities"))
        .containsExactly(
            "component:default/a Title of a component service production group:default/red 1 2",
            "component:default/b null component null null null 1 1");
  }

  @Test
  void entities_sort_byWhatTheCatalogSays_beforeTheyAreCut() {
    portal
        .catalog
        .entity("component:default/a", "website", null, null)
        .entity("component:default/b", "library", null, null);
    portal
        .visits("ann", "/catalog/default/component/a", MONDAY)
        .visits("bob", "/catalog/default/component/a", MONDAY)
        .visits("ann", "/catalog/default/component/b", MONDAY);
    assertThat(portal.rows("entities", q -> limited(q, 1, "type")))
        .startsWith("component:default/b Title of b component library production null 1 1");
    assertThat(portal.rows("entities", q -> limited(q, 1, null)))
        .startsWith("component:default/a Title of a component website production null 2 2");
  }

  @Test
  void entities_unvisited_areThoseOfTheCatalog() {
    portal
        .catalog
        .entity("component:default/a", "service", null, null)
        .entity("component:default/old", "service", "group:default/red", null)
        .entity("api:default/old", "openapi", null, null);
    portal.visits("ann", "/catalog/default/component/a", MONDAY);
    assertThat(portal.rows("entities", q -> with(filtered(q, type("service")), Parameter.VISITED)))
        .containsExactly(
            "component:default/old Title of old component service production group:default/red"
                + " 2026-01-01T00:00:00Z");
  }

  @Test
  void entities_type_meetsTheCatalog() {
    portal
        .catalog
        .entity("component:default/a", "service", null, null)
        .entity("component:default/b", "library", null, null);
    portal
        .visits("ann", "/catalog/default/component/a", MONDAY)
        .visits("ann", "/catalog/default/component/b", TUESDAY);
    assertThat(portal.rows("entities", q -> filtered(q, type("library"))))
        .containsExactly("component:default/b Title of b component library production null 1 1");
  }

  @Test
  void techdocs_countReadersViewsAndPages() {
    portal
        .visits("ann", "/docs/default/component/a", MONDAY)
        .visits("ann", "/docs/default/component/a/setup", MONDAY)
        .visits("bob", "/docs/default/component/a/setup", TUESDAY);
    assertThat(portal.rows("techdocs")).containsExactly("component:default/a null null 2 3 2");
  }

  @Test
  void techdocs_unread_areThoseOfTheCatalog() {
    portal.catalog.entity("component:default/plain", "service", null, null);
    portal.catalog.documented("component:default/a").documented("component:default/b");
    portal.visits("ann", "/docs/default/component/a", MONDAY);
    Table table = portal.table("techdocs", with(fortnight(), Parameter.READ));
    assertThat(lines(table)).containsExactly("component:default/b Title of b null");
    assertThat(table.notes()).isEmpty();
  }

  @Test
  void techdocs_unread_nothingCaptured_saysSo() {
    portal.catalog.entity("component:default/plain", "service", null, null);
    Table table = portal.table("techdocs", with(fortnight(), Parameter.READ));
    assertThat(table.rows()).isEmpty();
    assertThat(table.notes()).containsExactly(Notes.NO_DOCUMENTATION);
  }

  @Test
  void templates_fromViewToOutcome() {
    String template = "template:default/service";
    portal.catalog.entity(template, "service", "group:default/red", 30.0);
    portal
        .visits("ann", "/catalog/default/template/service", MONDAY)
        .visits("ann", "/create/templates/default/service", MONDAY)
        .visits("bob", "/create/templates/default/service", TUESDAY)
        .created("ann", "t1", 45.0, template, "2026-11-23T10:05:00Z")
        .task("ann", "t1", "open", template, "2026-11-23T10:05:01Z")
        .task("ann", "t1", "completed", template, "2026-11-23T10:05:21Z")
        .created("bob", "t2", null, template, "2026-11-24T10:05:00Z")
        .task("bob", "t2", "open", template, "2026-11-24T10:05:00Z")
        .task("bob", "t2", "completed", template, "2026-11-24T10:05:40Z")
        .created("bob", "t3", 45.0, template, "2026-11-24T11:05:00Z")
        .task("bob", "t3", "open", template, "2026-11-24T11:05:01Z")
        .task("bob", "t3", "failed", template, "2026-11-24T11:05:30Z");
    assertThat(portal.rows("templates"))
        .containsExactly(
            template + " Title of service group:default/red 3 2 3 2 1 0 2 75.0 30.0 0 0");
  }

  @Test
  void templates_byApiIsAPartOfSubmitted_byAgentOfNothing() {
    String template = "template:default/service";
    portal.catalog.entity(template, "service", "group:default/red", 30.0).team("red", null, "ann");
    portal
        .begun("ann", "t1", "browser", template, MONDAY)
        .begun("ann", "t2", "api", template, "2026-11-23T10:10:00Z")
        .begun("ann", "t3", "agent", template, "2026-11-23T10:20:00Z")
        .begun("bot", "t4", "service", template, "2026-11-23T10:30:00Z")
        .task("ann", "t1", "completed", template, "2026-11-23T10:01:00Z")
        .task("ann", "t3", "completed", template, "2026-11-23T10:21:00Z");
    List<String> everybody =
        List.of(template + " Title of service group:default/red 0 0 2 1 0 0 1 30.0 60.0 1 2");
    assertThat(portal.rows("templates")).isEqualTo(everybody);
    assertThat(portal.rows("templates", q -> limited(q, 1, "by_agent"))).isEqualTo(everybody);
    assertThat(portal.rows("templates", q -> filtered(q, team(false, "red"))))
        .containsExactly(
            template + " Title of service group:default/red 0 0 2 1 0 0 1 30.0 60.0 1 0");
    assertThat(portal.rows("summary")).contains("active_users 1 null", "template_runs 2 null");
  }

  @Test
  void templates_thatOnlyAgentsRun_haveNoRow() {
    String robots = "template:default/robots";
    portal.begun("bot", "t1", "agent", robots, MONDAY);
    Table alone = portal.table("templates", fortnight());
    assertThat(alone.rows()).isEmpty();
    assertThat(alone.total().get("by_agent")).isEqualTo(1L);
    portal
        .begun("ann", "t2", "browser", "template:default/a", MONDAY)
        .begun("bot", "t3", "agent", "template:default/a", "2026-11-23T11:00:00Z")
        .begun("bob", "t4", "browser", "template:default/b", MONDAY);
    Table table = portal.table("templates", limited(fortnight(), 1, null));
    assertThat(column(table, "by_agent")).isEqualTo(Map.of("template:default/a", 1L, "other", 1L));
    assertThat(table.other()).isEqualTo(1);
    assertThat(table.total().get("by_agent")).isEqualTo(2L);
    assertThat(table.total().get("submitted")).isEqualTo(2L);
  }

  @Test
  void templates_runsOfAgents_doNotTellWhetherFewWereThere() {
    String robots = "template:default/robots";
    portal.hidingFewerThan(5);
    for (String who : List.of("ann", "bob", "cyd", "dan", "eve")) {
      portal
          .begun(who, who, "browser", "template:default/a", MONDAY)
          .visits(who, "/create/templates/default/b", MONDAY);
    }
    portal.begun("bot", "t1", "agent", robots, MONDAY);
    List<Object> nobody = agentRuns();
    portal.visits("ann", "/create/templates/default/robots", MONDAY);
    assertThat(agentRuns()).isEqualTo(nobody);
  }

  /** Of all, and of all that have no row. */
  private List<Object> agentRuns() {
    Table table = portal.table("templates", limited(fortnight(), 1, null));
    return List.of(table.total().get("by_agent"), column(table, "by_agent").get("other"));
  }

  @Test
  void templates_backendTellsNothing_everyRunSaves() {
    String template = "template:default/service";
    portal.created("ann", "t1", 45.0, template, MONDAY);
    Table table = portal.table("templates", fortnight());
    assertThat(column(table, "minutes_saved")).containsEntry(template, 45.0);
    assertThat(table.notes()).contains(Notes.NO_BACKEND);
  }

  @Test
  void searches_threeStatesOpenedAndRank() {
    portal
        .searches("ann", "Kafka ", 3, "2026-11-23T10:00:00Z")
        .does("ann", "discover", "Kafka", "2026-11-23T10:00:20Z", 2.0, Map.of(), Map.of())
        .searches("bob", "kafka", 0, MONDAY)
        .searches("bob", "kafka", null, TUESDAY)
        .searches("bob", "nothing", 0, "2026-11-24T15:00:00Z");
    assertThat(portal.rows("searches"))
        .containsExactly("kafka 2 3 1 1 1 1 2.0", "other 1 1 0 1 0 0 null");
  }

  @Test
  void searches_zero_areTermsThatNeverFound() {
    portal
        .searches("ann", "kafka", 3, MONDAY)
        .searches("bob", "kafka", 0, MONDAY)
        .searches("bob", "unknown", null, "2026-11-24T12:00:00Z")
        .searches("ann", "nothing", 0, MONDAY)
        .searches("bob", "nothing", 0, "2026-11-24T15:00:00Z");
    assertThat(portal.rows("searches", q -> with(q, Parameter.ZERO)))
        .containsExactly("nothing 2 2 0 2 0 0 null");
  }

  @Test
  void notFound_bySubject() {
    portal
        .does("ann", "not-found", "/docs/default/component/gone", MONDAY)
        .does("ann", "not-found", "/docs/default/component/gone", TUESDAY);
    assertThat(portal.rows("not-found")).containsExactly("/docs/default/component/gone 1 2");
  }

  @Test
  void activeUsers_newReturningResurrected() {
    portal
        .visits("old", "/create", LONG_AGO)
        .visits("known", "/create", BEFORE)
        .visits("old", "/create", MONDAY)
        .visits("known", "/create", MONDAY)
        .visits("fresh", "/create", MONDAY)
        .visits("fresh", "/create", TUESDAY)
        .visits("guest", "/create", TUESDAY)
        .visits(null, "/create", TUESDAY);
    Table table = portal.table("active-users", by(fortnight(), Grain.DAY));
    assertThat(lines(table))
        .hasSize(14)
        .contains("2026-11-22 0 0 0 0 0 1 0.0", "2026-11-23 3 1 1 1 3 3 1.0")
        .contains("2026-11-24 1 0 1 0 3 3 0.3333333333333333");
    assertThat(line(table.total())).isEqualTo("3 1 1 1");
  }

  @Test
  void activeUsers_weeksAndMonths_areCutAtTheRange() {
    portal.visits("ann", "/create", MONDAY);
    assertThat(portal.rows("active-users", q -> by(q, Grain.WEEK)))
        .containsExactly("2026-11-16 0 0 0 0", "2026-11-23 1 1 0 0");
    Days days = new Days(LocalDate.parse("2026-10-30"), LocalDate.parse("2026-11-24"));
    assertThat(portal.rows("active-users", q -> of(by(q, Grain.MONTH), days, null, "UTC")))
        .containsExactly("2026-10-30 0 0 0 0", "2026-11-01 1 1 0 0");
  }

  @Test
  void activeUsers_halfHourZone_dayBeginsThere() {
    portal.visits("ann", "/create", "2026-11-23T18:14:59Z");
    portal.visits("bob", "/create", "2026-11-23T18:15:00Z");
    Days days = new Days(LocalDate.parse("2026-11-23"), LocalDate.parse("2026-11-25"));
    Table table =
        portal.table("active-users", of(by(fortnight(), Grain.DAY), days, null, "Asia/Kathmandu"));
    assertThat(column(table, "users")).isEqualTo(Map.of("2026-11-23", 1L, "2026-11-24", 1L));
  }

  @Test
  void activeUsers_plugin_onlyWhoUsedIt() {
    portal.visits("ann", "/create", MONDAY).visits("bob", "/search", MONDAY);
    Table table = portal.table("active-users", filtered(fortnight(), plugin("scaffolder")));
    assertThat(line(table.total())).isEqualTo("1 1 0 0");
  }

  @Test
  void adoption_byTeamWithChildTeams() {
    portal.catalog.team("tribe", null, "ann").team("squad", "tribe", "bob", "cyd").people("eve");
    portal
        .visits("ann", "/create", LONG_AGO)
        .visits("bob", "/create", MONDAY)
        .visits("eve", "/create", MONDAY)
        .visits("stranger", "/create", MONDAY);
    assertThat(portal.rows("adoption"))
        .containsExactly(
            "null null 4 2 0.5 2 1 1 null",
            "group:default/tribe Team tribe 3 1 0.3333333333333333 1 1 1 null",
            "group:default/squad Team squad 2 1 0.5 1 0 1 group:default/tribe");
    assertThat(portal.rows("adoption", q -> filtered(q, team(true, "tribe"))))
        .containsExactly("group:default/tribe Team tribe 1 0 0.0 0 1 0 null");
    assertThat(portal.rows("adoption", q -> filtered(q, team(false, "tribe")))).hasSize(2);
  }

  @Test
  void adoption_parentIsTheNearestThatIsShown() {
    portal.hidingFewerThan(3);
    portal
        .catalog
        .team("division", null, "ann", "bob", "cyd")
        .team("tribe", "division", "dan")
        .team("squad", "tribe", "eve")
        .team("chapter", "division", "fay", "gil", "hal")
        .team("guild", "chapter", "ida", "jon", "kim");
    Table table = portal.table("adoption", fortnight());
    assertThat(column(table, "members"))
        .containsEntry("group:default/squad", null)
        .containsEntry("group:default/tribe", null);
    assertThat(column(table, "parent"))
        .containsEntry("group:default/division", null)
        .containsEntry("group:default/tribe", "group:default/division")
        .containsEntry("group:default/squad", "group:default/division")
        .containsEntry("group:default/guild", "group:default/chapter");
  }

  @Test
  void adoption_withoutCatalog_saysSo() {
    portal.visits("ann", "/create", MONDAY);
    Table table = portal.table("adoption", fortnight());
    assertThat(table.rows()).isEmpty();
    assertThat(line(table.total())).isEqualTo("null null null null null null");
    assertThat(table.notes()).containsExactly(Notes.NO_CATALOG);
  }

  @Test
  void team_leavesOutOthersGuestsAndSessions() {
    portal.catalog.team("tribe", null, "ann").team("squad", "tribe", "bob").people("eve");
    portal
        .visits("ann", "/create", MONDAY)
        .visits("bob", "/create", MONDAY)
        .visits("eve", "/create", MONDAY)
        .visits("guest", "/create", MONDAY)
        .visits(null, "/create", MONDAY);
    assertThat(portal.rows("plugins", q -> filtered(q, team(false, "tribe"))))
        .containsExactly("scaffolder 2 2");
    assertThat(portal.rows("plugins", q -> filtered(q, team(true, "tribe"))))
        .containsExactly("scaffolder 1 1");
    assertThat(portal.rows("plugins", q -> filtered(q, team(false, "nobody")))).isEmpty();
  }

  @Test
  void summary_keyFiguresBesideThoseBefore() {
    String template = "template:default/service";
    portal.catalog.people("ann", "bob", "cyd", "dan");
    portal
        .visits("ann", "/docs/default/component/a", MONDAY)
        .visits("bob", "/create", BEFORE)
        .searches("ann", "kafka", 0, "2026-11-23T12:00:00Z")
        .searches("ann", "redis", 4, "2026-11-23T13:00:00Z")
        .created("bob", "t1", 90.0, template, "2026-11-23T14:00:00Z");
    Days days = fortnight().days();
    Table table = portal.table("summary", of(fortnight(), days, days.before(), "UTC"));
    assertThat(lines(table))
        .containsExactly(
            "active_users 2 1",
            "adoption 0.5 0.25",
            "visits 1 1",
            "searches 2 0",
            "zero_result_share 0.5 null",
            "template_runs 1 0",
            "hours_saved 1.5 0.0",
            "docs_readers 1 0");
  }

  @Test
  void completeUntil_isNowForWhatGoesOn() {
    assertThat(portal.ask("plugins", fortnight()).completeUntil()).isEqualTo(Portal.NOW);
    Days past = fortnight().days().before();
    assertThat(portal.ask("plugins", of(fortnight(), past, null, "UTC")).completeUntil())
        .isEqualTo("2026-11-16T00:00:00Z");
  }

  @Test
  void budget_spent_answersNothing() {
    for (int minute = 10; minute < 40; minute++) {
      portal.visits("ann", "/create/" + minute, "2026-11-23T10:" + minute + ":00Z");
    }
    assertThat(portal.ask("plugins", fortnight()).readUnits()).isGreaterThanOrEqualTo(30);
    portal.readingAtMost(10);
    assertThatThrownBy(() -> portal.ask("plugins", fortnight()))
        .isInstanceOf(TooMuchToReadException.class);
  }
}
