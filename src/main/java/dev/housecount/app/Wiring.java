package dev.housecount.app;

import dev.housecount.access.Access;
import dev.housecount.access.UserTokens;
import dev.housecount.edge.dynamodb.ConsumedUnits;
import dev.housecount.edge.dynamodb.DynamoDbChunkStore;
import dev.housecount.edge.dynamodb.DynamoDbChunkSweeper;
import dev.housecount.edge.dynamodb.DynamoDbPeopleStore;
import dev.housecount.edge.dynamodb.DynamoDbRecordStore;
import dev.housecount.edge.dynamodb.WatchedCalls;
import dev.housecount.edge.http.ServerTiming;
import dev.housecount.edge.http.dashboard.DashboardSettings;
import dev.housecount.edge.http.gate.ArrivalTime;
import dev.housecount.edge.http.gate.Hosts;
import dev.housecount.edge.http.gate.Origins;
import dev.housecount.edge.http.wire.CollectLimits;
import dev.housecount.edge.jwt.BackstageTokens;
import dev.housecount.edge.jwt.TrustedPortal;
import dev.housecount.health.Ledger;
import dev.housecount.health.MaintenanceLog;
import dev.housecount.person.PeopleStore;
import dev.housecount.store.ChunkSweeper;
import dev.housecount.store.TimeLeft;
import dev.housecount.telemetry.Telemetry;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** The edges: the only place that knows which implementation stands behind a port. */
@Singleton
class Wiring {
  /** What a request may wait for a portal's keys. */
  private static final Duration KEYS_PATIENCE = Duration.ofSeconds(3);

  /** After half of it figures of what arrives are not written again for now: a request waits. */
  private static final Duration LEDGER_PATIENCE = Duration.ofSeconds(1);

  private final HousecountConfig config;

  Wiring(HousecountConfig config) {
    this.config = config;
  }

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  ZoneId zone() {
    return config.zone();
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
  DashboardSettings dashboard() {
    return new DashboardSettings(config.dashboard().enabled());
  }

  @Produces
  @Singleton
  ServerTiming timing() {
    return new ServerTiming(config.local().enabled());
  }

  @Produces
  @Singleton
  DynamoDbChunkStore store(DynamoDbClient client, TimeLeft timeLeft) {
    return new DynamoDbChunkStore(client, config.tables().events(), timeLeft);
  }

  @Produces
  @Singleton
  ChunkSweeper sweeper(DynamoDbClient client, TimeLeft timeLeft) {
    return new DynamoDbChunkSweeper(client, config.tables().events(), timeLeft);
  }

  @Produces
  @Singleton
  PeopleStore people(DynamoDbClient client) {
    return new DynamoDbPeopleStore(client, config.tables().people());
  }

  @Produces
  @Singleton
  RecordTables records(DynamoDbClient client, Clock clock, TimeLeft timeLeft) {
    return new RecordTables(
        new DynamoDbRecordStore(client, config.tables().catalog(), clock, timeLeft),
        new DynamoDbRecordStore(client, config.tables().rollups(), clock, timeLeft));
  }

  @Produces
  @Singleton
  Ledger ledger(DynamoDbClient client, Clock clock, TimeLeft timeLeft) {
    TimeLeft soon = () -> Collections.min(List.of(timeLeft.get(), LEDGER_PATIENCE));
    return new Ledger(
        new DynamoDbRecordStore(client, config.tables().catalog(), clock, soon),
        UUID.randomUUID().toString(),
        clock,
        config.zone());
  }

  @Produces
  @Singleton
  MaintenanceLog maintenanceLog(RecordTables tables, Clock clock) {
    return new MaintenanceLog(tables.catalog(), clock);
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
  DynamoDbClient client(
      DynamoDbClientBuilder builder, TimeLeft timeLeft, Telemetry telemetry, ConsumedUnits units) {
    return units.of(WatchedCalls.of(builder, timeLeft, telemetry)).build();
  }

  @Produces
  @Singleton
  ConsumedUnits units() {
    return new ConsumedUnits();
  }

  void close(@Disposes DynamoDbClient client) {
    client.close();
  }
}
