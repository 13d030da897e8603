package dev.housecount.app;

import dev.housecount.catalog.CaptureSettings;
import dev.housecount.collect.Sieve;
import dev.housecount.edge.policy.EffectivePolicy;
import dev.housecount.hydrate.Places;
import dev.housecount.keys.KeyRing;
import dev.housecount.person.PeopleStore;
import dev.housecount.store.ChunkReader;
import dev.housecount.store.ChunkSweeper;
import dev.housecount.store.ChunkWriter;
import dev.housecount.store.RecordStore;
import dev.housecount.store.TimeLeft;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/**
 * What a {@link Composition} is put together from.
 *
 * @param timeLeft of the request that is being answered
 */
public record Inputs(
    KeyRing keys,
    EffectivePolicy policy,
    Places places,
    Stores stores,
    Choices choices,
    Clock clock,
    TimeLeft timeLeft) {

  /** Where all is kept; for events often one object behind several ports. */
  public record Stores(
      ChunkWriter writer,
      ChunkReader reader,
      ChunkSweeper sweeper,
      PeopleStore people,
      RecordStore catalog,
      RecordStore rollups) {}

  /**
   * What a deployment chooses.
   *
   * @param sieves asked in their order
   * @param readable whether names are kept and told
   * @param auditKept how long it is known who read a name
   * @param queryBudget after this time a page of events ends early
   * @param capture what is kept of the catalog
   * @param zone the portal's
   */
  public record Choices(
      List<Sieve> sieves,
      boolean readable,
      Duration auditKept,
      Duration queryBudget,
      CaptureSettings capture,
      ZoneId zone) {
    /** The same, with names kept and told. */
    Choices readableNames() {
      return new Choices(sieves, true, auditKept, queryBudget, capture, zone);
    }
  }

  public Inputs withKeys(KeyRing other) {
    return new Inputs(other, policy, places, stores, choices, clock, timeLeft);
  }

  public Inputs withPolicy(EffectivePolicy other) {
    return new Inputs(keys, other, places, stores, choices, clock, timeLeft);
  }

  public Inputs withReadableNames() {
    return new Inputs(keys, policy, places, stores, choices.readableNames(), clock, timeLeft);
  }
}
