package dev.housecount.catalog;

import dev.housecount.bytes.ByteReader;
import dev.housecount.bytes.ByteWriter;
import dev.housecount.event.EntityRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How the groups of a portal stood to each other at all times: small enough to be read as a whole,
 * which the groups' other facts are not. Safe for concurrent use.
 */
final class Groups {
  /** The kind of groups. */
  static final String KIND = "group";

  private static final int MOST_TREES = 4;

  private final List<Place> places;
  private final TreeMap<Long, Integer> changes = new TreeMap<>();
  private final Recent<GroupTree> trees = new Recent<>(MOST_TREES, tree -> 1);

  private Groups(List<Place> places) {
    this.places = places;
    places.forEach(place -> place.versions.keySet().forEach(time -> changes.put(time, 0)));
  }

  /** A group's places from times on; null for none. */
  private record Place(EntityRef ref, TreeMap<Long, @Nullable GroupPlace> versions) {}

  static Groups none() {
    return new Groups(List.of());
  }

  static Groups of(List<Entry> entries) {
    List<Place> places = new ArrayList<>();
    for (Entry entry : entries) {
      TreeMap<Long, @Nullable GroupPlace> versions = new TreeMap<>();
      GroupPlace before = null;
      for (Entry.Version version : entry.versions()) {
        GroupPlace place = version.facts() instanceof EntityFacts facts ? facts.group() : null;
        if (!java.util.Objects.equals(place, before)) {
          versions.put(version.from(), place);
        }
        before = place;
      }
      if (!versions.isEmpty()) {
        places.add(new Place(LeafCodec.ref(entry.key()), versions));
      }
    }
    return new Groups(places);
  }

  /** The groups as they stood at a time, in milliseconds since 1970. */
  GroupTree at(long time) {
    String since = String.valueOf(changes.floorKey(time));
    GroupTree known = trees.get(since);
    if (known == null) {
      known = GroupTree.of(facts(time).values());
      trees.put(since, known);
    }
    return known;
  }

  /** Times at which groups changed, up to the second; the first is the one from. */
  List<Long> changes(long from, long to) {
    List<Long> between = new ArrayList<>(List.of(from));
    between.addAll(changes.subMap(from, false, to, true).keySet());
    return between;
  }

  /**
   * When, after a time and before another one, the way from a group upwards changed, or whether it
   * is shown; only of groups of which it did.
   */
  Map<EntityRef, NavigableSet<Long>> moved(long from, long to) {
    Map<EntityRef, NavigableSet<Long>> moved = new HashMap<>();
    GroupTree before = at(from);
    for (long time : changes.subMap(from, false, to, false).keySet()) {
      GroupTree after = at(time);
      List<EntityRef> replaced =
          places.stream()
              .filter(place -> place.versions.containsKey(time))
              .map(Place::ref)
              .toList();
      Set<EntityRef> below = new HashSet<>(before.below(replaced));
      below.addAll(after.below(replaced));
      for (EntityRef group : below) {
        List<EntityRef> alone = List.of(group);
        if (!before.shownAncestors(alone).equals(after.shownAncestors(alone))) {
          moved.computeIfAbsent(group, one -> new TreeSet<>()).add(time);
        }
      }
      before = after;
    }
    return moved;
  }

  /** The groups that were there at a time. */
  Map<EntityRef, EntityFacts> facts(long time) {
    Map<EntityRef, EntityFacts> there = new HashMap<>();
    for (Place place : places) {
      Map.Entry<Long, @Nullable GroupPlace> version = place.versions.floorEntry(time);
      if (version != null && version.getValue() != null) {
        there.put(place.ref, facts(place.ref, version.getValue()));
      }
    }
    return there;
  }

  private static EntityFacts facts(EntityRef ref, GroupPlace place) {
    return new EntityFacts(ref, null, null, null, null, Map.of(), null, null, null, place);
  }

  byte[] encode(Words words) {
    List<Place> sorted = new ArrayList<>(places);
    sorted.sort(
        Comparator.<Place>comparingInt(place -> words.number(place.ref.toString()))
            .thenComparing(place -> place.ref.toString()));
    List<Long> times = new ArrayList<>(changes.keySet());
    ByteWriter to = new ByteWriter().number(times.size());
    times.forEach(to::signed);
    to.number(sorted.size());
    int before = 0;
    for (Place place : sorted) {
      before = write(to, words, place.ref, before);
      to.number(place.versions.size());
      for (Map.Entry<Long, @Nullable GroupPlace> version : place.versions.entrySet()) {
        to.number(times.indexOf(version.getKey()));
        write(to, words, version.getValue(), before);
      }
    }
    return CatalogWords.DEFLATED.pack(to.toBytes());
  }

  private static void write(ByteWriter to, Words words, @Nullable GroupPlace place, int own) {
    to.number(place == null ? 0 : place.shown() ? 1 : 2);
    if (place != null) {
      to.number(place.parents().size());
      place.parents().forEach(parent -> write(to, words, parent, own));
      to.number(place.children().size());
      place.children().forEach(child -> write(to, words, child, own));
    }
  }

  /** Neighbours have near numbers, for they are given in the order of the names. */
  private static int write(ByteWriter to, Words words, EntityRef ref, int near) {
    int number = words.number(ref.toString());
    to.flag(number < 0);
    if (number < 0) {
      to.text(ref.toString());
      return near;
    }
    to.signed(number - (long) near);
    return number;
  }

  static Groups decode(byte[] groups, Words words) {
    ByteReader from = new ByteReader(CatalogWords.DEFLATED.unpack(groups));
    List<Long> times = new ArrayList<>();
    int changes = from.integer();
    for (int i = 0; i < changes; i++) {
      times.add(from.signed());
    }
    List<Place> places = new ArrayList<>();
    int count = from.integer();
    int[] near = {0};
    for (int i = 0; i < count; i++) {
      EntityRef ref = ref(from, words, near);
      TreeMap<Long, @Nullable GroupPlace> versions = new TreeMap<>();
      int size = from.integer();
      for (int v = 0; v < size; v++) {
        versions.put(times.get(from.integer()), place(from, words, near[0]));
      }
      places.add(new Place(ref, versions));
    }
    return new Groups(places);
  }

  private static @Nullable GroupPlace place(ByteReader from, Words words, int own) {
    int code = from.integer();
    return code == 0
        ? null
        : new GroupPlace(refs(from, words, own), refs(from, words, own), code == 1);
  }

  private static List<EntityRef> refs(ByteReader from, Words words, int own) {
    int count = from.integer();
    List<EntityRef> refs = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      refs.add(ref(from, words, new int[] {own}));
    }
    return refs;
  }

  private static EntityRef ref(ByteReader from, Words words, int[] near) {
    if (from.flag()) {
      return FactColumns.ref(from.text());
    }
    near[0] += (int) from.signed();
    return FactColumns.ref(words.word(near[0]));
  }
}
