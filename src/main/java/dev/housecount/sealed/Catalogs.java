package dev.housecount.sealed;

import dev.housecount.catalog.FactChanges;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the catalogs of portals say of the past. */
@FunctionalInterface
public interface Catalogs {
  /** Without any. */
  Catalogs NONE = (portal, after, before) -> FactChanges.NONE;

  /**
   * What a portal's began to say after a moment and before another one.
   *
   * @return null where its people are under a key that is not known here
   */
  @Nullable FactChanges changes(String portal, Instant after, Instant before);
}
