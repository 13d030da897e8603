package dev.housecount.edge.backstage;

import static dev.housecount.edge.backstage.FakePortal.status;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.housecount.catalog.CapturedEntity;
import dev.housecount.catalog.Catalog;
import dev.housecount.catalog.CatalogSettings;
import dev.housecount.catalog.CatalogStatus;
import dev.housecount.catalog.EntityFacts;
import dev.housecount.catalog.OptedOut;
import dev.housecount.catalog.PushedPage;
import dev.housecount.catalog.UserFacts;
import dev.housecount.event.EntityRef;
import dev.housecount.keys.KeyRing;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.keys.Seal;
import dev.housecount.store.InMemoryRecordStore;
import dev.housecount.store.Order;
import dev.housecount.store.RecordRange;
import dev.housecount.store.StoreUnavailableException;
import dev.housecount.store.TimeLeft;
import dev.housecount.telemetry.Collected;
import dev.housecount.telemetry.Telemetry;
import dev.housecount.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CatalogPullTest {
  private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
  private static final String BY_QUERY = "entities/by-query";
  private static final String BY_REFS = "entities/by-refs";
  private static final KeyRing KEYS = KeyRing.of(new byte[32]);

  private final MutableClock clock = new MutableClock(NOW);
  private final FakePortal portal = new FakePortal();
  private final InMemoryRecordStore records = new InMemoryRecordStore(clock);
  private final Catalog catalog =
      new Catalog(
          records,
          new Pseudonymizer(KEYS),
          CatalogPullTest::reduce,
          new CatalogSettings(Duration.ofDays(90), ZoneOffset.UTC),
          clock,
          OptedOut.NOBODY);
  private final List<String> outcomes = new ArrayList<>();
  private final CatalogPull pull = newPull();

  @AfterEach
  void close() {
    portal.close();
  }

  @Test
  void run_allAtOnce_isTheCatalog() {
    kinds("Api", "Component");
    portal.answers(BY_QUERY, page("next", "Api", "a", "b"));
    portal.answers(BY_QUERY, page(null, "Api", "c"));
    portal.answers(BY_QUERY, page(null, "Component", "d"));
    portal.answers(BY_QUERY, counted(11));
    assertThat(pull.run()).isZero();
    assertThat(known().kinds()).isEqualTo(Map.of("api", 3, "component", 1));
    assertThat(known().source()).isEqualTo(CatalogStatus.Source.PULL);
    assertThat(pull.report()).isEqualTo(new PullReport(NOW, null, 11, 0));
    assertThat(portal.asked().get(4)).startsWith(BY_QUERY + "?filter=kind=user&limit=0");
  }

  @Test
  void run_beforeTheInterval_asksNothing() {
    oneComponent();
    pull.run();
    int asked = portal.asked().size();
    clock.advance(Duration.ofMinutes(59));
    assertThat(newPull().run()).isZero();
    assertThat(portal.asked()).hasSize(asked);
    clock.advance(Duration.ofMinutes(1));
    pull.run();
    assertThat(portal.asked().size()).isGreaterThan(asked);
  }

  @Test
  void run_outOfTime_anotherServerGoesOnFromThere() {
    kinds("Api", "Component");
    portal.answers(BY_QUERY, later(Duration.ofMinutes(2), page("behind-a", "Api", "a")));
    portal.answers(BY_QUERY, page(null, "Api", "b"));
    portal.answers(BY_QUERY, page(null, "Component", "c"));
    assertThat(pull.run()).isEqualTo(1);
    assertThat(known().entities()).isZero();
    assertThat(newPull().run()).isZero();
    assertThat(portal.asked().get(2)).contains("cursor=behind-a");
    assertThat(known().entities()).isEqualTo(3);
  }

  @Test
  void run_failure_goesOnWhereItStopped() {
    kinds("Api");
    portal.answers(BY_QUERY, page("behind-a", "Api", "a"));
    portal.answers(BY_QUERY, status(500, ""));
    portal.answers(BY_QUERY, page(null, "Api", "b"));
    assertThat(pull.run()).isEqualTo(1);
    assertThat(pull.report().problem()).isEqualTo("failing");
    clock.advance(Duration.ofMinutes(1));
    assertThat(pull.run()).isZero();
    assertThat(portal.asked()).filteredOn(asked -> asked.startsWith("entity-facets")).hasSize(1);
    assertThat(known().entities()).isEqualTo(2);
    assertThat(pull.report().problem()).isNull();
    assertThat(outcomes).containsExactly("failing", "completed");
  }

  @Test
  void run_busy_waitsAsLongAsThePortalSays() {
    portal.answers("entity-facets", status(429, "", "Retry-After", "600"));
    portal.answers("entity-facets", facets("Api"));
    portal.answers(BY_QUERY, page(null, "Api", "a"));
    pull.run();
    clock.advance(Duration.ofSeconds(599));
    pull.run();
    assertThat(portal.asked()).hasSize(1);
    clock.advance(Duration.ofSeconds(1));
    pull.run();
    assertThat(known().entities()).isEqualTo(1);
  }

  @Test
  void run_failuresInARow_pauseLongerAndAreTold() {
    portal.answers("entity-facets", status(500, ""));
    for (int i = 0; i < 4; i++) {
      assertThat(pull.run()).isZero();
      clock.advance(Duration.ofMinutes(1L << i).minusSeconds(1));
      pull.run();
      assertThat(portal.asked()).hasSize(i + 1);
      clock.advance(Duration.ofSeconds(1));
    }
    assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(pull::run);
  }

  @Test
  void run_tokenRefused_isToldAtOnce() {
    portal.answers("entity-facets", status(401, "whose token"));
    assertThatExceptionOfType(StoreUnavailableException.class)
        .isThrownBy(pull::run)
        .withMessageContaining("externalAccess")
        .withMessageNotContaining("whose");
    assertThat(pull.report().problem()).isEqualTo("refused");
  }

  @Test
  void run_nothingThere_keepsTheCatalogBefore() {
    kinds("Api");
    portal.answers("entity-facets", facets());
    portal.answers(BY_QUERY, page(null, "Api", "a"));
    pull.run();
    clock.advance(Duration.ofHours(1));
    pull.run();
    assertThat(pull.report().problem()).isEqualTo("empty");
    assertThat(known().entities()).isEqualTo(1);
  }

  @Test
  void run_tooLongUnderWay_beginsAgain() {
    kinds("Api");
    portal.answers(BY_QUERY, later(Duration.ofMinutes(2), page("behind-a", "Api", "a")));
    portal.answers(BY_QUERY, page(null, "Api", "b"));
    pull.run();
    clock.advance(Duration.ofHours(1));
    pull.run();
    assertThat(pull.report().problem()).isEqualTo("too_long");
    clock.advance(Duration.ofMinutes(1));
    pull.run();
    assertThat(portal.asked()).filteredOn(asked -> asked.startsWith("entity-facets")).hasSize(2);
    assertThat(known().entities()).isEqualTo(1);
  }

  @Test
  void run_pushedMeanwhile_isOvertaken() {
    kinds("Api");
    portal.answers(BY_QUERY, later(Duration.ofMinutes(2), page("behind-a", "Api", "a")));
    portal.answers(BY_QUERY, page(null, "Api", "b"));
    pull.run();
    clock.advance(Duration.ofSeconds(1));
    push("api", "pushed");
    pull.run();
    assertThat(pull.report().problem()).isEqualTo("overtaken");
    assertThat(known().source()).isEqualTo(CatalogStatus.Source.PUSH);
  }

  @Test
  void run_whileAnotherRuns_doesNothing() {
    kinds("Api");
    CatalogPull other = newPull();
    portal.answers(
        BY_QUERY,
        exchange -> {
          assertThat(other.run()).isZero();
          status(200, page(null, "Api", "a")).write(exchange);
        });
    assertThat(pull.run()).isZero();
    assertThat(portal.asked()).filteredOn(asked -> asked.startsWith("entity-facets")).hasSize(1);
    assertThat(other.report()).isEqualTo(PullReport.NONE);
  }

  @Test
  void run_groupThatIsMadeMeanwhile_isFetched() {
    kinds("Group", "User");
    portal.answers(BY_QUERY, page(null, "Group", "a"));
    portal.answers(
        BY_QUERY,
        """
        {"items": [{"kind": "User", "metadata": {"name": "u"}, "relations": [
           {"type": "memberOf", "targetRef": "group:default/a"},
           {"type": "memberOf", "targetRef": "group:default/new"},
           {"type": "memberOf", "targetRef": "group:default/gone"}]}], "pageInfo": {}}
        """);
    portal.answers(
        BY_REFS, "{\"items\": [null, {\"kind\": \"Group\", \"metadata\": {\"name\": \"new\"}}]}");
    pull.run();
    assertThat(portal.bodies())
        .anyMatch(body -> body.contains("[\"group:default/gone\",\"group:default/new\"]"));
    assertThat(known().kinds()).isEqualTo(Map.of("group", 2, "user", 1));
  }

  @Test
  void run_whatIsKeptOfIt_namesNobody() {
    kinds("User");
    portal.answers(BY_QUERY, later(Duration.ofMinutes(2), page("ottilie.brambach", "User", "x")));
    pull.run();
    RecordRange all = new RecordRange("pull", "", "~", Order.ASC, 10, true);
    assertThat(records.read(all))
        .hasSize(1)
        .allSatisfy(
            record ->
                assertThat(new String(record.data(), ISO_8859_1))
                    .doesNotContain("ottilie", "User"));
  }

  private CatalogPull newPull() {
    CatalogClient client =
        new CatalogClient(portal.address(), () -> "t", List.of(), () -> Duration.ofMinutes(1));
    PullSettings settings = new PullSettings("default", Duration.ofHours(1), List.of("kind=user"));
    PullStore store = new PullStore(records, new Seal(KEYS));
    return new CatalogPull(
        client, settings, store, catalog, clock, TimeLeft.ENDLESS, new Outcomes());
  }

  private void oneComponent() {
    kinds("Component");
    portal.answers(BY_QUERY, page(null, "Component", "a"));
  }

  private void kinds(String... kinds) {
    portal.answers("entity-facets", facets(kinds));
  }

  private static String facets(String... kinds) {
    String values = String.join("\"},{\"value\":\"", kinds);
    return "{\"facets\":{\"kind\":["
        + (kinds.length == 0 ? "" : "{\"value\":\"" + values + "\"}")
        + "]}}";
  }

  private static String page(String next, String kind, String... names) {
    String items =
        String.join(
            ",",
            List.of(names).stream()
                .map(name -> "{\"kind\":\"" + kind + "\",\"metadata\":{\"name\":\"" + name + "\"}}")
                .toList());
    String info = next == null ? "" : "\"nextCursor\":\"" + next + "\"";
    return "{\"items\":[" + items + "],\"totalItems\":9,\"pageInfo\":{" + info + "}}";
  }

  private static String counted(int total) {
    return "{\"items\":[],\"totalItems\":" + total + ",\"pageInfo\":{}}";
  }

  private FakePortal.Answer later(Duration duration, String json) {
    return exchange -> {
      clock.advance(duration);
      status(200, json).write(exchange);
    };
  }

  private void push(String kind, String name) {
    Map<String, Object> entity = Map.of("kind", kind, "metadata", Map.of("name", name));
    catalog.take(new PushedPage("default", "pushed", 1, List.of(new PushedPage.Line(1, entity))));
    catalog.complete("default", "pushed", 1, false);
  }

  private CatalogStatus known() {
    return catalog.status("default");
  }

  private static CapturedEntity reduce(Map<String, Object> entity) {
    String name = String.valueOf(((Map<?, ?>) entity.get("metadata")).get("name"));
    EntityRef ref = new EntityRef(String.valueOf(entity.get("kind")), "default", name);
    if (ref.isUser()) {
      return new UserFacts(
          new Pseudonymizer(KEYS).user(ref.toString()), List.of(), Map.of(), false);
    }
    return new EntityFacts(ref, null, null, null, null, Map.of(), null, null, null, null);
  }

  /** Keeps what runs ended with. */
  private final class Outcomes implements Telemetry {
    @Override
    public void collected(Collected batch) {}

    @Override
    public void answered(String route, int status, Duration took) {}

    @Override
    public void throttled() {}

    @Override
    public void recognised(String portal, double unknown, boolean jumped) {}

    @Override
    public void pulled(String outcome) {
      outcomes.add(outcome);
    }
  }
}
