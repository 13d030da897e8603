package dev.housecount.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.catalog.FactChanges;
import dev.housecount.event.EntityRef;
import dev.housecount.insights.ActivitySource;
import dev.housecount.insights.LiveSource;
import dev.housecount.insights.StoredSource;
import dev.housecount.keys.KeyRing;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.rotation.Renewal;
import dev.housecount.rotation.RenewingReader;
import dev.housecount.sealed.Rollups;
import dev.housecount.sealed.StoredEvents;
import dev.housecount.store.Chunk;
import dev.housecount.store.ChunkReader;
import dev.housecount.store.InMemoryChunkStore;
import dev.housecount.store.InMemoryRecordStore;
import dev.housecount.store.RecordStore;
import dev.housecount.store.RetentionPolicy;
import dev.housecount.store.Scan;
import dev.housecount.store.TimeLeft;
import dev.housecount.testing.MutableClock;
import dev.housecount.testing.Pipeline;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stored events, and what is sealed of them, beside each other. */
final class SealedDays {
  private static final ReadBudget ENOUGH = new ReadBudget(100_000, Duration.ofHours(1));
  static final ZoneId ZONE = ZoneId.of("Asia/Kathmandu");

  /** Visits, without something of them that not every report needs. */
  private static final Set<Part> LESS = EnumSet.complementOf(EnumSet.copyOf(Listed.PARTS));

  private static final Set<Part> COUNTED = counted();

  final MutableClock clock;
  final InMemoryChunkStore chunks = new InMemoryChunkStore();
  final RecordStore records;
  RetentionPolicy retention;

  /** What the catalog said when. */
  FactChanges changes = FactChanges.NONE;

  /** How many chunks were read, for whatever. */
  int chunksRead;

  SealedDays(Instant now, RetentionPolicy retention) {
    this.clock = new MutableClock(now);
    this.records = new InMemoryRecordStore(clock);
    this.retention = retention;
  }

  Rollups rollups(RecordStore store, KeyRing keys) {
    return rollups(store, keys, retention.longest());
  }

  Rollups rollups(RecordStore store, Duration people) {
    return rollups(store, Pipeline.KEYS, people);
  }

  private Rollups rollups(RecordStore store, KeyRing keys, Duration people) {
    Pseudonymizer pseudonymizer = new Pseudonymizer(keys);
    return new Rollups(
        store,
        new StoredEvents(reader(keys), Pipeline.PLACES, retention, Guests.of(pseudonymizer)),
        people,
        ZONE,
        pseudonymizer,
        (portal, after, before) -> changes,
        clock,
        TimeLeft.ENDLESS);
  }

  Rollups rollups(RecordStore store) {
    return rollups(store, Pipeline.KEYS);
  }

  private ChunkReader reader(KeyRing keys) {
    ChunkReader reader = new RenewingReader(chunks, new Renewal(new Pseudonymizer(keys)));
    return new ChunkReader() {
      @Override
      public Iterator<Chunk> read(Scan scan) {
        List<Chunk> all = new ArrayList<>();
        reader.read(scan).forEachRemaining(all::add);
        chunksRead += all.size();
        return all.iterator();
      }

      @Override
      public boolean isReady() {
        return reader.isReady();
      }
    };
  }

  static void sealAll(Rollups rollups) {
    for (int runs = 0; runs < 50 && rollups.seal() > 0; runs++) {
      continue;
    }
  }

  private static Set<Part> counted() {
    Set<Part> parts = EnumSet.copyOf(Listed.PARTS);
    parts.remove(Part.RUN_EVENTS);
    return parts;
  }

  static Asked asked(Instant from, Instant to) {
    return new Asked(from, to, Set.of("default"), COUNTED);
  }

  /** With times, and without. */
  void compare(Rollups rollups, KeyRing keys, Asked range) {
    Asked asked = new Asked(range.from(), range.to(), range.portals(), range.parts());
    Listed live = new Listed();
    new LiveFold(
            reader(keys), Pipeline.PLACES, retention, Guests.of(new Pseudonymizer(keys)), clock)
        .fold(asked, ENOUGH, live);
    assertThat(rounded(told(rollups, keys, asked))).as("%s", asked).isEqualTo(rounded(live));
    Asked timeless = new Asked(asked.from(), asked.to(), asked.portals(), asked.parts(), false);
    assertThat(timeless(told(rollups, keys, timeless)))
        .as("%s", timeless)
        .isEqualTo(timeless(live));
    for (Part part : LESS) {
      Asked less = new Asked(asked.from(), asked.to(), asked.portals(), Set.of(part), false);
      assertThat(timeless(needed(part, told(rollups, keys, less))))
          .as("%s", less)
          .isEqualTo(timeless(needed(part, live)));
    }
  }

  private Map<String, List<Double>> timeless(Listed told) {
    return Timeless.of(told, ZONE, changes);
  }

  /** Of visits what those need who ask for this. */
  private static Listed needed(Part part, Listed told) {
    Listed needed = new Listed();
    for (Visit visit : told.visits) {
      PageKind kind = visit.kind();
      if (part == Part.USES) {
        needed.visit(
            new Visit(visit.at(), visit.who(), visit.place(), "", kind, null, visit.times()));
      } else if (isNeeded(part, kind, visit.entity())) {
        needed.visit(visit);
      }
    }
    return needed;
  }

  private static boolean isNeeded(Part part, PageKind kind, @Nullable EntityRef entity) {
    boolean form = kind == PageKind.TEMPLATE_FORM;
    return switch (part) {
      case DOC_VISITS -> kind.isOfDocs();
      case ENTITY_VISITS -> kind.isOfEntity() || form;
      default -> entity != null && entity.kind().equals("template") && (kind.isOfEntity() || form);
    };
  }

  Listed told(Rollups rollups, KeyRing keys, Asked asked) {
    LiveSource live =
        new LiveSource(
            reader(keys),
            Pipeline.PLACES,
            retention,
            Guests.of(new Pseudonymizer(keys)),
            clock,
            new LiveSource.Budget(Integer.MAX_VALUE, () -> Duration.ofDays(1), () -> 0));
    ActivitySource.Reading reading = new StoredSource(rollups, live, clock).open();
    Listed listed = new Listed();
    reading.tell(asked, listed);
    return listed;
  }

  /** To the second, and what somebody does again within a quarter of an hour once. */
  private static List<String> rounded(Listed listed) {
    Stream<Object> visits =
        listed.visits.stream()
            .map(
                visit ->
                    new Visit(
                        visit.at().truncatedTo(ChronoUnit.SECONDS),
                        visit.who(),
                        visit.place(),
                        visit.page(),
                        visit.kind(),
                        visit.entity()));
    Stream<Object> misses =
        listed.misses.stream()
            .map(
                miss ->
                    new Miss(
                        miss.at().truncatedTo(ChronoUnit.SECONDS),
                        miss.who(),
                        miss.place(),
                        miss.subject(),
                        miss.entity()));
    Stream<Object> seen =
        listed.seen.stream()
            .map(
                one ->
                    new Seen(
                        Present.quarter(one.at()),
                        one.who(),
                        one.place(),
                        one.action(),
                        one.entity()))
            .distinct()
            .map(one -> one);
    Stream<Object> exact =
        Stream.concat(
            Stream.of(listed.searches, listed.present).flatMap(List::stream),
            Stream.of(listed.runs, listed.agentRuns)
                .flatMap(List::stream)
                .map(Timeless::withoutTask));
    return Stream.of(visits, misses, seen, exact)
        .flatMap(some -> some)
        .map(Object::toString)
        .sorted()
        .toList();
  }
}
