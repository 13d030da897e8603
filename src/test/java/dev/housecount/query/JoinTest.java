package dev.housecount.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.app.Composition;
import dev.housecount.app.Inputs;
import dev.housecount.catalog.PushedPage;
import dev.housecount.collect.Batch;
import dev.housecount.collect.Sender;
import dev.housecount.collect.Submission;
import dev.housecount.event.FieldValue;
import dev.housecount.event.RawEvent;
import dev.housecount.person.InMemoryPeopleStore;
import dev.housecount.store.InMemoryChunkStore;
import dev.housecount.store.InMemoryRecordStore;
import dev.housecount.store.Order;
import dev.housecount.store.RecordKey;
import dev.housecount.store.RecordRange;
import dev.housecount.store.RecordStore;
import dev.housecount.store.StoredRecord;
import dev.housecount.testing.MutableClock;
import dev.housecount.testing.Pipeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What joining with the catalog costs, and what it leaves as it is. */
class JoinTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final String PORTAL = "default";

  private final MutableClock clock = new MutableClock(NOON);
  private final CountingRecords records = new CountingRecords(new InMemoryRecordStore(clock));
  private final InMemoryChunkStore chunks = new InMemoryChunkStore();
  private final InMemoryRecordStore rollups = new InMemoryRecordStore(clock);
  private final Composition core =
      new Composition(
          Pipeline.inputs(
              new Inputs.Stores(
                  chunks, chunks, chunks, new InMemoryPeopleStore(), records, rollups),
              clock));

  @Test
  void find_withoutACatalog_readsOnceThatThereIsNone() {
    visit("c1", "u1");
    assertThat(find(CatalogFilter.ANY)).hasSize(1);
    assertThat(records.units).isLessThan(1);
    records.units = 0;
    assertThat(find(CatalogFilter.ANY)).hasSize(1);
    assertThat(find(owner("group:default/t1"))).isEmpty();
    assertThat(records.units).isZero();
  }

  @Test
  void find_aHundredEvents_costsFewReads_andNoneWhenWarm() {
    push("g1", 1, organisation());
    for (int i = 0; i < 100; i++) {
      visit("c" + i % 30, "u" + i % 10);
      clock.advance(Duration.ofSeconds(40));
    }
    Composition cold =
        new Composition(
            Pipeline.inputs(
                new Inputs.Stores(
                    chunks, chunks, chunks, new InMemoryPeopleStore(), records, rollups),
                clock));
    records.units = 0;
    records.calls = 0;
    List<FoundEvent> found = find(cold, CatalogFilter.ANY);
    assertThat(found).hasSize(100).allMatch(event -> event.known().entity() != null);
    assertThat(found).allMatch(event -> event.known().groups() != null);
    assertThat(records.units).isPositive().isLessThanOrEqualTo(10);
    assertThat(records.calls).as("not one for each event").isLessThan(8);
    records.units = 0;
    assertThat(find(cold, owner("group:default/t1"))).isNotEmpty();
    assertThat(find(cold, CatalogFilter.ANY)).hasSize(100);
    assertThat(records.units).isZero();
  }

  /** The copy that is left out by a filter still tells when the event was. */
  @Test
  void filter_copiesOnBothSidesOfAChange_areTheEventOfTheOlderTime() {
    push("g1", 1, List.of(component("c1", "before")));
    clock.advance(Duration.ofMinutes(10));
    click("one", "c1", "u1");
    clock.advance(Duration.ofMinutes(1));
    push("g2", 1, List.of(component("c1", "after")));
    clock.advance(Duration.ofMinutes(1));
    click("one", "c1", "u1");
    for (Order order : Order.values()) {
      assertThat(find(core, owner("group:default/after"), order)).isEmpty();
      assertThat(find(core, owner("group:default/before"), order))
          .singleElement()
          .satisfies(
              event ->
                  assertThat(event.event().event().time().at())
                      .isEqualTo(NOON.plus(Duration.ofMinutes(10))));
    }
  }

  private List<Map<String, Object>> organisation() {
    List<Map<String, Object>> entities = new ArrayList<>();
    IntStream.range(0, 100).forEach(i -> entities.add(group("t" + i)));
    IntStream.range(0, 1500).forEach(i -> entities.add(user("u" + i, "t" + i % 100)));
    IntStream.range(0, 1500).forEach(i -> entities.add(component("c" + i, "t" + i % 100)));
    return entities;
  }

  private void push(String generation, int page, List<Map<String, Object>> entities) {
    List<PushedPage.Line> lines = new ArrayList<>();
    for (Map<String, Object> entity : entities) {
      lines.add(new PushedPage.Line(lines.size() + 1, entity));
    }
    core.catalog().take(new PushedPage(PORTAL, generation, page, lines));
    core.catalog().complete(PORTAL, generation, page, false);
  }

  private static Map<String, Object> component(String name, String owner) {
    return entity("Component", name, Map.of("type", "service", "owner", owner));
  }

  private static Map<String, Object> group(String name) {
    return entity("Group", name, Map.of("type", "team", "children", List.of()));
  }

  private static Map<String, Object> user(String name, String group) {
    return entity("User", name, Map.of("memberOf", List.of(group)));
  }

  private static Map<String, Object> entity(String kind, String name, Map<String, Object> spec) {
    return Map.of("kind", kind, "metadata", Map.of("name", name), "spec", spec);
  }

  private void visit(String component, String user) {
    String page = "/catalog/default/component/" + component;
    collect(
        new RawEvent(
            null, "navigate", page, null, Map.of(), Map.of(), "user:default/" + user, null, null));
  }

  /** Unlike a visit, it marks no other event, so that it may be left out where it is read. */
  private void click(String id, String component, String user) {
    Map<String, FieldValue> context =
        Map.of("entityRef", new FieldValue.Text("component:default/" + component));
    collect(
        new RawEvent(
            id, "click", "Edit", null, Map.of(), context, "user:default/" + user, null, null));
  }

  private void collect(RawEvent event) {
    core.collector()
        .collect(
            new Batch(
                List.of(Submission.of(event)), null, clock.instant(), PORTAL, Sender.of("test")));
  }

  private static CatalogFilter owner(String owner) {
    return new CatalogFilter(Set.of(), Set.of(), Set.of(), Set.of(owner), Set.of(), false);
  }

  private List<FoundEvent> find(CatalogFilter filter) {
    return find(core, filter);
  }

  private static List<FoundEvent> find(Composition core, CatalogFilter filter) {
    return find(core, filter, Order.DESC);
  }

  private static List<FoundEvent> find(Composition core, CatalogFilter filter, Order order) {
    EventFilter all = new EventFilter(null, null, null, null, null, null, null, null, filter);
    return core.finder().find(new EventQuery(all, null, null, order, 100), null).events();
  }

  /** Counts read units as DynamoDB does. */
  private static final class CountingRecords implements RecordStore {
    private final RecordStore store;
    private double units;
    private int calls;

    CountingRecords(RecordStore store) {
      this.store = store;
    }

    @Override
    public List<StoredRecord> get(List<RecordKey> keys, boolean fresh) {
      List<StoredRecord> found = store.get(keys, fresh);
      calls++;
      double missing = keys.size() - found.size();
      double read = found.stream().mapToDouble(CountingRecords::units).sum() + missing;
      units += fresh ? read : read / 2;
      return found;
    }

    private static double units(StoredRecord record) {
      return Math.ceil((record.data().length + 100) / 4096.0);
    }

    @Override
    public List<StoredRecord> read(RecordRange range) {
      List<StoredRecord> found = store.read(range);
      calls++;
      double read = Math.max(1, found.stream().mapToDouble(CountingRecords::units).sum());
      units += range.fresh() ? read : read / 2;
      return found;
    }

    @Override
    public boolean put(StoredRecord record, long seen) {
      return store.put(record, seen);
    }

    @Override
    public void putAll(List<StoredRecord> fresh) {
      store.putAll(fresh);
    }

    @Override
    public void delete(List<RecordKey> keys) {
      store.delete(keys);
    }
  }
}
