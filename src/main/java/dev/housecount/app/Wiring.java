package dev.housecount.app;

import dev.housecount.collect.Collector;
import dev.housecount.collect.Exclusions;
import dev.housecount.collect.KnownBots;
import dev.housecount.collect.Sieve;
import dev.housecount.dynamodb.DynamoDbChunkStore;
import dev.housecount.dynamodb.ThrottleWatch;
import dev.housecount.http.Access;
import dev.housecount.http.CollectLimits;
import dev.housecount.http.ServerTiming;
import dev.housecount.hydrate.RouteHydrator;
import dev.housecount.policy.EffectivePolicy;
import dev.housecount.query.CursorCodec;
import dev.housecount.query.EventFinder;
import dev.housecount.scrub.EventIdentity;
import dev.housecount.scrub.Pseudonymizer;
import dev.housecount.scrub.Scrubber;
import dev.housecount.store.ChunkReader;
import dev.housecount.store.ChunkWriter;
import dev.housecount.store.RetentionPolicy;
import dev.housecount.telemetry.Telemetry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts the parts together: the only place that knows which implementation stands behind a port. */
@Singleton
class Wiring {
  private final HousecountConfig config;
  private final byte[] secret;
  private final EffectivePolicy policy;

  Wiring(HousecountConfig config) {
    this.config = config;
    this.secret = SecretKey.of(config);
    this.policy = PolicySettings.read(config);
  }

  /**
   * Instantiates this class, and so reads the settings, at the start and not at the first request.
   */
  void onStart(@Observes StartupEvent event) {}

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  Access access() {
    List<Access.Grant> grants =
        config.auth().tokens().orElse(List.of()).stream().map(Access.Grant::parse).toList();
    return new Access(isOpen(config), grants);
  }

  static boolean isOpen(HousecountConfig config) {
    boolean local = config.local().enabled() && config.auth().tokens().isEmpty();
    return config.auth().open().orElse(local);
  }

  @Produces
  @Singleton
  CollectLimits limits() {
    return new CollectLimits(config.collect().maxBytes(), config.collect().maxEvents());
  }

  @Produces
  @Singleton
  ServerTiming timing() {
    return new ServerTiming(config.local().enabled());
  }

  @Produces
  @Singleton
  RetentionPolicy retention() {
    return policy.retention();
  }

  @Produces
  @Singleton
  Pseudonymizer pseudonymizer() {
    return new Pseudonymizer(secret);
  }

  @Produces
  @Singleton
  DynamoDbChunkStore store(DynamoDbClient client, Telemetry telemetry) {
    return new DynamoDbChunkStore(new ThrottleWatch(client, telemetry), config.tables().events());
  }

  @Produces
  @Singleton
  Collector collector(Pseudonymizer pseudonymizer, ChunkWriter writer, RetentionPolicy retention) {
    EventIdentity identity = new EventIdentity(secret);
    Scrubber scrubber = new Scrubber(policy.scrub(), pseudonymizer, identity, secret);
    return new Collector(scrubber, new RouteHydrator(), writer, retention, sieves());
  }

  private List<Sieve> sieves() {
    HousecountConfig.Noise noise = config.noise();
    Sieve excluded =
        new Exclusions(
            noise.hosts().orElse(List.of()),
            noise.users().orElse(List.of()),
            noise.environments().orElse(List.of()));
    return noise.bots() ? List.of(new KnownBots(), excluded) : List.of(excluded);
  }

  @Produces
  @Singleton
  EventFinder finder(ChunkReader reader, RetentionPolicy retention, Clock clock) {
    Duration budget = Duration.ofSeconds(config.query().budgetSeconds());
    return new EventFinder(reader, retention, clock, budget);
  }

  @Produces
  @Singleton
  CursorCodec cursors() {
    return new CursorCodec(secret);
  }
}
