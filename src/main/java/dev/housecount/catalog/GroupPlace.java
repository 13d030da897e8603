package dev.housecount.catalog;

import dev.housecount.event.EntityRef;
import java.util.List;

/**
 * Where a group stands among the others.
 *
 * @param parents those directly above it, sorted; they may be missing in the catalog
 * @param shown whether the group filter takes it; those that it leaves out still lead upwards
 */
public record GroupPlace(List<EntityRef> parents, boolean shown) {
  public GroupPlace {
    parents = List.copyOf(parents);
  }
}
