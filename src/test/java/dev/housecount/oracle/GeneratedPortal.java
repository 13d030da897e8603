package dev.housecount.oracle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.housecount.collect.EventDecoder;
import dev.housecount.demo.Batch;
import dev.housecount.demo.DemoEvent;
import dev.housecount.demo.Plan;
import dev.housecount.demo.Portal;
import dev.housecount.edge.http.page.EventJson;
import dev.housecount.event.RawEvent;
import dev.housecount.insights.Answer;
import dev.housecount.insights.Insights;
import dev.housecount.insights.LiveSource;
import dev.housecount.insights.Older;
import dev.housecount.insights.SmallGroups;
import dev.housecount.insights.StoredSource;
import dev.housecount.query.Bookmark;
import dev.housecount.query.EventFilter;
import dev.housecount.query.EventPage;
import dev.housecount.query.EventQuery;
import dev.housecount.rollup.Guests;
import dev.housecount.sealed.Catalogs;
import dev.housecount.sealed.Rollups;
import dev.housecount.sealed.StoredEvents;
import dev.housecount.store.InMemoryChunkStore;
import dev.housecount.store.InMemoryRecordStore;
import dev.housecount.store.Order;
import dev.housecount.store.TimeLeft;
import dev.housecount.testing.Events;
import dev.housecount.testing.MutableClock;
import dev.housecount.testing.Pipeline;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A generated portal in memory, seen by the real reports and by the oracle. */
final class GeneratedPortal {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private final InMemoryChunkStore store = new InMemoryChunkStore();
  private final MutableClock clock;
  private final Pipeline pipeline;
  private final Facts facts;
  private final Map<String, String> usersById = new HashMap<>();
  private final Rollups rollups;

  /** Of some of the oracle's questions. */
  private static final ZoneId ZONE = ZoneId.of("Asia/Kathmandu");

  private final boolean sealed;

  /**
   * @param now after all that happens
   */
  GeneratedPortal(Plan plan, Instant now) {
    this(plan, now, false);
  }

  private GeneratedPortal(Plan plan, Instant now, boolean sealed) {
    this.clock = new MutableClock(now);
    this.sealed = sealed;
    this.rollups =
        new Rollups(
            new InMemoryRecordStore(clock),
            new StoredEvents(
                store, Pipeline.PLACES, Pipeline.RETENTION, Guests.of(Events.PSEUDONYMS)),
            Pipeline.RETENTION.longest(),
            ZONE,
            Events.PSEUDONYMS,
            Catalogs.NONE,
            clock,
            TimeLeft.ENDLESS);
    this.pipeline = new Pipeline(rollups.noting(store), store, clock);
    Portal portal = Portal.of(plan);
    this.facts = new Facts(portal.catalog().toList());
    List<Batch> batches = portal.batches().stream().filter(batch -> !batch.isOfBot()).toList();
    for (int i = 0; i < batches.size(); i++) {
      collect(batches.get(i));
      if (sealed && i % (batches.size() / 3) == 0) {
        seal();
      }
    }
    seal();
  }

  /** A portal whose reports read what is sealed, several times, because most of it came late. */
  static GeneratedPortal sealed(Plan plan, Instant now) {
    return new GeneratedPortal(plan, now, true);
  }

  private void seal() {
    clock.advance(Duration.ofMinutes(4));
    while (sealed && rollups.seal() > 0) {
      continue;
    }
    if (sealed) {
      rollups.digest();
    }
  }

  private void collect(Batch batch) {
    List<RawEvent> events = new ArrayList<>();
    for (DemoEvent event : batch.events()) {
      usersById.put(event.id(), event.user());
      try {
        events.add(EventDecoder.decode(JSON.convertValue(event, OBJECT)));
      } catch (EventDecoder.RejectedException e) {
        throw new AssertionError(e);
      }
    }
    int accepted = pipeline.collect(clock.instant(), events).accepted();
    if (accepted != events.size()) {
      throw new AssertionError(accepted + " of " + events.size() + " accepted");
    }
  }

  Facts facts() {
    return facts;
  }

  /** What {@code /query} shows, for the oracle. */
  Portrait portrait() {
    List<Seen> seen = new ArrayList<>();
    Map<String, String> who = new HashMap<>();
    EventQuery all = new EventQuery(EventFilter.ANY, null, null, Order.ASC, EventQuery.MAX_LIMIT);
    Bookmark next = null;
    do {
      EventPage page = pipeline.finder().find(all, next);
      page.events().forEach(found -> seen.add(seen(EventJson.write(found))));
      next = page.next();
    } while (next != null);
    seen.stream()
        .filter(event -> event.user() != null)
        .forEach(event -> who.put(event.user(), usersById.get(event.id())));
    return Portrait.of(seen, facts, who);
  }

  private static Seen seen(String json) {
    try {
      return Seen.of(JSON.readValue(json, OBJECT));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** What the real report says, with nothing hidden. */
  Answer answer(String report, dev.housecount.insights.Question question) {
    LiveSource source = Pipeline.live(store, clock);
    PlainDirectory directory = new PlainDirectory(facts);
    return new Insights(
            sealed ? new StoredSource(rollups, source, clock) : source,
            () -> directory,
            new SmallGroups(1),
            Pipeline.RETENTION.longest(),
            ZONE,
            clock,
            Older.NOTHING)
        .answer(Insights.report(report).orElseThrow(), question);
  }
}
