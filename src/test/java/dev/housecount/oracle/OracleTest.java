package dev.housecount.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contract's words, one by one, on events of a few lines. */
class OracleTest {
  private static final Question MONDAY = Question.of("2026-11-02", "2026-11-03", "UTC");
  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

  private final List<Seen> events = new ArrayList<>();
  private final List<Map<String, Object>> catalog = new ArrayList<>();
  private final Map<String, String> who = new LinkedHashMap<>();

  @Test
  void visit_samePageWithinHalfAnHourOfTheLastReport_isOne() {
    visit("ada", 0, "/catalog?x=1", "catalog");
    visit("ada", 29, "/catalog/#y", "catalog");
    visit("ada", 58, "/catalog", "catalog");
    visit("ada", 89, "/catalog", "catalog");
    visit("bob", 90, "/catalog", "catalog");
    assertThat(row("plugins", "plugin", "catalog"))
        .containsEntry("visits", 3)
        .containsEntry("users", 2);
  }

  @Test
  void visit_otherPageBetween_isAnother() {
    visit("ada", 0, "/catalog", "catalog");
    visit("ada", 1, "/docs", "techdocs");
    visit("ada", 2, "/catalog", "catalog");
    assertThat(row("plugins", "plugin", "catalog")).containsEntry("visits", 2);
  }

  @Test
  void visit_pastMidnight_isOfTheDayOfItsFirstReport() {
    visit("ada", 719, "/catalog", "catalog");
    visit("ada", 721, "/catalog", "catalog");
    assertThat(row("plugins", "plugin", "catalog")).containsEntry("visits", 1);
    assertThat(answer("plugins", Question.of("2026-11-03", "2026-11-04", "UTC")).rows()).isEmpty();
  }

  @Test
  void marked_byAnAgent_orNobody_isNoPerson() {
    visit(null, 0, "/catalog", "catalog");
    events.add(seen("1", "ada", NOON, "navigate", "/docs", null, Map.of(), "doubled_visit"));
    events.add(seen("2", "bob", NOON, "task", "open", null, Map.of("origin", "agent"), null));
    assertThat(answer("active-users", MONDAY).total()).containsEntry("users", 0);
    assertThat(row("plugins", "plugin", "catalog"))
        .containsEntry("visits", 1)
        .containsEntry("users", 0);
  }

  @Test
  void guest_visits_isNoPerson() {
    who.put("~g", "user:default/guest");
    visit("~g", 0, "/catalog", "catalog");
    assertThat(row("plugins", "plugin", "catalog"))
        .containsEntry("visits", 1)
        .containsEntry("users", 0);
  }

  @Test
  void people_byWhenTheyWereSeenBefore() {
    visit("ada", 0, "/", "home");
    visit("bob", 0, "/", "home");
    visit("cleo", 0, "/", "home");
    visit("bob", -24 * 60, "/", "home");
    visit("cleo", -24 * 60 * 29, "/", "home");
    assertThat(answer("active-users", MONDAY).total())
        .containsEntry("users", 3)
        .containsEntry("new", 1)
        .containsEntry("returning", 1)
        .containsEntry("resurrected", 1);
  }

  @Test
  void periods_withoutAnybody_areRowsOfZeros() {
    visit("ada", 0, "/", "home");
    Question week = Question.of("2026-11-01", "2026-11-10", "UTC");
    assertThat(answer("active-users", week.by("day")).rows())
        .extracting("users")
        .containsExactly(0, 1, 0, 0, 0, 0, 0, 0, 0);
    assertThat(answer("active-users", week.by("day")).rows())
        .extracting("wau")
        .containsExactly(0, 1, 1, 1, 1, 1, 1, 1, 0);
    assertThat(answer("active-users", week.by("week")).rows())
        .extracting("users")
        .containsExactly(0, 1, 0);
    assertThat(answer("active-users", week.by("month")).rows()).hasSize(1);
  }

  @Test
  void hours_ofADayWithAClockChange_are25() {
    Question longDay = Question.of("2026-10-25", "2026-10-26", "Europe/Berlin");
    assertThat(answer("active-users", longDay.by("hour")).rows()).hasSize(25);
    Question oddDay = Question.of("2026-11-02", "2026-11-03", "Asia/Kathmandu");
    assertThat(answer("active-users", oddDay.by("hour")).rows()).hasSize(24);
  }

  @Test
  void search_threeStates_byAllTimesThatItWasAsked() {
    search("ada", 0, " Kafka ", 0.0);
    search("ada", 20, "kafka", 3.0);
    search("bob", 0, "kafka", 0.0);
    search("bob", 40, "kafka", null);
    assertThat(row("searches", "term", "kafka"))
        .containsEntry("users", 2)
        .containsEntry("searches", 3)
        .containsEntry("productive", 1)
        .containsEntry("zero", 1)
        .containsEntry("unknown", 1);
  }

  @Test
  void search_ofOnePerson_isAmongTheOthers() {
    search("ada", 0, "kafka", 1.0);
    search("bob", 0, "vpn", 0.0);
    assertThat(answer("searches", MONDAY).rows()).extracting("term").containsExactly("other");
  }

  @Test
  void discover_inFiveMinutesBeforeAnotherSearch_opens() {
    for (String user : List.of("ada", "bob")) {
      search(user, 0, "kafka", 9.0);
      discover(user, 4, 2.0);
      search(user, 5, "kotlin", 9.0);
      discover(user, 11, 1.0);
    }
    assertThat(row("searches", "term", "kafka"))
        .containsEntry("opened", 2)
        .containsEntry("mean_rank", 2.0);
    assertThat(row("searches", "term", "kotlin"))
        .containsEntry("opened", 0)
        .containsEntry("mean_rank", null);
  }

