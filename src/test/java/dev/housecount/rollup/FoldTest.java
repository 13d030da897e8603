package dev.housecount.rollup;

import static dev.housecount.rollup.Told.create;
import static dev.housecount.rollup.Told.event;
import static dev.housecount.rollup.Told.pseudonym;
import static dev.housecount.rollup.Told.search;
import static dev.housecount.rollup.Told.task;
import static dev.housecount.rollup.Told.visit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.event.EntityRef;
import dev.housecount.hydrate.Place;
import dev.housecount.marks.Mark;
import dev.housecount.testing.Events;
import dev.housecount.testing.Pipeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule by what people would say of a day at noon. */
class FoldTest {
  private static final Instant NOON = Told.NOON;
  private static final Duration DAY = Duration.ofDays(1);
  private static final String NODE = "template:default/node";
  private static final Who NOBODY = Who.nobody("default");

  private Instant from = NOON.minus(DAY);
  private Instant to = NOON.plus(DAY);
  private Set<String> portals = Set.of();

  // Visits

  @Test
  void visits_ofTheSamePage_areOneForHalfAnHourAfterTheLast() {
    assertThat(
            visits(
                visit("/docs").at(0, 0),
                visit("/docs").at(30, 0),
                visit("/docs").at(60, 0),
                visit("/docs").at(90, 1)))
        .containsExactly("0:00 /docs", "90:01 /docs");
  }

  @Test
  void visits_withAnotherPageBetween_areTwo() {
    assertThat(
            visits(
                visit("/docs").at(0, 0),
                visit("/catalog").at(1, 0),
                visit("/docs").at(2, 0),
                visit("/docs").at(3, 0)))
        .containsExactly("0:00 /docs", "1:00 /catalog", "2:00 /docs");
  }

  @Test
  void visits_ofOthers_areNotBetween() {
    assertThat(
            visits(
                visit("/docs").at(0, 0),
                visit("/catalog").by("bob").at(1, 0),
                visit("/catalog").from("stage").at(1, 0),
                visit("/docs").at(2, 0)))
        .containsExactly("0:00 /docs", "1:00 /catalog", "1:00 /catalog");
  }

  @Test
  void visits_ofOneUser_areOneInTwoSessions_andOfTwoSessionsTwo() {
    assertThat(visits(visit("/a").in("s1").at(0, 0), visit("/a").in("s2").at(1, 0))).hasSize(1);
    assertThat(
            visits(
                visit("/a").by(null).in("s1").at(0, 0),
                visit("/a").by(null).in("s2").at(1, 0),
                visit("/a").by(null).in("s1").at(2, 0)))
        .hasSize(2);
  }

