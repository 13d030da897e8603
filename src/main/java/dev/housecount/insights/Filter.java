package dev.housecount.insights;

import dev.housecount.event.EntityRef;
import dev.housecount.rollup.Part;
import java.util.Set;

/**
 * Which events count: any of what is named, an empty set for all.
 *
 * @param portals at least one
 * @param teams whose members' events count
 * @param direct whether members of child groups are left out
 * @param kinds in lower case, as are types and lifecycles
 * @param owners whole refs in lower case; a person's has a pseudonym
 */
public record Filter(
    Set<String> portals,
    Set<EntityRef> teams,
    boolean direct,
    Set<String> plugins,
    Set<String> kinds,
    Set<String> types,
    Set<String> lifecycles,
    Set<String> owners,
    Set<EntityRef> entities,
    Set<EntityRef> templates,
    Set<String> actions) {
  public Filter {
    portals = Set.copyOf(portals);
    teams = Set.copyOf(teams);
    plugins = Set.copyOf(plugins);
    kinds = Set.copyOf(kinds);
    types = Set.copyOf(types);
    lifecycles = Set.copyOf(lifecycles);
    owners = Set.copyOf(owners);
    entities = Set.copyOf(entities);
    templates = Set.copyOf(templates);
    actions = Set.copyOf(actions);
  }

  /** All that was done in a portal. */
  public static Filter of(String portal) {
    Set<String> all = Set.of();
    return new Filter(
        Set.of(portal), Set.of(), false, all, all, all, all, all, Set.of(), Set.of(), all);
  }

  /** The same for entities of these kinds only. */
  public Filter withKinds(Set<String> some) {
    return new Filter(
        portals,
        teams,
        direct,
        plugins,
        some,
        types,
        lifecycles,
        owners,
        entities,
        templates,
        actions);
  }

  /** Whether it looks at more than portal and people. */
  public boolean hasAttributes() {
    return asksTheCatalog()
        || !plugins.isEmpty()
        || !kinds.isEmpty()
        || !entities.isEmpty()
        || !templates.isEmpty()
        || !actions.isEmpty();
  }

  /** What has to be read to know who was there, as far as the filter takes it. */
  Part presence() {
    return hasAttributes() ? Part.PLACES : Part.PRESENCE;
  }

  /**
   * What has to be read where a report needs a part: of visits all, where it matters what others
   * were, and by whom.
   */
  Part needs(Part part) {
    return part.isOfVisits() && hasAttributes() ? Part.VISITS : part;
  }

  /** Whether only the catalog knows what it looks at in an event. */
  boolean asksTheCatalog() {
    return !types.isEmpty() || !lifecycles.isEmpty() || !owners.isEmpty();
  }
}
