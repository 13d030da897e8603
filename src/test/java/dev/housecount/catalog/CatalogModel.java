package dev.housecount.catalog;

import dev.housecount.catalog.CatalogWorld.Thing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a catalog is to do, as simply as it can be said. */
final class CatalogModel {
  private static final long HOUR = 3_600_000;

  final Map<String, Open> open = new HashMap<>();
  final Map<Integer, TreeMap<Long, @Nullable Thing>> history = new HashMap<>();
  Map<Integer, Thing> now = new HashMap<>();
  @Nullable String generation;
  long began = -1;
  long since;
  long asOf;

  /** A generation under way. */
  static final class Open {
    final long began;
    boolean done;
    final TreeMap<Integer, List<Thing>> pages = new TreeMap<>();

    Open(long began) {
      this.began = began;
    }
  }

  void take(String name, int page, List<Thing> things, long time) {
    live(name, time);
    if (open.containsKey(name) && open.get(name).done) {
      open.remove(name);
    }
    open.computeIfAbsent(name, unused -> new Open(time)).pages.put(page, things);
  }

  void live(String name, long time) {
    Open there = open.get(name);
    if (there != null && there.began + HOUR <= time) {
      open.remove(name);
    }
  }

  /** The outcome in a word, or the counts. */
  String complete(String name, int pages, boolean empty, long time) {
    live(name, time);
    Open there = open.get(name);
    boolean again = name.equals(generation);
    if (again && (there == null || there.done)) {
      return "0 0 0 " + now.size();
    }
    long first = there == null ? time : there.began;
    if (first < began || (there != null && there.done)) {
      return "older";
    }
    TreeMap<Integer, List<Thing>> have = there == null ? new TreeMap<>() : there.pages;
    Set<Integer> missing = new HashSet<>();
    for (int i = 1; i <= pages; i++) {
      if (!have.containsKey(i)) {
        missing.add(i);
      }
    }
    if (again && !missing.isEmpty()) {
      return "0 0 0 " + now.size();
    }
    if (!missing.isEmpty() || !have.tailMap(pages + 1).isEmpty()) {
      return "incomplete " + missing + have.tailMap(pages + 1).keySet();
    }
    Map<Integer, Thing> next = new HashMap<>();
    have.values().forEach(page -> page.forEach(thing -> next.put(thing.index(), thing)));
    if (next.isEmpty() && !empty) {
      return "empty";
    }
    since = generation == null ? time : since;
    generation = name;
    began = first;
    asOf = time;
    if (there != null) {
      there.done = true;
    }
    return replace(next, time);
  }

  private String replace(Map<Integer, Thing> next, long time) {
    int[] counts = new int[4];
    for (int i = 0; i < CatalogWorld.ALL; i++) {
      Thing before = now.get(i);
      Thing after = next.get(i);
      boolean same = before == null ? after == null : before.equals(after);
      if (same) {
        counts[3] += after == null ? 0 : 1;
        continue;
      }
      counts[before == null ? 0 : after == null ? 2 : 1]++;
      history.computeIfAbsent(i, unused -> new TreeMap<>()).put(time, after);
    }
    now = next;
    return counts[0] + " " + counts[1] + " " + counts[2] + " " + counts[3];
  }

  @Nullable Thing at(int index, long time) {
    TreeMap<Long, @Nullable Thing> versions = history.getOrDefault(index, new TreeMap<>());
    var version = versions.floorEntry(Math.max(time, since));
    return version == null ? null : version.getValue();
  }

  void forget(int person) {
    now.remove(person);
    history.remove(person);
    now.replaceAll((index, thing) -> without(person, thing));
    history.values().forEach(all -> all.replaceAll((time, thing) -> without(person, thing)));
  }

  private static @Nullable Thing without(int person, @Nullable Thing thing) {
    boolean owned =
        thing != null
            && thing.index() < CatalogWorld.COMPONENTS
            && thing.variant() == 2
            && CatalogWorld.owner(thing.index()) == person;
    return thing != null && owned ? new Thing(thing.index(), CatalogWorld.ERASED) : thing;
  }
}
