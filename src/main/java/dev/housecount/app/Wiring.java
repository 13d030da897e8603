package dev.housecount.app;

import dev.housecount.access.Access;
import dev.housecount.access.UserTokens;
import dev.housecount.collect.Collector;
import dev.housecount.collect.Exclusions;
import dev.housecount.collect.KnownBots;
import dev.housecount.collect.Sieve;
import dev.housecount.collect.UserListener;
import dev.housecount.edge.dynamodb.DynamoDbChunkStore;
import dev.housecount.edge.dynamodb.WatchedCalls;
import dev.housecount.edge.http.ServerTiming;
import dev.housecount.edge.http.gate.ArrivalTime;
import dev.housecount.edge.http.gate.Hosts;
import dev.housecount.edge.http.gate.Origins;
import dev.housecount.edge.http.wire.CollectLimits;
import dev.housecount.edge.jwt.BackstageTokens;
import dev.housecount.edge.jwt.TrustedPortal;
import dev.housecount.edge.policy.EffectivePolicy;
import dev.housecount.hydrate.Places;
import dev.housecount.hydrate.RouteHydrator;
import dev.housecount.keys.KeyRing;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.person.Names;
import dev.housecount.person.RefusalGate;
import dev.housecount.person.Refusals;
import dev.housecount.query.CursorCodec;
import dev.housecount.query.EventFinder;
import dev.housecount.rotation.Renewal;
import dev.housecount.rotation.RenewingReader;
import dev.housecount.scrub.EventIdentity;
import dev.housecount.scrub.Scrubber;
import dev.housecount.store.ChunkReader;
import dev.housecount.store.ChunkWriter;
import dev.housecount.store.RetentionPolicy;
import dev.housecount.store.TimeLeft;
import dev.housecount.telemetry.Telemetry;
import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** Puts the parts together: the only place that knows which implementation stands behind a port. */
@Singleton
class Wiring {
  /** What a request may wait for a portal's keys. */
  private static final Duration KEYS_PATIENCE = Duration.ofSeconds(3);

  private final HousecountConfig config;
  private final KeyRing keys;
  private final EffectivePolicy policy;
  private final Places places;

  Wiring(HousecountConfig config) {
    this.config = config;
    this.keys = SecretKey.of(config);
    this.policy = PolicySettings.read(config);
    this.places = new Places(PluginSettings.read(config.plugins()));
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
    boolean configured = config.auth().tokens().isPresent() || config.auth().portals().isPresent();
    return config.auth().open().orElse(config.local().enabled() && !configured);
  }

  @Produces
  @Singleton
  UserTokens userTokens(Clock clock, TimeLeft timeLeft) {
    List<TrustedPortal> portals =
        config.auth().portals().orElse(List.of()).stream().map(TrustedPortal::parse).toList();
    return new BackstageTokens(portals, clock, () -> timeLeft.share(KEYS_PATIENCE));
  }

  @Produces
  @Singleton
  Origins origins() {
    return config
        .cors()
        .origins()
        .map(Origins::of)
        .orElse(config.local().enabled() ? Origins.ofThisMachine() : Origins.of(Set.of()));
  }

  @Produces
  @Singleton
  Hosts hosts(@ConfigProperty(name = "quarkus.http.host") String bound) {
    boolean guarded = isOpen(config) && !OpenWarning.isReachable(bound, System.getenv());
    return Hosts.of(!guarded, config.auth().hosts().orElse(List.of()));
  }

  @Produces
  @Singleton
  CollectLimits limits() {
    return new CollectLimits(config.collect().maxBytes(), config.collect().maxEvents());
  }

  @Produces
  @Singleton
  ArrivalTime arrivalTime() {
    return new ArrivalTime(Duration.ofSeconds(config.collect().bodySeconds()));
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
  KeyRing keys() {
    return keys;
  }

  @Produces
  @Singleton
  Pseudonymizer pseudonymizer() {
    return new Pseudonymizer(keys);
  }

  @Produces
  @Singleton
  DynamoDbChunkStore store(DynamoDbClient client, TimeLeft timeLeft) {
    return new DynamoDbChunkStore(client, config.tables().events(), timeLeft);
  }

  /** {@link InvocationTime} in Lambda. */
  @Produces
  @Singleton
  @DefaultBean
  TimeLeft timeLeft() {
    return TimeLeft.ENDLESS;
  }

  @Produces
  @Singleton
  DynamoDbClient client(DynamoDbClientBuilder builder, TimeLeft timeLeft, Telemetry telemetry) {
    return WatchedCalls.of(builder, timeLeft, telemetry).build();
  }

  void close(@Disposes DynamoDbClient client) {
    client.close();
  }

  @Produces
  @Singleton
  Scrubber scrubber(Pseudonymizer pseudonymizer) {
    EventIdentity identity = new EventIdentity(keys.oldest());
    return new Scrubber(policy.scrub(), pseudonymizer, identity, keys.oldest());
  }

  @Produces
  @Singleton
  Collector collector(
      Scrubber scrubber,
      ChunkWriter writer,
      RetentionPolicy retention,
      Refusals refusals,
      Names names) {
    return new Collector(
        scrubber,
        new RouteHydrator(),
        writer,
        retention,
        sieves(),
        new RefusalGate(refusals),
        config.users().readable() ? names : UserListener.NONE);
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
  EventFinder finder(
      ChunkReader reader,
      RetentionPolicy retention,
      Clock clock,
      Renewal renewal,
      TimeLeft timeLeft) {
    Duration budget = Duration.ofSeconds(config.query().budgetSeconds());
    return new EventFinder(
        new RenewingReader(reader, renewal),
        places,
        retention,
        clock,
        () -> timeLeft.share(budget));
  }

  @Produces
  @Singleton
  CursorCodec cursors() {
    return new CursorCodec(keys.newest());
  }
}
