package dev.housecount.health;

import dev.housecount.catalog.Catalog;
import dev.housecount.catalog.CatalogFacts;
import dev.housecount.catalog.CatalogStatus;
import dev.housecount.event.Pseudonym;
import dev.housecount.event.Versions;
import dev.housecount.recognition.Recognition;
import dev.housecount.store.ChunkReader;
import dev.housecount.store.RecordStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells how it stands with a portal's data, at a cost that does not grow with the data. Every
 * method throws {@link dev.housecount.store.StoreUnavailableException} when the store cannot answer
 * now. Safe for concurrent use.
 */
public final class DataHealth {
  /** The most days that can be asked for. */
  public static final int DAYS = Received.DAYS;

  private final Newest newest;
  private final Ledger ledger;
  private final Senders senders;
  private final MaintenanceLog maintenance;
  private final Catalog catalog;
  private final Recognition recognition;
  private final Settings settings;
  private final Clock clock;

  /**
   * What is the same for all portals.
   *
   * @param kept how long events are
   * @param zone by whose days is counted
   * @param guests the pseudonyms of those who are nobody
   * @param fewestPeople of fewer nothing is told
   */
  public record Settings(Duration kept, ZoneId zone, Set<Pseudonym> guests, int fewestPeople) {
    public Settings {
      guests = Set.copyOf(guests);
    }
  }

  /**
   * @param reader of chunks as if all were of the newest key
   */
  public DataHealth(
      ChunkReader reader,
      RecordStore store,
      Ledger ledger,
      MaintenanceLog maintenance,
      Catalog catalog,
      Recognition recognition,
      Settings settings,
      Clock clock) {
    this.newest = new Newest(reader, settings.kept, clock);
    this.ledger = ledger;
    this.senders = new Senders(store, clock);
    this.maintenance = maintenance;
    this.catalog = catalog;
    this.recognition = recognition;
    this.settings = settings;
    this.clock = clock;
  }

  /** The chore that keeps what is told of senders. */
  public SenderWatch watch() {
    return new SenderWatch(newest, ledger, senders, clock, settings.zone);
  }

  /** When what which software recorded happened, as it was written last: cheap. */
  public Map<Versions, Span> senders(String portal) {
    LocalDate today = today();
    return together(
        senders.read().getOrDefault(portal, Map.of()),
        ledger.read(portal, today.minusDays(1), today));
  }

  /** The days on which versions changed. */
  public List<VersionChange> changes(Map<Versions, Span> of) {
    return VersionChange.of(of, settings.zone);
  }

  /** The latest first. */
  public static List<Map.Entry<Versions, Span>> latestFirst(Map<Versions, Span> senders) {
    return senders.entrySet().stream()
        .sorted(
            Comparator.comparing(
                    (Map.Entry<Versions, Span> sender) -> sender.getValue().last(),
                    Comparator.reverseOrder())
                .thenComparing(sender -> String.valueOf(sender.getKey())))
        .toList();
  }

  public ZoneId zone() {
    return settings.zone;
  }

  /**
   * All that there is to tell.
   *
   * @param days today included; at most {@link #DAYS}
   */
  public Findings findings(String portal, int days) {
    LocalDate today = today();
    LocalDate from = today.minusDays(days - 1L);
    Map<LocalDate, Figures> received = ledger.read(portal, from, today);
    Sample sample = Sample.of(newest.read(chunk -> chunk.portal().equals(portal)), settings.guests);
    CatalogStatus status = catalog.status(portal);
    Map<String, Map<Versions, Span>> kept = senders.read();
    Map<Versions, Span> all =
        Figures.merge(
            together(kept.getOrDefault(portal, Map.of()), received),
            sample.senders(),
            Senders.MOST);
    SortedMap<String, Instant> portals = new TreeMap<>();
    kept.forEach((name, own) -> put(portals, name, last(own)));
    put(portals, portal, last(all));
    return new Findings(
        portal,
        clock.instant(),
        settings.zone,
        last(all),
        all,
        portals,
        eachDay(from, today, received),
        new Findings.Share(
            sample.events(),
            sample.withUser(),
            sample.recent(),
            sample.recentWithUser(),
            sample.recentGuests(),
            sample.since()),
        status.asOf() == null ? null : known(portal, sample.people()),
        recognition.of(portal).orElse(null),
        status,
        maintenance.read());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), settings.zone);
  }

  private static Map<Versions, Span> together(
      Map<Versions, Span> kept, Map<LocalDate, Figures> received) {
    Map<Versions, Span> all = new HashMap<>(kept);
    for (Figures figures : received.values()) {
      all = Figures.merge(all, figures.senders(), Senders.MOST);
    }
    return all;
  }

  private static SortedMap<LocalDate, Figures> eachDay(
      LocalDate from, LocalDate to, Map<LocalDate, Figures> received) {
    SortedMap<LocalDate, Figures> days = new TreeMap<>();
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      days.put(day, received.getOrDefault(day, Figures.NONE));
    }
    return days;
  }

  private static void put(Map<String, Instant> portals, String name, @Nullable Instant last) {
    if (last != null) {
      portals.put(name, last);
    }
  }

  private static @Nullable Instant last(Map<Versions, Span> senders) {
    return senders.values().stream().map(Span::last).max(Comparator.naturalOrder()).orElse(null);
  }

  /** Of so many people only that nothing tells who it is. */
  private @Nullable Double known(String portal, Set<Pseudonym> people) {
    if (people.isEmpty() || people.size() < settings.fewestPeople) {
      return null;
    }
    CatalogFacts facts = catalog.facts(portal);
    facts.prefetch(List.of(), people);
    Instant now = clock.instant();
    long known = people.stream().filter(person -> facts.user(person, now) != null).count();
    return (double) known / people.size();
  }
}
