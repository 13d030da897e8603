package dev.housecount.app;

import dev.housecount.catalog.CaptureSettings;
import dev.housecount.catalog.Catalog;
import dev.housecount.collect.Collector;
import dev.housecount.collect.Exclusions;
import dev.housecount.collect.KnownBots;
import dev.housecount.collect.Sieve;
import dev.housecount.counts.Counting;
import dev.housecount.edge.policy.EffectivePolicy;
import dev.housecount.health.DataHealth;
import dev.housecount.health.Ledger;
import dev.housecount.health.MaintenanceLog;
import dev.housecount.hydrate.Places;
import dev.housecount.insights.Insights;
import dev.housecount.insights.LiveSource;
import dev.housecount.insights.SmallGroups;
import dev.housecount.keys.KeyRing;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.person.NameSettings;
import dev.housecount.person.PeopleStore;
import dev.housecount.query.CursorCodec;
import dev.housecount.query.EventFinder;
import dev.housecount.recognition.Recognition;
import dev.housecount.scrub.Scrubber;
import dev.housecount.sealed.Rollups;
import dev.housecount.store.ChunkReader;
import dev.housecount.store.ChunkSweeper;
import dev.housecount.store.ChunkWriter;
import dev.housecount.store.ReadMeter;
import dev.housecount.store.TimeLeft;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** Reads what the {@link Composition} needs from the settings, and publishes its parts. */
@Singleton
class CoreWiring {
  private static final Logger LOG = Logger.getLogger(CoreWiring.class);

  /** More than a report may read: once a day all that is kept of people is looked at. */
  private static final int COUNTING_UNITS = 1_000_000;

  private static final Duration COUNTING = Duration.ofMinutes(5);

  private final HousecountConfig config;
  private final KeyRing keys;
  private final EffectivePolicy policy;
  private final Places places;
  private final CatalogChoices catalog;

  CoreWiring(HousecountConfig config) {
    this.config = config;
    this.keys = SecretKey.of(config);
    this.policy = PolicySettings.read(config);
    this.places = new Places(PluginSettings.read(config.plugins()));
    this.catalog = CatalogChoices.read(config.catalog(), System::getenv);
  }

  /**
   * Instantiates this class, and so reads the settings, at the start and not at the first request.
   */
  void onStart(@Observes StartupEvent event) {
    catalog.notice().ifPresent(LOG::info);
  }

  @Produces
  @Singleton
  Composition core(
      ChunkWriter writer,
      ChunkReader reader,
      ChunkSweeper sweeper,
      PeopleStore people,
      RecordTables records,
      Clock clock,
      TimeLeft timeLeft) {
    Inputs.Stores stores =
        new Inputs.Stores(writer, reader, sweeper, people, records.catalog(), records.rollups());
    return new Composition(new Inputs(keys, policy, places, stores, choices(), clock, timeLeft));
  }

  private Inputs.Choices choices() {
    return new Inputs.Choices(
        sieves(),
        config.users().readable(),
        Duration.ofDays(config.users().auditDays()),
        Duration.ofSeconds(config.query().budgetSeconds()),
        catalog.capture(),
        config.zone());
  }

  private List<Sieve> sieves() {
    NoiseConfig noise = config.noise();
    Sieve excluded =
        new Exclusions(
            noise.hosts().orElse(List.of()),
            noise.onlyHosts().orElse(catalog.onlyHosts()),
            noise.users().orElse(List.of()),
            noise.environments().orElse(List.of()));
    return noise.bots() ? List.of(new KnownBots(), excluded) : List.of(excluded);
  }

  @Produces
  @Singleton
  NameSettings nameSettings() {
    return new NameSettings(config.users().readable());
  }

  @Produces
  @Singleton
  Pseudonymizer pseudonymizer(Composition core) {
    return core.pseudonymizer();
  }

  @Produces
  @Singleton
  Scrubber scrubber(Composition core) {
    return core.scrubber();
  }

  @Produces
  @Singleton
  CaptureSettings captureSettings() {
    return catalog.capture();
  }

  @Produces
  @Singleton
  Collector collector(Composition core) {
    return core.collector();
  }

  @Produces
  @Singleton
  EventFinder finder(Composition core) {
    return core.finder();
  }

  @Produces
  @Singleton
  Insights insights(Composition core, ReadMeter meter, TimeLeft timeLeft) {
    HousecountConfig.Insights settings = config.insights();
    Duration most = Duration.ofSeconds(settings.budgetSeconds());
    return core.insights(
        new SmallGroups(settings.fewestPeople()),
        new LiveSource.Budget(settings.readUnits(), () -> timeLeft.share(most), meter));
  }

  @Produces
  @Singleton
  Counting counting(Composition core, ReadMeter meter, TimeLeft timeLeft) {
    return core.counting(
        new SmallGroups(config.insights().fewestPeople()),
        new LiveSource.Budget(COUNTING_UNITS, () -> timeLeft.share(COUNTING), meter));
  }

  @Produces
  @Singleton
  DataHealth health(
      Composition core, Ledger ledger, MaintenanceLog maintenance, Recognition recognition) {
    return core.health(ledger, maintenance, recognition, config.insights().fewestPeople());
  }

  @Produces
  @Singleton
  CursorCodec cursors(Composition core) {
    return core.cursors();
  }

  @Produces
  @Singleton
  Catalog catalog(Composition core) {
    return core.catalog();
  }

  @Produces
  @Singleton
  Rollups rollups(Composition core) {
    return core.rollups();
  }

  @Produces
  @Singleton
  Recognition recognition(Composition core, ReadMeter meter) {
    return core.recognition(meter);
  }
}
