package dev.housecount.testing;

import dev.housecount.collect.Batch;
import dev.housecount.collect.CollectResult;
import dev.housecount.collect.Collector;
import dev.housecount.collect.PeopleGate;
import dev.housecount.collect.Sender;
import dev.housecount.collect.Submission;
import dev.housecount.collect.UserListener;
import dev.housecount.edge.policy.EffectivePolicy;
import dev.housecount.edge.policy.PolicyLayer;
import dev.housecount.edge.policy.PolicyReader;
import dev.housecount.event.RawEvent;
import dev.housecount.hydrate.Places;
import dev.housecount.hydrate.PluginTable;
import dev.housecount.hydrate.RouteHydrator;
import dev.housecount.keys.KeyRing;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.query.EventFinder;
import dev.housecount.scrub.EventIdentity;
import dev.housecount.scrub.Scrubber;
import dev.housecount.store.ChunkReader;
import dev.housecount.store.ChunkWriter;
import dev.housecount.store.RetentionPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The core, wired as the application wires it, around a store of the test's choice. */
public final class Pipeline {
  public static final byte[] SECRET =
      "a secret of the tests, 32 bytes long".getBytes(java.nio.charset.StandardCharsets.UTF_8);
  public static final KeyRing KEYS = KeyRing.of(SECRET);
  public static final RetentionPolicy NINETY_DAYS =
      new RetentionPolicy(Duration.ofDays(90), Map.of());
  public static final EffectivePolicy POLICY = PolicyReader.read(List.of());

  public static final Places PLACES = new Places(PluginTable.standard());

  private final Collector collector;
  private final EventFinder finder;

  public Pipeline(
      ChunkWriter writer, ChunkReader reader, RetentionPolicy retention, java.time.Clock clock) {
    this.collector =
        new Collector(
            scrubber(),
            new RouteHydrator(),
            writer,
            retention,
            List.of(),
            PeopleGate.OPEN,
            UserListener.NONE);
    this.finder = new EventFinder(reader, PLACES, retention, clock, () -> Duration.ofMinutes(10));
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
    return new Scrubber(
        policy.scrub(), new Pseudonymizer(SECRET), new EventIdentity(SECRET), SECRET);
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
    return collector.collect(batch);
  }

  public EventFinder finder() {
    return finder;
  }
}
