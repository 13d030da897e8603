package dev.housecount.edge.backstage;

import dev.housecount.catalog.Catalog;
import dev.housecount.catalog.CatalogStatus.Source;
import dev.housecount.catalog.EmptyGenerationException;
import dev.housecount.catalog.IncompleteGenerationException;
import dev.housecount.catalog.OlderGenerationException;
import dev.housecount.catalog.PushedPage;
import dev.housecount.edge.backstage.CatalogException.Reason;
import dev.housecount.edge.backstage.PullState.UnderWay;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Hands a generation on, page by page, from where it stands. For one thread. */
final class PullRun {
  private final CatalogClient client;
  private final Catalog catalog;
  private final String portal;
  private final GroupsNamed groups = new GroupsNamed();
  private final boolean sinceItsBeginning;
  private UnderWay place;

  PullRun(CatalogClient client, Catalog catalog, String portal, UnderWay place) {
    this.client = client;
    this.catalog = catalog;
    this.portal = portal;
    this.place = place;
    this.sinceItsBeginning = place.pages() == 0;
  }

  /** Where it stands now: behind the last page that was taken. */
  UnderWay place() {
    return place;
  }

  /**
   * Begins no page at the end or later.
   *
   * @return whether all was read
   */
  boolean readUntil(Instant end, Clock clock) throws CatalogException {
    while (!place.kinds().isEmpty() && clock.instant().isBefore(end)) {
      EntityPage page = client.page(place.kinds().get(0), place.cursor());
      groups.add(page.items());
      place = place.after(page.next(), take(page.items()));
    }
    return place.kinds().isEmpty();
  }

  /** Makes it the catalog. */
  void complete() throws CatalogException {
    int pages = sinceItsBeginning ? take(stragglers()) : place.pages();
    if (pages == 0) {
      throw new CatalogException(Reason.EMPTY);
    }
    try {
      catalog.complete(portal, place.generation(), pages, false, Source.PULL);
    } catch (IncompleteGenerationException e) {
      throw new CatalogException(Reason.LOST);
    } catch (OlderGenerationException e) {
      throw new CatalogException(Reason.OVERTAKEN);
    } catch (EmptyGenerationException e) {
      throw new CatalogException(Reason.EMPTY);
    }
  }

  /** Groups that were made while the pages were read. Only a run that read all pages knows. */
  private List<Map<String, Object>> stragglers() throws CatalogException {
    List<Map<String, Object>> found = new ArrayList<>();
    for (Map<String, Object> group : client.byRefs(groups.missing())) {
      if (group != null) {
        found.add(group);
      }
    }
    return found;
  }

  /** How many pages there are then. */
  private int take(List<Map<String, Object>> entities) {
    if (entities.isEmpty()) {
      return place.pages();
    }
    int number = place.pages() + 1;
    List<PushedPage.Line> lines = new ArrayList<>(entities.size());
    for (Map<String, Object> entity : entities) {
      lines.add(new PushedPage.Line(lines.size() + 1, entity));
    }
    // What it rejects is no entity; the status of the catalog tells of problems.
    catalog.take(new PushedPage(portal, place.generation(), number, lines));
    return number;
  }
}
