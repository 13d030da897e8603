package dev.housecount.catalog;

import dev.housecount.catalog.CatalogStatus.Source;
import dev.housecount.catalog.Generations.Open;
import dev.housecount.catalog.Keeping.State;
import dev.housecount.catalog.Rewriting.Moment;
import dev.housecount.keys.Pseudonymizer;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes a generation of which all pages are there the catalog. See RATIONALE.md. */
final class Completing {
  private final Shelf shelf;
  private final Keeping keeping;
  private final Generations generations;
  private final Pseudonymizer pseudonymizer;

  Completing(Shelf shelf, Keeping keeping, Generations generations, Pseudonymizer pseudonymizer) {
    this.shelf = shelf;
    this.keeping = keeping;
    this.generations = generations;
    this.pseudonymizer = pseudonymizer;
  }

  Completion complete(String portal, String name, int pages, boolean empty, Source source) {
    return Keeping.retried(
        () -> attempt(portal, name, pages, empty, source, keeping.current(portal)));
  }

  private @Nullable Completion attempt(
      String portal, String name, int pages, boolean empty, Source source, State state) {
    long now = keeping.now();
    Head head = state.head();
    Open open = generations.find(portal, name, now);
    boolean again = !head.isNone() && name.equals(head.generation());
    boolean done = open != null && head.isDone(name, open.began());
    if (again && (open == null || done)) {
      return unchanged(state.root());
    }
    long began = open == null ? now : open.began();
    if (done || began < head.began()) {
      throw new OlderGenerationException();
    }
    SortedMap<Integer, StagedPage> there = open == null ? new TreeMap<>() : generations.pages(open);
    List<Integer> missing =
        IntStream.rangeClosed(1, pages).filter(n -> !there.containsKey(n)).boxed().toList();
    if (again && !missing.isEmpty()) {
      return unchanged(state.root()); // pages that came late, of what is the catalog already
    }
    List<Integer> surplus = List.copyOf(there.tailMap(pages + 1).keySet());
    if (!missing.isEmpty() || !surplus.isEmpty()) {
      throw new IncompleteGenerationException(missing, surplus);
    }
    boolean nothing = there.values().stream().allMatch(page -> page.accepted() == 0);
    if (nothing && !empty) {
      throw new EmptyGenerationException();
    }
    Head next = head.withGeneration(name, began, now, source, state.root().id());
    return merge(portal, there, next, state.root(), now);
  }

  /** Null when somebody else was faster. */
  private @Nullable Completion merge(
      String portal, SortedMap<Integer, StagedPage> pages, Head head, Root root, long now) {
    Merge merge =
        new Merge(shelf, portal, root, pseudonymizer, new Moment(now, keeping.keptSince()));
    List<Integer> lost = new ArrayList<>();
    for (StagedPage page : pages.values()) {
      try {
        merge.add(page);
      } catch (LostRecordException e) {
        lost.add(page.number());
      }
    }
    if (!lost.isEmpty()) {
      throw new IncompleteGenerationException(lost, List.of());
    }
    Commit commit = new Commit(shelf, portal);
    List<LeafRef> leaves = merge.leaves(commit);
    if (leaves.equals(root.leaves()) && !root.totals().isEmpty()) {
      return shelf.put(portal, head) ? merge.completion() : null;
    }
    Root next = keeping.maker(portal).next(root, leaves, commit, now);
    return commit.replace(head, root, next, Commit.due(now)) ? merge.completion() : null;
  }

  private static Completion unchanged(Root root) {
    int alive = root.leaves().stream().mapToInt(LeafRef::alive).sum();
    return new Completion(alive, 0, 0, 0, alive);
  }
}
