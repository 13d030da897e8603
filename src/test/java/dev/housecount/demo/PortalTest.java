package dev.housecount.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortalTest {
  private static final LocalDate END = LocalDate.parse("2026-11-28");
  private static final Plan PLAN = new Plan(7, 150, 40, END);
  private static final Portal PORTAL = Portal.of(PLAN);
  private static final List<Batch> BATCHES = PORTAL.batches();
  private static final List<DemoEvent> EVENTS =
      BATCHES.stream().flatMap(batch -> batch.events().stream()).toList();

  @Test
  void portal_ofTheSamePlan_isTheSameToTheByte() throws JsonProcessingException {
    Plan small = new Plan(3, 20, 10, END);
    assertThat(text(small)).isEqualTo(text(small));
    assertThat(text(small)).isNotEqualTo(text(new Plan(4, 20, 10, END)));
    assertThat(text(small)).isNotEqualTo(text(new Plan(3, 20, 10, END.minusDays(1))));
  }

  @Test
  void portal_ofEachSize_hasPeopleAndEvents() {
    for (int users : List.of(1, 2, 7, 40)) {
      Portal portal = Portal.of(new Plan(1, users, 1, LocalDate.parse("2026-11-24")));
      assertThat(portal.batches()).isNotEmpty();
      assertThat(portal.catalog().filter(entity -> entity.get("kind").equals("User")))
          .hasSizeBetween(0, users);
    }
  }

  @Test
  void catalog_relations_leadToWhatIsInIt() {
    Set<String> refs = PORTAL.catalog().map(PortalTest::ref).collect(toSet());
    assertThat(PORTAL.catalog().toList())
        .allSatisfy(entity -> assertThat(refs).containsAll(targets(entity)));
    assertThat(refs).hasSize((int) PORTAL.catalog().count());
  }

  @Test
  void events_entities_areOfTheCatalogButForThoseWhoLeft() {
    Set<String> refs = PORTAL.catalog().map(PortalTest::ref).collect(toSet());
    assertThat(EVENTS)
        .extracting(event -> event.context().get("entityRef"))
        .allMatch(
            ref -> ref == null || refs.contains(ref) || String.valueOf(ref).startsWith("user:"));
  }

  @Test
  void events_areOfThePlansDays() {
    Instant begin = PLAN.start().atStartOfDay(ZoneId.of("Asia/Kolkata")).toInstant();
    Instant end = END.plusDays(2).atStartOfDay(ZoneId.of("America/New_York")).toInstant();
    assertThat(EVENTS)
        .extracting(event -> Instant.ofEpochMilli(event.timestamp()))
        .allMatch(at -> at.isAfter(begin) && at.isBefore(end));
  }

  @Test
  void events_haveAllThatPortalsHave() {
    assertThat(EVENTS.stream().map(DemoEvent::action).collect(toSet()))
        .contains(
            "navigate",
            "click",
            "search",
            "catalog_search",
            "discover",
            "create",
            "task",
            "not-found");
    assertThat(statuses()).contains("open", "processing", "completed", "failed");
    assertThat(EVENTS).anyMatch(event -> event.user() == null && event.sessionId() != null);
    assertThat(EVENTS).anyMatch(event -> "user:default/guest".equals(event.user()));
    assertThat(BATCHES).anyMatch(Batch::isOfBot);
    assertThat(EVENTS.stream().filter(event -> event.action().equals("search")).toList())
        .anyMatch(event -> event.value() == null)
        .anyMatch(event -> Double.valueOf(0).equals(event.value()));
  }

  @Test
  void batches_thatAreSentAgain_haveTheSameEvents() {
    Map<String, DemoEvent> byId = new HashMap<>();
    List<DemoEvent> again = new ArrayList<>();
    for (DemoEvent event : EVENTS) {
      DemoEvent before = byId.putIfAbsent(event.id(), event);
      if (before != null) {
        again.add(event);
        assertThat(event).isEqualTo(before);
      }
    }
    assertThat(again).isNotEmpty();
  }

  @Test
  void batches_ofClosedLaptops_comeDaysLate() {
    Instant newest = Instant.EPOCH;
    int late = 0;
    for (Batch batch : BATCHES) {
      Instant at = Instant.ofEpochMilli(batch.events().get(0).timestamp());
      late += at.plusSeconds(36 * 3600).isBefore(newest) ? 1 : 0;
      newest = at.isAfter(newest) ? at : newest;
    }
    assertThat(late).isPositive();
  }

  @Test
  void upgrade_inTheMiddle_renamesThePluginsOfTheSamePages() {
    Set<Object> before = new HashSet<>();
    Set<Object> after = new HashSet<>();
    for (DemoEvent event : EVENTS) {
      String page = event.subject();
      if (page.startsWith("/catalog/") && page.endsWith("/kubernetes")) {
        (event.context().containsKey("routeRef") ? before : after)
            .add(event.context().get("pluginId"));
      }
    }
    assertThat(before).containsExactly("catalog");
    assertThat(after).containsExactly("kubernetes");
  }

  @Test
  void rollout_growsTeamByTeam() {
    assertThat(users(PLAN.start(), 10).size()).isLessThan(users(END.minusDays(9), 10).size());
  }

  @Test
  void deeds_ofRuns_areThoseThatTheBackendTells() {
    long done = PORTAL.deeds().stream().filter(deed -> deed.kind() == Deed.Kind.RUN).count();
    assertThat(done).isPositive();
    assertThat(
            EVENTS.stream()
                .filter(event -> event.action().equals("task"))
                .map(event -> event.attributes().get("taskId"))
                .distinct())
        .hasSize((int) done);
  }

  private static List<String> statuses() {
    return EVENTS.stream()
        .filter(event -> event.action().equals("task"))
        .map(DemoEvent::subject)
        .toList();
  }

  private static Set<String> users(LocalDate from, int days) {
    long begin = from.atStartOfDay(ZoneId.of("UTC")).toInstant().toEpochMilli();
    return EVENTS.stream()
        .filter(event -> event.user() != null)
        .filter(
            event -> event.timestamp() >= begin && event.timestamp() < begin + days * 86_400_000L)
        .map(DemoEvent::user)
        .collect(toSet());
  }

  private static String text(Plan plan) throws JsonProcessingException {
    Portal portal = Portal.of(plan);
    StringBuilder text = new StringBuilder();
    portal.batches().forEach(batch -> text.append(new String(Bodies.json(batch), UTF_8)));
    return text + Post.JSON.writeValueAsString(portal.catalog().toList());
  }

  private static String ref(Map<String, Object> entity) {
    Map<?, ?> metadata = (Map<?, ?>) entity.get("metadata");
    String kind = entity.get("kind").toString().toLowerCase(java.util.Locale.ROOT);
    return kind + ":" + metadata.get("namespace") + "/" + metadata.get("name");
  }

  private static List<String> targets(Map<String, Object> entity) {
    return ((List<?>) entity.get("relations"))
        .stream().map(relation -> (String) ((Map<?, ?>) relation).get("targetRef")).toList();
  }
}
