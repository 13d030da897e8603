package dev.housecount.app;

import dev.housecount.edge.dynamodb.DynamoDbChunkSweeper;
import dev.housecount.edge.dynamodb.DynamoDbPeopleStore;
import dev.housecount.keys.KeyRing;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.person.AuditTrail;
import dev.housecount.person.Envelope;
import dev.housecount.person.Erasure;
import dev.housecount.person.ErasureStep;
import dev.housecount.person.Holdings;
import dev.housecount.person.NameSettings;
import dev.housecount.person.Names;
import dev.housecount.person.PeopleStore;
import dev.housecount.person.Receipts;
import dev.housecount.person.Refusals;
import dev.housecount.rotation.Renewal;
import dev.housecount.store.ChunkSweeper;
import dev.housecount.store.RetentionPolicy;
import dev.housecount.store.TimeLeft;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts together what concerns people, as {@link Wiring} does with the rest. */
@Singleton
class PeopleWiring {
  private final HousecountConfig config;

  PeopleWiring(HousecountConfig config) {
    this.config = config;
  }

  @Produces
  @Singleton
  PeopleStore people(DynamoDbClient client) {
    return new DynamoDbPeopleStore(client, config.tables().people());
  }

  @Produces
  @Singleton
  ChunkSweeper sweeper(DynamoDbClient client, TimeLeft timeLeft) {
    return new DynamoDbChunkSweeper(client, config.tables().events(), timeLeft);
  }

  @Produces
  @Singleton
  Renewal renewal(Pseudonymizer pseudonymizer) {
    return new Renewal(pseudonymizer);
  }

  @Produces
  @Singleton
  Envelope envelope(KeyRing keys, Pseudonymizer pseudonymizer) {
    return new Envelope(keys, pseudonymizer);
  }

  @Produces
  @Singleton
  Refusals refusals(PeopleStore store, Envelope envelope, Clock clock) {
    return new Refusals(store, envelope, clock);
  }

  @Produces
  @Singleton
  NameSettings nameSettings() {
    return new NameSettings(config.users().readable());
  }

  @Produces
  @Singleton
  Names names(
      PeopleStore store,
      KeyRing keys,
      Pseudonymizer pseudonymizer,
      RetentionPolicy retention,
      Clock clock) {
    return new Names(store, keys, pseudonymizer, retention.longest(), clock);
  }

  @Produces
  @Singleton
  AuditTrail audit(PeopleStore store, Pseudonymizer pseudonymizer, Clock clock) {
    Duration kept = Duration.ofDays(config.users().auditDays());
    return new AuditTrail(store, pseudonymizer, kept, clock);
  }

  @Produces
  @Singleton
  Receipts receipts(PeopleStore store, Envelope envelope, Pseudonymizer pseudonymizer) {
    return new Receipts(store, envelope, pseudonymizer);
  }

  @Produces
  @Singleton
  Holdings holdings(
      Pseudonymizer pseudonymizer, Refusals refusals, Names names, Receipts receipts, Clock clock) {
    return new Holdings(pseudonymizer, refusals, names, receipts, clock);
  }

  @Produces
  @Singleton
  Erasure erasure(
      PeopleStore store,
      Envelope envelope,
      Refusals refusals,
      Receipts receipts,
      ErasureStep step,
      RetentionPolicy retention,
      Clock clock,
      TimeLeft timeLeft) {
    return new Erasure(store, envelope, refusals, receipts, step, retention, clock, timeLeft);
  }

  @Produces
  @Singleton
  ErasureStep step(ChunkSweeper sweeper, Renewal renewal, Names names, AuditTrail audit) {
    return new ErasureStep(sweeper, renewal, List.of(names, audit));
  }
}
