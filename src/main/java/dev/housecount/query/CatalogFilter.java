package dev.housecount.query;

import dev.housecount.event.CanonicalText;
import dev.housecount.event.EntityRef;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which events are asked for by what the catalog says of them: any of each set that is not empty.
 * Case does not matter, as it does not in the catalog's own filters.
 *
 * @param kinds of the entity that an event is about, whether or not the catalog knows it
 * @param types of an entity that it knows
 * @param lifecycles as types
 * @param owners as whole refs; people under their pseudonyms
 * @param teams that the event's user was in at that time
 * @param direct whether members of groups below a team are not in it
 */
public record CatalogFilter(
    Set<String> kinds,
    Set<String> types,
    Set<String> lifecycles,
    Set<String> owners,
    Set<EntityRef> teams,
    boolean direct) {
  /** Asks for everything. */
  public static final CatalogFilter ANY =
      new CatalogFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false);

  public CatalogFilter {
    kinds = lower(kinds);
    types = lower(types);
    lifecycles = lower(lifecycles);
    owners = lower(owners);
    teams = Set.copyOf(teams);
  }

  boolean asksForEntities() {
    return !types.isEmpty() || !lifecycles.isEmpty() || !owners.isEmpty();
  }

  boolean asksForUsers() {
    return !teams.isEmpty();
  }

  boolean isAny() {
    return kinds.isEmpty() && !asksForEntities() && !asksForUsers();
  }

  /** One text for all ways to ask for the same; no two questions have the same. */
  String canonical() {
    CanonicalText text = new CanonicalText();
    append(text, kinds);
    append(text, types);
    append(text, lifecycles);
    append(text, owners);
    append(text, teams.stream().map(EntityRef::toString).toList());
    return text.append(String.valueOf(direct)).toString();
  }

  private static void append(CanonicalText text, Collection<String> values) {
    text.append(String.valueOf(values.size()));
    new TreeSet<>(values).forEach(text::append);
  }

  private static Set<String> lower(Set<String> values) {
    Set<String> lower = new TreeSet<>();
    values.forEach(value -> lower.add(value.toLowerCase(Locale.ROOT)));
    return Set.copyOf(lower);
  }
}
