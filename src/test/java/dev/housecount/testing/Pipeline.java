package dev.housecount.testing;

import dev.housecount.app.Composition;
import dev.housecount.app.Inputs;
import dev.housecount.catalog.CaptureSettings;
import dev.housecount.collect.Batch;
import dev.housecount.collect.CollectResult;
import dev.housecount.collect.Sender;
import dev.housecount.collect.Submission;
import dev.housecount.edge.policy.EffectivePolicy;
import dev.housecount.edge.policy.PolicyLayer;
import dev.housecount.edge.policy.PolicyReader;
import dev.housecount.event.RawEvent;
import dev.housecount.hydrate.Places;
import dev.housecount.hydrate.PluginTable;
import dev.housecount.insights.LiveSource;
import dev.housecount.keys.KeyRing;
import dev.housecount.person.InMemoryPeopleStore;
import dev.housecount.query.EventFinder;
import dev.housecount.rollup.Guests;
import dev.housecount.scrub.Scrubber;
import dev.housecount.store.ChunkReader;
import dev.housecount.store.ChunkWriter;
import dev.housecount.store.InMemoryChunkStore;
import dev.housecount.store.InMemoryRecordStore;
import dev.housecount.store.RetentionPolicy;
import dev.housecount.store.TimeLeft;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** The core, wired as the application wires it, around a store of the test's choice. */
public final class Pipeline {
  public static final byte[] SECRET =
      "a secret of the tests, 32 bytes long".getBytes(java.nio.charset.StandardCharsets.UTF_8);
  public static final KeyRing KEYS = KeyRing.of(SECRET);
  public static final EffectivePolicy POLICY = PolicyReader.read(List.of());
  public static final RetentionPolicy RETENTION = POLICY.retention();

  public static final Places PLACES = new Places(PluginTable.standard());

  private static final Inputs.Choices CHOICES =
      new Inputs.Choices(
          List.of(),
          false,
          Duration.ofDays(365),
          Duration.ofMinutes(10),
          CaptureSettings.DEFAULTS,
          ZoneOffset.UTC);

  private final Composition core;

  public Pipeline(ChunkWriter writer, ChunkReader reader, Clock clock) {
    core = new Composition(inputs(stores(writer, reader), clock));
  }

  /** One key, the default policy, every time in the world. */
  public static Inputs inputs(Inputs.Stores stores, Clock clock) {
    return new Inputs(KEYS, POLICY, PLACES, stores, CHOICES, clock, TimeLeft.ENDLESS);
  }

  private static Inputs.Stores stores(ChunkWriter writer, ChunkReader reader) {
    return new Inputs.Stores(
        writer,
        reader,
        new InMemoryChunkStore(),
        new InMemoryPeopleStore(),
        new InMemoryRecordStore(Clock.systemUTC()),
        new InMemoryRecordStore(Clock.systemUTC()));
  }

  /** Reads stored events, whatever it costs. */
  public static LiveSource live(ChunkReader reader, Clock clock) {
    return new LiveSource(
        reader,
        PLACES,
        RETENTION,
        Guests.of(Events.PSEUDONYMS),
        clock,
        new LiveSource.Budget(Integer.MAX_VALUE, () -> Duration.ofDays(1), () -> 0));
  }

  public static Scrubber scrubber() {
    return scrubber(POLICY);
  }

  /** A scrubber under the default policy with overrides, in YAML. */
  public static Scrubber scrubber(String... overrides) {
    return scrubber(
        PolicyReader.read(
            java.util.Arrays.stream(overrides)
                .map(yaml -> PolicyLayer.yaml("test", yaml))
                .toList()));
  }

  private static Scrubber scrubber(EffectivePolicy policy) {
    InMemoryChunkStore store = new InMemoryChunkStore();
    Inputs inputs = inputs(stores(store, store), Clock.systemUTC());
    return new Composition(inputs.withPolicy(policy)).scrubber();
  }

  public CollectResult collect(Instant receivedAt, List<RawEvent> events) {
    return collect(
        new Batch(
            events.stream().map(Submission::of).toList(),
            null,
            receivedAt,
            "default",
            Sender.of("test")));
  }

  public CollectResult collect(Batch batch) {
    return core.collector().collect(batch);
  }

  public EventFinder finder() {
    return core.finder();
  }
}