  @Test
  void run_createAndTaskWithinAMinute_areOne() {
    template("petstore", "PT1H");
    scaffold("ada", 0, "create", "Task has been created", null, Map.of());
    scaffold("ada", 0, "task", "open", null, Map.of("taskId", "t1"));
    scaffold("ada", 3, "task", "completed", 180.0, Map.of("taskId", "t1"));
    scaffold("ada", 10, "create", "Task has been created", 20.0, Map.of());
    scaffold("bob", 10, "task", "open", null, Map.of("taskId", "t2"));
    scaffold("bob", 11, "task", "failed", null, Map.of("taskId", "t2"));
    assertThat(row("templates", "template", "template:default/petstore"))
        .containsEntry("submitted", 3)
        .containsEntry("completed", 1)
        .containsEntry("failed", 1)
        .containsEntry("users", 2)
        .containsEntry("minutes_saved", 60.0)
        .containsEntry("median_seconds", 180.0);
  }

  @Test
  void run_withoutABackend_savesWhenItIsSubmitted() {
    scaffold("ada", 0, "create", "Task has been created", 20.0, Map.of());
    assertThat(answer("templates", MONDAY).total()).containsEntry("minutes_saved", 20.0);
  }

  @Test
  void adoption_countsMembersOfChildTeams() {
    group("top", null);
    group("leaf", "group:default/top");
    user("ada", "group:default/leaf");
    user("bob", "group:default/top");
    user("cleo", "group:default/leaf");
    visit("ada", 0, "/", "home");
    visit("bob", -24 * 60 * 40, "/", "home");
    visit("zeno", 0, "/", "home");
    assertThat(row("adoption", "team", "group:default/top"))
        .containsEntry("members", 3)
        .containsEntry("active", 1)
        .containsEntry("adoption", 1 / 3.0)
        .containsEntry("new", 1)
        .containsEntry("lapsed", 1)
        .containsEntry("never", 1);
    assertThat(row("adoption", "team", "group:default/leaf")).containsEntry("members", 2);
    assertThat(row("adoption", "team", null))
        .containsEntry("members", 3)
        .containsEntry("active", 1);
  }

  @Test
  void filter_ofATeam_leavesOutWhoIsInNone() {
    group("top", null);
    user("ada", "group:default/top");
    visit("ada", 0, "/", "home");
    visit("bob", 0, "/", "home");
    visit(null, 0, "/", "home");
    assertThat(answer("plugins", MONDAY.with("team", "group:default/top")).total())
        .containsEntry("users", 1)
        .containsEntry("visits", 1);
  }

  private Answer answer(String report, Question question) {
    return new Oracle(Portrait.of(events, new Facts(catalog), who)).answer(report, question);
  }

  private Map<String, Object> row(String report, String column, String value) {
    return answer(report, MONDAY).rows().stream()
        .filter(row -> java.util.Objects.equals(value, row.get(column)))
        .findAny()
        .orElseThrow();
  }

  private void visit(String user, int minute, String path, String plugin) {
    Instant at = NOON.plusSeconds(60L * minute);
    events.add(
        new Seen(
            "" + events.size(),
            at,
            "navigate",
            path,
            null,
            Map.of(),
            Map.of(),
            user,
            null,
            plugin,
            null,
            null,
            null));
  }

  private void search(String user, int minute, String term, Double found) {
    Instant at = NOON.plusSeconds(60L * minute);
    events.add(seen("" + events.size(), user, at, "search", term, found, Map.of(), null));
  }

  private void discover(String user, int minute, Double rank) {
    Instant at = NOON.plusSeconds(60L * minute);
    events.add(seen("" + events.size(), user, at, "discover", "A result", rank, Map.of(), null));
  }

  private void scaffold(
      String user,
      int minute,
      String action,
      String subject,
      Double value,
      Map<String, Object> attributes) {
    Seen plain =
        seen(
            "" + events.size(),
            user,
            NOON.plusSeconds(60L * minute),
            action,
            subject,
            value,
            attributes,
            null);
    events.add(
        new Seen(
            plain.id(),
            plain.at(),
            action,
            subject,
            value,
            attributes,
            Map.of(),
            user,
            null,
            "scaffolder",
            null,
            "template:default/petstore",
            null));
  }

  private static Seen seen(
      String id,
      String user,
      Instant at,
      String action,
      String subject,
      Double value,
      Map<String, Object> attributes,
      String mark) {
    return new Seen(
        id, at, action, subject, value, attributes, Map.of(), user, null, null, null, null, mark);
  }

  private void group(String name, String parent) {
    entity(
        "Group",
        name,
        parent == null ? List.of() : List.of(Map.of("type", "childOf", "targetRef", parent)),
        Map.of());
  }

  private void user(String name, String team) {
    who.put(name, "user:default/" + name);
    entity("User", name, List.of(Map.of("type", "memberOf", "targetRef", team)), Map.of());
  }

  private void template(String name, String saved) {
    entity("Template", name, List.of(), Map.of("backstage.io/time-saved", saved));
  }

  private void entity(
      String kind,
      String name,
      List<Map<String, Object>> relations,
      Map<String, Object> annotations) {
    catalog.add(
        Map.of(
            "kind",
            kind,
            "metadata",
            Map.of("name", name, "annotations", annotations),
            "spec",
            Map.of(),
            "relations",
            relations));
  }
}
