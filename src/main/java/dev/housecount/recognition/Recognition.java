package dev.housecount.recognition;

import dev.housecount.catalog.Catalog;
import dev.housecount.catalog.CatalogFacts;
import dev.housecount.event.Pseudonym;
import dev.housecount.recognition.HistoryText.Look;
import dev.housecount.recognition.KnownPeople.Count;
import dev.housecount.store.RecordKey;
import dev.housecount.store.RecordStore;
import dev.housecount.store.StoredRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Looks from time to time whether the catalogs know the people whom events name, and keeps numbers
 * of it, so that other instances and later ones know what was usual. Never on the way of events.
 * {@link #look} and {@link #of} throw {@link dev.housecount.store.StoreUnavailableException} when
 * the store cannot answer now. Safe for concurrent use, also by several instances.
 */
public final class Recognition {
  /** The least between two looks, of whichever instances: a little less than a schedule's hour. */
  static final Duration INTERVAL = Duration.ofMinutes(50);

  private static final RecordKey KEY = new RecordKey("recognition", "portals");

  private final Function<Instant, Map<String, Map<Pseudonym, Instant>>> people;
  private final Catalog catalog;
  private final RecordStore records;
  private final ZoneId zone;
  private final Clock clock;
  private volatile Look last = Look.NONE;

  /**
   * @param people whom the events of the day before a time name, by portal, with when they were
   *     seen last
   * @param zone whose days are compared
   */
  public Recognition(
      Function<Instant, Map<String, Map<Pseudonym, Instant>>> people,
      Catalog catalog,
      RecordStore records,
      ZoneId zone,
      Clock clock) {
    this.people = people;
    this.catalog = catalog;
    this.records = records;
    this.zone = zone;
    this.clock = clock;
  }

  /**
   * Looks, if nobody has lately.
   *
   * @return by portal, what is new to this instance; empty when nothing is
   */
  public synchronized Map<String, KnownPeople> look() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    if (!isDue(last, now)) {
      return Map.of();
    }
    Optional<StoredRecord> record = record(true);
    Look before = record.map(StoredRecord::data).map(HistoryText::decode).orElse(Look.NONE);
    last = isDue(before, now) ? look(before, record, now) : before;
    return lastSeen();
  }

  private static boolean isDue(Look look, Instant now) {
    return !now.isBefore(look.at().plus(INTERVAL));
  }

  private Look look(Look before, Optional<StoredRecord> record, Instant now) {
    Map<String, Count> counts = counts(now);
    if (counts.isEmpty()) {
      return new Look(now, before.portals()); // nobody was there: not worth a write
    }
    Map<String, History> portals = new TreeMap<>(before.portals());
    LocalDate today = LocalDate.ofInstant(now, zone);
    counts.keySet().forEach(portal -> portals.putIfAbsent(portal, History.NONE));
    portals.replaceAll(
        (portal, history) -> history.after(counts.getOrDefault(portal, Count.NONE), now, today));
    portals.values().removeIf(History::isOver);
    Look look = new Look(now, portals);
    long version = record.map(StoredRecord::version).orElse(0L);
    // Whoever is slower has seen the same; what the faster one wrote is read before the next look.
    records.put(
        new StoredRecord(KEY, version + 1, HistoryText.encode(look), now.plus(History.KEPT)),
        version);
    return look;
  }

  private Map<String, Count> counts(Instant now) {
    Map<String, Count> counts = new TreeMap<>();
    people
        .apply(now)
        .forEach(
            (portal, seen) -> {
              if (catalog.status(portal).asOf() != null) {
                counts.put(portal, count(catalog.facts(portal), seen));
              }
            });
    return counts;
  }

  private static Count count(CatalogFacts facts, Map<Pseudonym, Instant> seen) {
    facts.prefetch(List.of(), seen.keySet());
    long known =
        seen.entrySet().stream()
            .filter(person -> facts.user(person.getKey(), person.getValue()) != null)
            .count();
    return new Count(seen.size(), Math.toIntExact(known));
  }

  /**
   * As of the last look, whoever looked; empty when there was none, or the portal has no catalog.
   */
  public Optional<KnownPeople> of(String portal) {
    return record(false)
        .map(record -> HistoryText.decode(record.data()).portals().get(portal))
        .map(History::last);
  }

  /** By portal, as this instance knows it; asks nobody. */
  public Map<String, KnownPeople> lastSeen() {
    Map<String, KnownPeople> seen = new TreeMap<>();
    last.portals().forEach((portal, history) -> seen.put(portal, history.last()));
    return seen;
  }

  private Optional<StoredRecord> record(boolean fresh) {
    return records.get(List.of(KEY), fresh).stream().findFirst();
  }
}
