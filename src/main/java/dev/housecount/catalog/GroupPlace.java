package dev.housecount.catalog;

import dev.housecount.event.EntityRef;
import java.util.List;

/**
 * Where a group stands among the others.
 *
 * @param parents those directly above it, sorted; they may be missing in the catalog
 * @param children those directly below it that only this group's own {@code spec} may name, sorted;
 *     none where the catalog gave relations, for those name each pair at both ends
 * @param shown whether the group filter takes it; those that it leaves out still lead upwards
 */
public record GroupPlace(List<EntityRef> parents, List<EntityRef> children, boolean shown) {
  public GroupPlace {
    parents = List.copyOf(parents);
    children = List.copyOf(children);
  }

  /** Of a group that names nobody below it. */
  public GroupPlace(List<EntityRef> parents, boolean shown) {
    this(parents, List.of(), shown);
  }
}
