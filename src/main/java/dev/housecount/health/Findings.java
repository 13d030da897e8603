package dev.housecount.health;

import dev.housecount.catalog.CatalogStatus;
import dev.housecount.event.Versions;
import dev.housecount.recognition.KnownPeople;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with the data of a portal.
 *
 * @param now when it was looked
 * @param zone whose days are meant
 * @param lastEvent when the newest event that is known of happened; null for none
 * @param senders when what which software recorded happened
 * @param portals of every portal that is known the last event
 * @param days what was received, a figure for each day that was asked for, oldest first
 * @param sample the newest of what is stored
 * @param knownToCatalog the share of the sample's people that the catalog knows, 0 to 1; null where
 *     there is no catalog, or where they are too few
 * @param people how many people of the last look the catalog knew; null where nobody has looked
 * @param catalog what is known of the portal's catalog
 * @param maintenance the last run; null when there was none
 */
public record Findings(
    String portal,
    Instant now,
    ZoneId zone,
    @Nullable Instant lastEvent,
    Map<Versions, Span> senders,
    SortedMap<String, Instant> portals,
    SortedMap<LocalDate, Figures> days,
    Share sample,
    @Nullable Double knownToCatalog,
    @Nullable KnownPeople people,
    CatalogStatus catalog,
    MaintenanceLog.@Nullable Run maintenance) {

  /**
   * Of events, how many name a user.
   *
   * @param events all
   * @param withUser those that name one
   * @param recent how many the newest of them are
   * @param recentWithUser those of the newest that name one
   * @param recentGuests those of the newest that name a guest
   * @param since when the first one happened; null where there is none
   */
  public record Share(
      int events,
      int withUser,
      int recent,
      int recentWithUser,
      int recentGuests,
      @Nullable Instant since) {}

  /** Of all days together. */
  public Figures total() {
    return days.values().stream().reduce(Figures.NONE, Figures::plus);
  }

  /** Of today and yesterday: what was mended before is no matter any more. */
  Figures lately() {
    LocalDate yesterday = LocalDate.ofInstant(now, zone).minusDays(1);
    return days.tailMap(yesterday).values().stream().reduce(Figures.NONE, Figures::plus);
  }

  /** What is to be done, the worst first. */
  public List<Advice> advice() {
    return Advisor.advise(this);
  }
}
