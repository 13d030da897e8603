package dev.housecount.rollup;

import dev.housecount.event.EntityRef;
import dev.housecount.hydrate.Place;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A visit of a page, as its first report tells it.
 *
 * @param at of the first report: the visit belongs to that hour and day
 * @param page as {@link Pages#of}
 * @param entity which the page is about, whatever its kind; a person's name is a pseudonym
 * @param times as often as that, where nobody asks when: then {@code at} is the begin of a time in
 *     which all was done, and the page is told of documentation only
 */
public record Visit(
    Instant at,
    Who who,
    Place place,
    String page,
    PageKind kind,
    @Nullable EntityRef entity,
    int times) {
  /** One visit. */
  public Visit(
      Instant at, Who who, Place place, String page, PageKind kind, @Nullable EntityRef entity) {
    this(at, who, place, page, kind, entity, 1);
  }
}
