package dev.housecount.app;

import dev.housecount.catalog.Capture;
import dev.housecount.catalog.Catalog;
import dev.housecount.catalog.CatalogSettings;
import dev.housecount.collect.Collector;
import dev.housecount.collect.UserListener;
import dev.housecount.counts.Counting;
import dev.housecount.event.Pseudonym;
import dev.housecount.health.DataHealth;
import dev.housecount.health.Ledger;
import dev.housecount.health.MaintenanceLog;
import dev.housecount.hydrate.RouteHydrator;
import dev.housecount.insights.Insights;
import dev.housecount.insights.LiveSource;
import dev.housecount.insights.SmallGroups;
import dev.housecount.keys.KeyRing;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.keys.Seal;
import dev.housecount.person.AuditTrail;
import dev.housecount.person.Erasure;
import dev.housecount.person.Holdings;
import dev.housecount.person.Names;
import dev.housecount.person.Receipts;
import dev.housecount.person.RefusalGate;
import dev.housecount.person.Refusals;
import dev.housecount.query.CursorCodec;
import dev.housecount.query.EventFinder;
import dev.housecount.recognition.Recognition;
import dev.housecount.recognition.Sample;
import dev.housecount.rollup.Guests;
import dev.housecount.rotation.Renewal;
import dev.housecount.rotation.RenewingReader;
import dev.housecount.scrub.EventIdentity;
import dev.housecount.scrub.Scrubber;
import dev.housecount.sealed.Rollups;
import dev.housecount.store.ChunkReader;
import dev.housecount.store.ReadMeter;
import dev.housecount.store.RetentionPolicy;
import dev.housecount.store.TimeLeft;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The core, put together once for all: for the server, for the function and for their tests. */
public final class Composition {
  /** For which the people of recent events are looked at. */
  private static final Duration LOOKING = Duration.ofSeconds(5);

  private final Inputs inputs;
  private final RetentionPolicy retention;
  private final ChunkReader reader;
  private final Pseudonymizer pseudonymizer;
  private final Scrubber scrubber;
  private final PersonalData people;
  private final Erasure erasure;
  private final Catalog catalog;
  private final Reporting reporting;
  private final Collector collector;
  private final EventFinder finder;

  /** Calls no store. */
  public Composition(Inputs inputs) {
    this.inputs = inputs;
    KeyRing keys = inputs.keys();
    retention = inputs.policy().retention();
    pseudonymizer = new Pseudonymizer(keys);
    EventIdentity identity = new EventIdentity(keys.oldest());
    scrubber = new Scrubber(inputs.policy().scrub(), pseudonymizer, identity, keys.oldest());
    Renewal renewal = new Renewal(pseudonymizer);
    reader = new RenewingReader(inputs.stores().reader(), renewal);
    people = new PersonalData(inputs, pseudonymizer);
    catalog = newCatalog();
    reporting = new Reporting(inputs, reader, pseudonymizer, catalog);
    erasure =
        people.erasure(
            renewal, List.of(new CatalogHolder(catalog), new RollupsHolder(reporting.rollups())));
    collector = newCollector();
    finder = newFinder();
  }

  private Catalog newCatalog() {
    return new Catalog(
        inputs.stores().catalog(),
        pseudonymizer,
        new Capture(inputs.choices().capture(), pseudonymizer, scrubber::value),
        new CatalogSettings(retention.longest(), inputs.choices().zone()),
        inputs.clock(),
        people.refusals()::optedOut);
  }

  private Collector newCollector() {
    return new Collector(
        scrubber,
        new RouteHydrator(),
        reporting.noting(inputs.stores().writer()),
        retention,
        inputs.choices().sieves(),
        new RefusalGate(people.refusals()),
        inputs.choices().readable() ? people.names() : UserListener.NONE);
  }

  /** Reports over what is sealed, live events, and what was counted of those who are forgotten. */
  public Insights insights(SmallGroups groups, LiveSource.Budget budget) {
    return reporting.insights(groups, budget);
  }

  /**
   * Counts what is over, before people are forgotten.
   *
   * @param budget for all that is kept
   */
  public Counting counting(SmallGroups groups, LiveSource.Budget budget) {
    return reporting.counting(groups, budget);
  }

  /** Whether catalogs know the people of recent events. */
  public Recognition recognition(ReadMeter meter) {
    Clock clock = inputs.clock();
    TimeLeft timeLeft = inputs.timeLeft();
    return new Recognition(
        now -> {
          Set<Pseudonym> nobody = new HashSet<>(Guests.of(pseudonymizer));
          nobody.addAll(people.refusals().optedOut());
          Instant deadline = clock.instant().plus(timeLeft.share(LOOKING));
          return new Sample(
                  reader,
                  meter,
                  pseudonymizer.keyId(),
                  nobody,
                  () -> !clock.instant().isBefore(deadline))
              .take(now);
        },
        catalog,
        inputs.stores().catalog(),
        inputs.choices().zone(),
        clock);
  }

  /** How it stands with the data. */
  public DataHealth health(
      Ledger ledger, MaintenanceLog maintenance, Recognition recognition, int fewestPeople) {
    return new DataHealth(
        reader,
        inputs.stores().catalog(),
        ledger,
        maintenance,
        catalog,
        recognition,
        new DataHealth.Settings(
            retention.longest(), inputs.choices().zone(), Guests.of(pseudonymizer), fewestPeople),
        inputs.clock());
  }

  private EventFinder newFinder() {
    return new EventFinder(
        reader,
        inputs.places(),
        retention,
        inputs.clock(),
        () -> inputs.timeLeft().share(inputs.choices().queryBudget()),
        catalog::facts);
  }

  public Pseudonymizer pseudonymizer() {
    return pseudonymizer;
  }

  public Scrubber scrubber() {
    return scrubber;
  }

  public Collector collector() {
    return collector;
  }

  public EventFinder finder() {
    return finder;
  }

  public CursorCodec cursors() {
    return new CursorCodec(inputs.keys().newest());
  }

  public Refusals refusals() {
    return people.refusals();
  }

  public Names names() {
    return people.names();
  }

  public AuditTrail audit() {
    return people.audit();
  }

  public Receipts receipts() {
    return people.receipts();
  }

  public Holdings holdings() {
    return people.holdings();
  }

  public Catalog catalog() {
    return catalog;
  }

  public Rollups rollups() {
    return reporting.rollups();
  }

  /** For what is kept and names somebody. */
  public Seal seal() {
    return new Seal(inputs.keys());
  }

  public Erasure erasure() {
    return erasure;
  }
}