  @Test
  void visits_ofNobody_areEachOne() {
    assertThat(visits(visit("/a").by(null).at(0, 0), visit("/a").by(null).at(1, 0))).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a/b/",
        "/a/b?tab=1",
        "/a/b#part",
        "/a/b/?tab=1#part",
        "https://portal.example/a/b"
      })
  void visits_ofOnePageInOtherSpellings_areOne(String other) {
    assertThat(visits(visit("/a/b").at(0, 0), visit(other).at(1, 0))).containsExactly("0:00 /a/b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a", "/A/b", "/a/b/c", "/a/bc"})
  void visits_ofAnotherPage_areTwo(String other) {
    assertThat(visits(visit("/a/b").at(0, 0), visit(other).at(1, 0))).hasSize(2);
  }

  @Test
  void visits_ofTwoTasks_areOfOnePage() {
    String task = "/create/tasks/0d4b7a0c-1f7e-4c55-9a0e-1e3f1b6f0c";
    assertThat(visits(visit(task + "01").at(0, 0), visit(task + "02").at(1, 0)))
        .containsExactly("0:00 /create/tasks/<task>");
    assertThat(
            visits(visit("/create/tasks/<task>").at(0, 0), visit("/create/tasks/<task>").at(1, 0)))
        .hasSize(1);
  }

  @Test
  void visits_thatAreMarked_areAsIfNeverSent() {
    assertThat(
            visits(
                visit("/a").at(0, 0),
                visit("/b").marked(Mark.DOUBLED_VISIT).at(1, 0),
                visit("/a").at(2, 0)))
        .containsExactly("0:00 /a");
  }

  @Test
  void visits_thatBeganBeforeTheRange_areNotOfIt() {
    List<Told> told = List.of(visit("/a").at(-20, 0), visit("/a").at(5, 0), visit("/b").at(10, 0));
    from = NOON;
    assertThat(visits(told)).containsExactly("10:00 /b");
    to = NOON.plusSeconds(600);
    assertThat(visits(told)).isEmpty();
    from = NOON.minusSeconds(1200);
    assertThat(visits(told)).containsExactly("-20:00 /a");
  }

  @Test
  void readFrom_isHalfAnHourBeforeForVisits_andADayForRuns() {
    assertThat(asked(Part.VISITS).readFrom()).isEqualTo(from.minusSeconds(1800));
    assertThat(asked(Part.SEARCHES).readFrom()).isEqualTo(from.minusSeconds(1800));
    assertThat(asked(Part.RUNS).readFrom()).isEqualTo(from.minus(DAY));
    assertThat(asked(Part.PRESENCE).readFrom()).isEqualTo(from);
  }

  @Test
  void visits_haveTheirPlaceAndEntity() {
    assertThat(fold(visit("/catalog/default/component/a/kubernetes")).visits)
        .containsExactly(
            new Visit(
                NOON,
                new Who("default", pseudonym("alice"), false),
                new Place("kubernetes", "kubernetes"),
                "/catalog/default/component/a/kubernetes",
                PageKind.ENTITY,
                new EntityRef("component", "default", "a")));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "/catalog/default/component/a, -, -, ENTITY",
        "/catalog/default/component/a/my-tab, app, -, ENTITY",
        "/catalog/default/component/a/kubernetes, kubernetes, -, ENTITY",
        "/catalog/default/component/a/docs/guide, -, -, ENTITY_DOCS",
        "/catalog/default/template/node, -, -, ENTITY",
        "/docs/default/component/a, -, -, DOCS",
        "/docs/default/component/a/guide/one, app, -, DOCS",
        "/docs, -, -, OTHER",
        "/wiki/default/component/a, techdocs, component:default/a, DOCS",
        "/create/templates/default/node, -, -, TEMPLATE_FORM",
        "/self-service/templates/default/node, scaffolder, template:default/node, TEMPLATE_FORM",
        "/create/tasks/<task>, scaffolder, template:default/node, OTHER",
        "/create, scaffolder, -, OTHER",
        "/create/actions, scaffolder, template:default/node, OTHER",
        "/our-catalog/default/component/a, catalog, component:default/a, ENTITY",
        "/our-catalog/default/component/a/ci, jenkins, component:default/a, ENTITY",
        "/insights, my-plugin, component:default/a, OTHER",
        "/kubernetes, kubernetes, component:default/a, OTHER",
        "/catalog, catalog, -, OTHER",
      })
  void visits_sayWhatThePageIsToItsEntity(
      String path, String plugin, String entity, PageKind kind) {
    Told told = visit(path);
    told = plugin == null ? told : told.context("pluginId", plugin);
    told = entity == null ? told : told.of(entity);
    assertThat(fold(told).visits).extracting(Visit::kind).containsExactly(kind);
  }

  @Test
  void visits_ofASelectedTemplate_areOfItsForm_byTheRoute() {
    assertThat(
            fold(visit("/new/default/node")
                    .context("pluginId", "scaffolder")
                    .context("routeRef", "scaffolder:selected-template")
                    .attribute("namespace", "default")
                    .attribute("templateName", "node"))
                .visits)
        .extracting(Visit::kind)
        .containsExactly(PageKind.TEMPLATE_FORM);
  }

  // Who

  @Test
  void agentsAndServices_doNotCount() {
    Listed told =
        fold(
            visit("/a").attribute("origin", "agent"),
            visit("/b").attribute("origin", "service"),
            search("k").attribute("origin", "agent"),
            event("not-found", "/x").attribute("origin", "agent"),
            event("click", "c").attribute("origin", "agent"));
    assertThat(told.all()).isEmpty();
  }

  @Test
  void guests_visit_andAreNobody() {
    for (String guest : List.of("user:default/guest", "guest", "user:development/guest")) {
      assertThat(fold(visit("/a").by(guest)).visits)
          .extracting(visit -> visit.who().guest(), visit -> visit.who().person())
          .containsExactly(org.assertj.core.groups.Tuple.tuple(true, null));
    }
    assertThat(fold(visit("/a").by("user:default/guest2")).visits)
        .extracting(visit -> visit.who().person())
        .containsExactly(pseudonym("user:default/guest2"));
  }

  @Test
  void seen_isEveryCountedEventOfAUser() {
    Listed told =
        fold(
            event("click", "x").context("pluginId", "home"),
            visit("/a").marked(Mark.DOUBLED_VISIT),
            search("k").marked(Mark.REPEATED_SEARCH),
            search("ka").marked(Mark.UNFINISHED_SEARCH),
            visit("/b").by(null).in("s"),
            event("signIn", "success").by("guest"));
    assertThat(told.seen)
        .containsExactly(
            new Seen(
                NOON,
                new Who("default", pseudonym("alice"), false),
                new Place("home", null),
                "click",
                null),
            new Seen(
                NOON,
                new Who("default", pseudonym("guest"), true),
                new Place(null, null),
                "signIn",
                null));
  }

  @Test
  void onlyWhatIsAskedFor_isTold() {
    portals = Set.of("stage");
    assertThat(fold(visit("/a"), visit("/b").from("stage")).visits)
        .extracting(Visit::page)
        .containsExactly("/b");
    Listed told = new Listed();
    run(
        new Asked(from, to, Set.of(), Set.of(Part.MISSES)),
        told,
        List.of(visit("/a"), search("k"), create(NODE)));
    assertThat(told.all()).isEmpty();
  }

  @Test
  void misses_areEachOne() {
    assertThat(
            fold(
                    event("not-found", "/docs/default/component/a/x").at(0, 0),
                    event("not-found", "/docs/default/component/a/x").at(1, 0))
                .misses)
        .extracting(Miss::subject, Miss::entity)
        .containsOnly(
            org.assertj.core.groups.Tuple.tuple(
                "/docs/default/component/a/x", new EntityRef("component", "default", "a")))
        .hasSize(2);
  }

  // Searches

  @Test
  void searches_ofOneTerm_areOneForHalfAnHourAfterTheLast() {
    assertThat(
            searches(
                search("Kafka ").value(1).at(0, 0),
                search("kafka").value(2).context("searchTypes", "techdocs").at(29, 0),
                search("kafka").value(3).at(59, 0),
                search("kafka").value(4).at(89, 1)))
        .containsExactly("0:00 kafka PRODUCTIVE 0", "89:01 kafka PRODUCTIVE 0");
  }

  @Test
  void searches_ofOneTermInTwoWidths_areOne() {
    assertThat(searches(search("\uff4ba").at(0, 0), search("ka").at(1, 0)))
        .containsExactly("0:00 \uff4ba UNKNOWN 0");
  }

  @Test
  void searches_withAnotherBetween_areTheSame() {
    assertThat(
            searches(search("kafka").at(0, 0), search("redis").at(1, 0), search("kafka").at(2, 0)))
        .containsExactly("0:00 kafka UNKNOWN 0", "1:00 redis UNKNOWN 0");
  }

  @Test
  void searches_ofOthers_ofAnotherAction_andOfNobody_areTheirOwn() {
    assertThat(
            searches(
                search("k").at(0, 0),
                search("k").by("bob").at(0, 1),
                search("k").from("stage").at(0, 2),
                event("qeta_search", "k").at(0, 3),
                search("k").by(null).at(0, 4),
                search("k").by(null).at(0, 5),
                search("k").by(null).marked(Mark.REPEATED_SEARCH).at(0, 6)))
        .hasSize(6);
  }

  @Test
  void searches_areProductive_ifAnyTimeAResultCame() {
    assertThat(
            searches(
                search("a").value(0).at(0, 0),
                search("a").value(3).marked(Mark.REPEATED_SEARCH).at(0, 5),
                search("a").value(0).at(1, 0),
                search("b").value(0).at(2, 0),
                search("b").at(3, 0),
                search("c").at(4, 0)))
        .containsExactly("0:00 a PRODUCTIVE 0", "2:00 b ZERO 0", "4:00 c UNKNOWN 0");
  }

  @Test
  void searches_thatAreUnfinished_areAsIfNeverSent() {
    assertThat(
            searches(
                search("ka").value(5).marked(Mark.UNFINISHED_SEARCH).at(0, 0),
                search("ka").value(0).at(1, 0)))
        .containsExactly("1:00 ka ZERO 0");
  }

  @Test
  void searches_thatAreRepeated_keepTheSearchOpen() {
    assertThat(
            searches(
                search("ka").at(0, 0),
                search("ka").marked(Mark.REPEATED_SEARCH).at(20, 0),
                search("ka").at(49, 0)))
        .containsExactly("0:00 ka UNKNOWN 0");
  }

  @Test
  void searches_ofCustomActions_areCountedByTheirAttribute_elseByTheirValue() {
    assertThat(
            searches(
                event("catalog_search", "a").attribute("resultCount", 0).value(7).at(0, 0),
                event("catalog_search", "b").attribute("resultCount", 2).at(1, 0),
                event("catalog_search", "c").value(7).at(2, 0),
                event("search", "d").attribute("resultCount", 2).value(0).at(3, 0)))
        .containsExactly(
            "0:00 a ZERO 0", "1:00 b PRODUCTIVE 0", "2:00 c PRODUCTIVE 0", "3:00 d ZERO 0");
  }

  @Test
  void searches_areOpened_byWhatIsDiscoveredWithinFiveMinutes_beforeTheNext() {
    assertThat(
            searches(
                event("discover", "x").value(9).at(-1, 0),
                search("a").at(0, 0),
                event("discover", "x").value(1).at(1, 0),
                event("discover", "x").at(2, 0),
                event("discover", "x").value(2).by("bob").at(2, 0),
                search("b").at(3, 0),
                event("discover", "y").value(4).at(8, 0),
                search("c").at(10, 0),
                event("discover", "z").value(4).at(15, 1),
                search("a").at(16, 0),
                event("discover", "z").value(4).at(17, 0)))
        .containsExactly("0:00 a UNKNOWN 3 2/5.0", "3:00 b UNKNOWN 1 1/4.0", "10:00 c UNKNOWN 0");
  }

  @Test
  void searches_thatBeganInTheRange_areToldAsTheyEnd() {
    List<Told> told =
        List.of(
            search("a").value(0).at(-20, 0),
            search("b").value(0).at(5, 0),
            search("a").value(2).at(6, 0),
            search("b").value(1).at(20, 0),
            event("discover", "x").at(21, 0),
            search("c").at(22, 0));
    from = NOON;
    to = NOON.plusSeconds(600);
    assertThat(searches(told)).containsExactly("5:00 b PRODUCTIVE 1");
  }

  @Test
  void isComplete_onlyWhenWhatBeganInTheRangeIsOver() {
    to = NOON.plusSeconds(60);
    Fold fold = folding(asked(Listed.PARTS.toArray(Part[]::new)), new Listed());
    fold.take(search("a").stored());
    assertThat(fold.isComplete(NOON.plusSeconds(60))).isFalse();
    fold.take(search("b").at(10, 0).stored());
    assertThat(fold.isComplete(NOON.plusSeconds(1800))).isFalse();
    assertThat(fold.isComplete(NOON.plusMillis(1_800_001))).isTrue();
    fold = folding(asked(Part.VISITS), new Listed());
    fold.take(visit("/a").stored());
    assertThat(fold.isComplete(NOON.plusSeconds(59))).isFalse();
    assertThat(fold.isComplete(NOON.plusSeconds(60))).isTrue();
  }

  // Runs

  @Test
  void runs_areOnePerTask_toldOfByPortalAndBackend() {
    assertThat(
            fold(
                    create(NODE)
                        .context("taskId", Told.taskId("t1"))
                        .value(45)
                        .attribute("templateSteps", 3)
                        .at(0, 0),
                    task("open", "t1").of(NODE).attribute("origin", "browser").at(0, 1),
                    task("processing", "t1").by(null).at(0, 2),
                    task("completed", "t1").by(null).value(99).at(1, 31))
                .runs)
        .containsExactly(
            new Run(
                NOON,
                new Who("default", pseudonym("alice"), false),
                new Place(null, null),
                new EntityRef("template", "default", "node"),
                Events.PSEUDONYMS.task("t1"),
                "browser",
                true,
                Run.Outcome.COMPLETED,
                90.0,
                45.0,
                3));
  }

  @Test
  void runs_whereThePortalDoesNotNameTheTask_areJoinedByUserTemplateAndMinute() {
    assertThat(
            runs(
                create(NODE).value(10).at(0, 0),
                task("open", "t1").of(NODE).at(0, 59),
                task("completed", "t1").by(null).at(5, 0)))
        .containsExactly("0:00 t1 COMPLETED 10.0");
    assertThat(runs(task("open", "t1").of(NODE).at(0, 0), create(NODE).value(10).at(1, 0)))
        .containsExactly("0:00 t1 UNKNOWN 10.0");
    assertThat(runs(create(NODE).value(10).at(0, 0), task("open", "t1").of(NODE).at(1, 1)))
        .containsExactly("0:00 - UNKNOWN 10.0", "1:01 t1 UNKNOWN null");
  }

  @Test
  void runs_ofAnotherUserOrTemplateOrPortal_areNotJoined() {
    assertThat(
            runs(
                create(NODE).at(0, 0),
                task("open", "t1").of(NODE).by("bob").at(0, 1),
                task("open", "t2").of("template:default/java").at(0, 2),
                task("open", "t3").of(NODE).from("stage").at(0, 3),
                task("open", "t4").at(0, 4)))
        .hasSize(5);
  }

  @Test
  void runs_whereNobodyIsNamed_areJoinedByTemplateAndMinute() {
    assertThat(
            runs(
                create(NODE).by(null).in("s1").value(10).at(0, 0),
                task("open", "t1").of(NODE).by(null).at(0, 1),
                create(NODE).by(null).in("s2").value(20).at(0, 2),
                task("open", "t2").of(NODE).by(null).at(0, 3),
                task("completed", "t1").by(null).at(5, 0)))
        .containsExactly("0:00 t1 COMPLETED 10.0", "0:02 t2 UNKNOWN 20.0");
    assertThat(
            runs(
                create(NODE).by(null).at(0, 0),
                task("open", "t1").of(NODE).at(0, 1),
                task("open", "t2").of("template:default/java").by(null).at(0, 2),
                task("open", "t3").of(NODE).by(null).from("stage").at(0, 3),
                task("open", "t4").by(null).at(0, 4),
                task("open", "t5").of(NODE).by(null).at(1, 1)))
        .hasSize(6);
  }

  @Test
  void runs_whoseUserIsNamedLater_areNobodysNoMore() {
    assertThat(
            runs(
                task("open", "t1").of(NODE).by(null).at(0, 0),
                task("processing", "t1").at(0, 1),
                create(NODE).by(null).value(1).at(0, 2),
                create(NODE).value(2).at(0, 3)))
        .containsExactly("0:00 t1 UNKNOWN 2.0", "0:02 - UNKNOWN 1.0");
  }

  @Test
  void runs_thatNameTwoTasks_areTwo() {
    assertThat(
            runs(
                task("open", "t1").of(NODE).at(0, 0),
                create(NODE).context("taskId", Told.taskId("t2")).value(1).at(0, 1)))
        .containsExactly("0:00 t1 UNKNOWN null", "0:01 t2 UNKNOWN 1.0");
  }

  @Test
  void runs_startedTogether_areTwo() {
    assertThat(
            runs(
                task("open", "t1").of(NODE).at(0, 0),
                task("open", "t2").of(NODE).at(0, 5),
                create(NODE).value(1).at(0, 6),
                create(NODE).value(2).at(0, 7),
                create(NODE).value(3).at(0, 8)))
        .containsExactly("0:00 t1 UNKNOWN 1.0", "0:05 t2 UNKNOWN 2.0", "0:08 - UNKNOWN 3.0");
  }

  @Test
  void runs_endAsTheirLastEndSays_butWhatCompletedStays() {
    assertThat(
            runs(
                task("open", "t1").of(NODE).at(0, 0),
                task("failed", "t1").at(1, 0),
                task("open", "t2").of(NODE).at(2, 0),
                task("failed", "t2").at(3, 0),
                task("recovered", "t2").at(4, 0),
                task("completed", "t2").at(5, 0),
                task("failed", "t2").at(5, 30),
                task("open", "t3").of(NODE).at(6, 0),
                task("cancelled", "t3").at(7, 0),
                task("completed", "t2").at(8, 0)))
        .containsExactly("0:00 t1 FAILED null", "2:00 t2 COMPLETED null", "6:00 t3 CANCELLED null");
  }

  @Test
  void runs_ofWhichTheBeginIsUnknown_takeTheDurationThatIsReported() {
    assertThat(fold(task("completed", "t1").value(12.5)).runs)
        .extracting(Run::seconds)
        .containsExactly(12.5);
    assertThat(fold(task("open", "t1"), task("failed", "t1").value(12.5)).runs)
        .extracting(Run::seconds)
        .containsOnlyNulls();
  }

  @Test
  void runs_byAgents_areToldApart_andAreNobodys_whicheverEventSaysSo() {
    Listed told =
        fold(
            task("open", "t1").of(NODE).attribute("origin", "browser").at(0, 0),
            task("completed", "t1").attribute("origin", "agent").at(1, 0),
            task("open", "t2").of(NODE).attribute("origin", "service").at(2, 0),
            task("completed", "t2").at(3, 0),
            task("open", "t3").of(NODE).attribute("origin", "api").at(4, 0));
    assertThat(told.runs).extracting(Run::isByApi).containsExactly(true);
    assertThat(told.runs).extracting(Run::who).doesNotContain(NOBODY);
    assertThat(told.agentRuns)
        .extracting(Run::outcome)
        .containsExactly(Run.Outcome.COMPLETED, Run.Outcome.COMPLETED);
    assertThat(told.agentRuns).extracting(Run::who).containsOnly(NOBODY);
  }

  @Test
  void runs_ofOneTask_areOneForADayAfterTheLastEvent() {
    assertThat(
            runs(
                task("open", "t1").after(Duration.ofHours(-23)),
                task("failed", "t1").after(Duration.ofHours(1)),
                task("open", "t1").after(Duration.ofHours(23))))
        .containsExactly("-1380:00 t1 FAILED null");
    to = NOON.plus(DAY).plus(DAY);
    assertThat(runs(task("open", "t1"), task("failed", "t1").after(DAY.plusMillis(1))))
        .containsExactly("0:00 t1 UNKNOWN null", "1440:00 t1 FAILED null");
  }

  @Test
  void runs_belongToTheRangeTheyBeganIn_andAreToldAsTheyEnd() {
    List<Told> told =
        List.of(
            task("open", "t1").of(NODE).at(-60, 0),
            task("open", "t2").of(NODE).at(1, 0),
            task("completed", "t1").at(2, 0),
            task("completed", "t2").at(30, 0));
    from = NOON;
    to = NOON.plusSeconds(600);
    assertThat(runs(told)).containsExactly("1:00 t2 COMPLETED null");
  }

  @Test
  void runs_thatCompleted_areCertainAMinuteLater_othersAfterADay() {
    to = NOON.plusSeconds(60);
    Fold fold = folding(asked(Part.RUNS), new Listed());
    fold.take(task("open", "t1").stored());
    assertThat(fold.isComplete(NOON.plus(DAY))).isFalse();
    assertThat(fold.isComplete(NOON.plus(DAY).plusMillis(1))).isTrue();
    fold = folding(asked(Part.RUNS), new Listed());
    fold.take(task("open", "t1").stored());
    fold.take(task("completed", "t1").at(10, 0).stored());
    assertThat(fold.isComplete(NOON.plusSeconds(660))).isFalse();
    assertThat(fold.isComplete(NOON.plusMillis(660_001))).isTrue();
  }

  @Test
  void runs_ofOtherPluginsWithActionsOfTheseNames_areNone() {
    assertThat(
            runs(
                event("create", "Announcement").context("pluginId", "announcements"),
                event("task", "done").context("pluginId", "scaffolder"),
                event("task", "open").context("pluginId", "todo")))
        .isEmpty();
    assertThat(runs(event("create", "node"))).containsExactly("0:00 - UNKNOWN null");
  }

  // Short ways

  private List<String> visits(Told... told) {
    return visits(List.of(told));
  }

  private List<String> visits(List<Told> told) {
    return fold(told).visits.stream().map(visit -> time(visit.at()) + " " + visit.page()).toList();
  }

  private List<String> searches(Told... told) {
    return searches(List.of(told));
  }

  private List<String> searches(List<Told> told) {
    return fold(told).searches.stream()
        .sorted(java.util.Comparator.comparing(Search::at))
        .map(
            search ->
                time(search.at())
                    + " %s %s %d".formatted(search.term(), search.state(), search.discovered())
                    + (search.ranked() == 0 ? "" : " " + search.ranked() + "/" + search.ranks()))
        .toList();
  }

  private List<String> runs(Told... told) {
    return runs(List.of(told));
  }

  private List<String> runs(List<Told> told) {
    return fold(told).runs.stream()
        .sorted(java.util.Comparator.comparing(Run::at))
        .map(
            run ->
                time(run.at()) + " " + name(run) + " " + run.outcome() + " " + run.minutesSaved())
        .toList();
  }

  private static String name(Run run) {
    return run.task() == null
        ? "-"
        : Arrays.stream(new String[] {"t1", "t2", "t3", "t4", "t5"})
            .filter(name -> Events.PSEUDONYMS.task(name).equals(run.task()))
            .findFirst()
            .orElseThrow();
  }

  private Listed fold(Told... told) {
    return fold(List.of(told));
  }

  private Listed fold(List<Told> told) {
    Listed listed = new Listed();
    run(asked(Listed.PARTS.toArray(Part[]::new)), listed, told);
    return listed;
  }

  private Asked asked(Part... parts) {
    return new Asked(from, to, portals, EnumSet.copyOf(List.of(parts)));
  }

  private void run(Asked asked, Tally tally, List<Told> told) {
    Fold fold = folding(asked, tally);
    told.forEach(one -> fold.take(one.stored()));
    fold.finish();
  }

  private static Fold folding(Asked asked, Tally tally) {
    return new Fold(asked, Pipeline.PLACES, Guests.of(Events.PSEUDONYMS), tally);
  }

  private static String time(Instant at) {
    long seconds = Duration.between(NOON, at).toSeconds();
    return "%d:%02d".formatted(seconds / 60, Math.abs(seconds % 60));
  }
}
