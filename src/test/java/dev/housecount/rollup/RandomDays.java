package dev.housecount.rollup;

import dev.housecount.catalog.FactChanges;
import dev.housecount.event.EntityRef;
import dev.housecount.event.HydratedEvent;
import dev.housecount.event.Pseudonym;
import dev.housecount.store.Chunk;
import dev.housecount.store.Chunker;
import dev.housecount.store.InMemoryChunkStore;
import dev.housecount.testing.Events;
import dev.housecount.testing.Pipeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * A store with what a few people did: close enough for the rules to meet, sent in batches, parts of
 * them sent again, some without exact times.
 */
final class RandomDays {
  static final Instant NOW = Instant.parse("2026-03-02T00:30:00Z");

  private static final List<String> WHO = List.of("ann", "bob", "guest", "session", "nobody");
  private static final List<String> PAGES =
      List.of(
          "/", "/catalog", "/catalog?q=1", "/docs/", "/docs", "/catalog/default/component/cart");
  private static final List<String> PLUGINS = List.of("app", "catalog", "techdocs");
  private static final List<String> TERMS = List.of("k", "ka", "Kafka ", "kafka", "redis");
  private static final List<String> ORIGINS = List.of("api", "agent");
  private static final List<String> TEMPLATES = List.of("template:default/a", "template:default/b");

  final InMemoryChunkStore store = new InMemoryChunkStore();
  final List<HydratedEvent> sent = new ArrayList<>();

  private final Chunker chunker =
      new Chunker(Pipeline.RETENTION, Pipeline.POLICY.version(), Pipeline.KEYS.id());
  private final Random random;
  private final boolean ambiguous;
  private final Set<String> starts = new HashSet<>();
  private int number;

  /**
   * @param ambiguous whether one may start a template again while it cannot be told which is which
   */
  RandomDays(Random random, boolean ambiguous) {
    this.random = random;
    this.ambiguous = ambiguous;
    Instant place = time();
    for (int batches = 1 + random.nextInt(25); batches > 0; batches--) {
      place = random.nextInt(5) == 0 ? time() : place;
      send(batch(place.minusSeconds(random.nextInt(3_000))));
    }
    for (int runs = random.nextInt(8); runs > 0; runs--) {
      run(random.nextInt(3) == 0 ? time() : place.minusSeconds(random.nextInt(600)));
    }
  }

  /** As much within ten minutes. */
  RandomDays crowded() {
    Instant place = time();
    for (int batches = 60 + random.nextInt(60); batches > 0; batches--) {
      send(batch(place.minusSeconds(random.nextInt(600))));
    }
    return this;
  }

  Instant time() {
    long reach = Duration.ofHours(random.nextBoolean() ? 3 : 60).toMillis();
    return NOW.minusMillis((long) (random.nextDouble() * reach));
  }

  /** A catalog that is changed where it is asked: now and then, or all the time. */
  FactChanges changes() {
    Map<Pseudonym, TreeSet<Instant>> people =
        Map.of(Told.pseudonym("ann"), times(), Told.pseudonym("bob"), times());
    return new FactChanges(people, Map.of(new EntityRef("component", "default", "cart"), times()));
  }

  private TreeSet<Instant> times() {
    TreeSet<Instant> times = new TreeSet<>();
    for (int more = random.nextInt(6); more > 0; more--) {
      times.add(time());
    }
    return times;
  }

  private List<Told> batch(Instant near) {
    String who = any(WHO);
    int spread = any(List.of(2_000, 40_000, 400_000, 4_000_000));
    List<Told> batch = new ArrayList<>();
    for (int size = 1 + random.nextInt(6); size > 0; size--) {
      Instant at = near.minusMillis(random.nextInt(spread) / 1000 * 1000);
      Told told = one().id("e" + number++).at(at).by(null);
      batch.add(
          switch (who) {
            case "session" -> told.in("s");
            case "nobody" -> told;
            default -> told.by(who);
          });
    }
    return batch;
  }

  private Told one() {
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> {
        Told visit = Told.visit(any(PAGES)).context("pluginId", any(PLUGINS));
        yield random.nextInt(12) == 0 ? visit.attribute("origin", "agent") : visit;
      }
      case 3, 4 -> counted(Told.search(any(TERMS)));
      case 5 -> {
        Told custom = counted(Told.event("docs_search", any(TERMS)));
        yield random.nextBoolean() ? custom.attribute("resultCount", random.nextInt(2)) : custom;
      }
      case 6 -> {
        Told discover = Told.event("discover", "x");
        yield random.nextInt(3) == 0 ? discover : discover.value(random.nextInt(9));
      }
      default -> Told.event(random.nextBoolean() ? "not-found" : "click", "/gone");
    };
  }

  private Told counted(Told search) {
    return random.nextInt(3) == 0 ? search : search.value(random.nextInt(2));
  }

  /** A run as portal and backend tell of it, each in batches of its own. */
  private void run(Instant near) {
    String user = any(Arrays.asList("ann", "bob", null));
    String template = any(TEMPLATES);
    Instant start = near.truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
    for (int minute = -4; !ambiguous && minute <= 4; minute++) {
      if (starts.contains(user + template + start.plusSeconds(minute * 60L))) {
        return;
      }
    }
    starts.add(user + template + start);
    String task = "t" + number;
    Instant opened = start.plusSeconds(random.nextInt(30));
    if (random.nextInt(4) > 0) {
      Told create = Told.create(template).by(user).at(start.plusSeconds(random.nextInt(30)));
      create = random.nextBoolean() ? create.value(random.nextInt(50)) : create;
      send(List.of(random.nextInt(3) == 0 ? create.context("taskId", Told.taskId(task)) : create));
    }
    if (random.nextInt(4) > 0) {
      Told open = Told.task("open", task).of(template).by(user).at(opened);
      send(List.of(random.nextInt(3) == 0 ? open.attribute("origin", any(ORIGINS)) : open));
      Instant at = opened;
      for (int states = random.nextInt(4); states > 0; states--) {
        at = at.plusSeconds(random.nextInt(5) == 0 ? random.nextInt(110_000) : random.nextInt(300));
        String state = any(List.of("processing", "completed", "failed", "cancelled", "recovered"));
        send(List.of(Told.task(state, task).by(null).value(random.nextInt(90)).at(at)));
      }
    }
  }

  private void send(List<Told> batch) {
    boolean exact = random.nextInt(4) > 0;
    List<HydratedEvent> events =
        batch.stream()
            .filter(told -> told.at().isBefore(NOW))
            .map(told -> told.id() == null ? told.id("r" + number++) : told)
            .map(told -> told.hydrated(exact))
            .toList();
    write(events);
    // Again, mixed with what was sent before; times that are not exact move.
    List<HydratedEvent> again = new ArrayList<>();
    for (HydratedEvent event : random.nextInt(3) == 0 ? sent : events) {
      if (random.nextInt(3) == 0) {
        again.add(event.event().time().exact() ? event : later(event));
      }
    }
    write(again);
    sent.addAll(events);
  }

  private HydratedEvent later(HydratedEvent event) {
    var time = event.event().time();
    return event.withEvent(
        event
            .event()
            .withTime(
                new dev.housecount.event.EventTime(
                    time.at().plusMillis(random.nextInt(200_000)), false)));
  }

  private void write(List<HydratedEvent> events) {
    if (!events.isEmpty()) {
      List<Chunk> chunks = chunker.cut(Events.batch(events));
      store.write(chunks);
    }
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
