package dev.housecount.catalog;

import dev.housecount.catalog.StagedPage.StagedLeaf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Leaves that came with pages: taken over as they are where nothing else lies among them. */
final class Adoption {
  private final Upserts upserts;
  private final Function<StagedLeaf, List<Entry>> entries;
  private final SortedMap<String, List<Candidate>> byKind = new TreeMap<>();

  /**
   * @param upserts what leaves that cannot be taken over become
   * @param entries reads a leaf
   */
  Adoption(Upserts upserts, Function<StagedLeaf, List<Entry>> entries) {
    this.upserts = upserts;
    this.entries = entries;
  }

  private record Candidate(StagedLeaf staged, int page) {
    String first() {
      return staged.leaf().first();
    }

    String last() {
      return staged.last();
    }
  }

  void add(StagedLeaf staged, int page) {
    byKind
        .computeIfAbsent(staged.leaf().kind(), kind -> new ArrayList<>())
        .add(new Candidate(staged, page));
  }

  SortedSet<String> kinds() {
    return new TreeSet<>(byKind.keySet());
  }

  /** Makes all leaves of a kind single entities. */
  void unpack(String kind) {
    unpack(candidates(kind));
  }

  /** Those that overlap with nothing, in their order; the others become single entities. */
  List<StagedLeaf> take(String kind) {
    List<Candidate> left = candidates(kind);
    List<Candidate> conflicting;
    do {
      conflicting = conflicting(left);
      unpack(conflicting);
      left.removeAll(conflicting);
    } while (!conflicting.isEmpty());
    return left.stream().map(Candidate::staged).toList();
  }

  private List<Candidate> candidates(String kind) {
    List<Candidate> sorted = new ArrayList<>(byKind.getOrDefault(kind, List.of()));
    sorted.sort(Comparator.comparing(Candidate::first));
    return sorted;
  }

  private List<Candidate> conflicting(List<Candidate> sorted) {
    List<Candidate> conflicting = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      Candidate leaf = sorted.get(i);
      boolean after = i > 0 && leaf.first().compareTo(sorted.get(i - 1).last()) <= 0;
      boolean before =
          i + 1 < sorted.size() && sorted.get(i + 1).first().compareTo(leaf.last()) <= 0;
      if (after || before || !upserts.isEmpty(leaf.first(), leaf.last())) {
        conflicting.add(leaf);
      }
    }
    return conflicting;
  }

  private void unpack(List<Candidate> candidates) {
    candidates.forEach(leaf -> upserts.addAll(leaf.page, entries.apply(leaf.staged)));
  }
}
