package dev.housecount.catalog;

import dev.housecount.event.EntityRef;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a root says beside its leaves. */
final class RootMaker {
  private static final int MOST_TOTALS = 1_100;
  private static final int MOST_PROBLEMS = 20;

  private final Shelf shelf;
  private final String portal;
  private final ZoneId zone;

  RootMaker(Shelf shelf, String portal, ZoneId zone) {
    this.shelf = shelf;
    this.portal = portal;
    this.zone = zone;
  }

  /** The root of other leaves. */
  Root next(Root before, List<LeafRef> leaves, Commit commit, long now) {
    Root bare =
        new Root(commit.rootId(), before.keyId(), "", leaves, before.totals(), before.problems());
    List<LeafRef> groupLeaves = bare.of(Groups.KIND);
    boolean sameGroups = groupLeaves.equals(before.of(Groups.KIND));
    String groupsId = before.groups();
    List<String> problems = before.problems();
    if (!sameGroups || !bare.of(EntityRef.USER).equals(before.of(EntityRef.USER))) {
      Groups groups = Groups.of(entries(groupLeaves, commit));
      groupsId = sameGroups ? groupsId : groups(before, groups, commit);
      problems = problems(bare, groups, commit, now);
    }
    return new Root(bare.id(), before.keyId(), groupsId, leaves, totals(bare, now), problems);
  }

  private static List<Entry> entries(List<LeafRef> leaves, Commit commit) {
    List<Entry> entries = new ArrayList<>();
    leaves.forEach(leaf -> entries.addAll(commit.entries(leaf)));
    return entries;
  }

  private String groups(Root before, Groups groups, Commit commit) {
    byte[] encoded = groups.encode(shelf.words(portal));
    boolean same =
        !before.groups().isEmpty()
            && java.util.Arrays.equals(encoded, shelf.data(portal, before.groups()));
    return same ? before.groups() : commit.add(encoded);
  }

  /** A point for each day on which something changed: what was true at its end. */
  private SortedMap<Long, Integer> totals(Root root, long now) {
    int total = root.leaves().stream().mapToInt(LeafRef::counted).sum();
    SortedMap<Long, Integer> totals = new TreeMap<>(root.totals());
    if (!totals.isEmpty() && Integer.valueOf(total).equals(totals.get(totals.lastKey()))) {
      return totals;
    }
    if (!totals.isEmpty() && day(totals.lastKey()).equals(day(now))) {
      totals.remove(totals.lastKey());
    }
    totals.put(now, total);
    while (totals.size() > MOST_TOTALS) {
      totals.remove(totals.firstKey());
    }
    return totals;
  }

  private LocalDate day(long time) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(time), zone);
  }

  private List<String> problems(Root root, Groups groups, Commit commit, long now) {
    Set<EntityRef> known = groups.facts(now).keySet();
    SortedSet<String> missing = new TreeSet<>();
    groups.facts(now).values().stream()
        .map(EntityFacts::group)
        .filter(java.util.Objects::nonNull)
        .forEach(
            place -> {
              name(place.parents(), known, missing);
              name(place.children(), known, missing);
            });
    for (Entry entry : entries(root.of(EntityRef.USER), commit)) {
      if (entry.current() instanceof UserFacts user) {
        name(user.groups(), known, missing);
      }
    }
    List<String> problems = new ArrayList<>();
    missing.stream()
        .limit(MOST_PROBLEMS)
        .forEach(ref -> problems.add(ref + " is named as a group and not in the catalog"));
    if (missing.size() > MOST_PROBLEMS) {
      int more = missing.size() - MOST_PROBLEMS;
      problems.add(more + " more are named as groups and not in the catalog");
    }
    return problems;
  }

  private static void name(
      List<EntityRef> groups, Set<EntityRef> known, SortedSet<String> missing) {
    groups.stream()
        .filter(group -> !known.contains(group) && !group.isUser())
        .forEach(group -> missing.add(group.toString()));
  }
}
