package dev.housecount.insights;

import dev.housecount.event.EntityRef;
import java.util.Set;

/** Filters of the portal {@code default}. */
public final class Filters {
  private static final Set<String> ANY = Set.of();

  private Filters() {}

  public static Filter ofTeam(EntityRef team, boolean direct) {
    return of(Set.of(team), direct, ANY, ANY, ANY);
  }

  public static Filter ownedBy(EntityRef owner) {
    return of(Set.of(), false, ANY, ANY, Set.of(owner.toString()));
  }

  public static Filter ofTypes(String type, String lifecycle) {
    return of(Set.of(), false, Set.of(type), Set.of(lifecycle), ANY);
  }

  private static Filter of(
      Set<EntityRef> teams,
      boolean direct,
      Set<String> types,
      Set<String> lifecycles,
      Set<String> owners) {
    Set<String> portals = Set.of("default");
    return new Filter(
        portals, teams, direct, ANY, ANY, types, lifecycles, owners, Set.of(), Set.of(), ANY);
  }
}
