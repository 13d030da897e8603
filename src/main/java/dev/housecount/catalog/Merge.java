package dev.housecount.catalog;

import dev.housecount.catalog.Entry.Version;
import dev.housecount.catalog.StagedPage.StagedLeaf;
import dev.housecount.keys.Pseudonymizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The pages of a generation and the catalog before: what is the catalog then. Used once. */
final class Merge {
  private static final int[] NO_PAGE = {};

  private final Shelf shelf;
  private final String portal;
  private final Root root;
  private final Pseudonymizer pseudonymizer;
  private final long now;
  private final long keptSince;
  private final Map<String, Integer> indexes = new HashMap<>();

  /** For each leaf, the last page that has an entry as it is; empty for no page. */
  private final int[][] seen;

  private final TreeMap<String, Upsert> upserts = new TreeMap<>();
  private final SortedMap<String, List<Adoptable>> adoptables = new TreeMap<>();
  private final Tally tally = new Tally();

  /**
   * @param keptSince what was superseded before is of no use any more
   */
  Merge(
      Shelf shelf,
      String portal,
      Root root,
      Pseudonymizer pseudonymizer,
      long now,
      long keptSince) {
    this.shelf = shelf;
    this.portal = portal;
    this.root = root;
    this.pseudonymizer = pseudonymizer;
    this.now = now;
    this.keptSince = keptSince;
    this.seen = new int[root.leaves().size()][];
    for (int i = 0; i < root.leaves().size(); i++) {
      indexes.put(root.leaves().get(i).id(), i);
      seen[i] = NO_PAGE;
    }
  }

  private record Upsert(int page, CapturedEntity facts) {}

  private record Adoptable(StagedLeaf staged, int page) {
    String first() {
      return staged.leaf().first();
    }
  }

  /** How entities fared. */
  static final class Tally {
    private int added;
    private int changed;
    private int removed;
    private int unchanged;

    Completion completion() {
      return new Completion(added + changed + unchanged, added, changed, removed, unchanged);
    }

    private boolean count(@Nullable CapturedEntity before, @Nullable CapturedEntity after) {
      if (Objects.equals(before, after)) {
        unchanged += after == null ? 0 : 1;
        return false;
      }
      added += before == null ? 1 : 0;
      removed += after == null ? 1 : 0;
      changed += before != null && after != null ? 1 : 0;
      return true;
    }
  }

  Completion completion() {
    return tally.completion();
  }

  /**
   * Adds a page; in the order of their numbers.
   *
   * @throws LostRecordException when what it was compared with is there no more
   */
  void add(StagedPage page) {
    if (!pseudonymizer.knows(page.keyId())) {
      throw new LostRecordException(); // taken under a key that was taken back
    }
    Root base = shelf.root(portal, page.root(), root.keyId());
    for (Presence presence : page.presences()) {
      LeafRef leaf = base.leaves().get(presence.leaf());
      Integer index = indexes.get(leaf.id());
      if (index == null) {
        List<Entry> entries = shelf.leaf(portal, leaf);
        BitSet present = presence.in(entries, page.number());
        present.stream().mapToObj(entries::get).forEach(entry -> addOld(entry, base, page));
      } else {
        mark(index, presence, page.number());
      }
    }
    for (byte[] changes : page.changes()) {
      addNew(shelf.codec(portal).decode(changes, now), page.keyId(), page.number());
    }
    for (StagedLeaf staged : page.leaves()) {
      if (page.keyId().equals(root.keyId()) || !staged.leaf().people()) {
        adoptables
            .computeIfAbsent(staged.leaf().kind(), kind -> new ArrayList<>())
            .add(new Adoptable(staged, page.number()));
      } else {
        addNew(entries(staged), page.keyId(), page.number());
      }
    }
  }

  private void addOld(Entry entry, Root base, StagedPage page) {
    CapturedEntity facts = entry.current();
    if (facts != null) {
      upsert(page.number(), renewed(facts, base.keyId()));
    }
  }

  private void addNew(List<Entry> entries, String keyId, int page) {
    entries.forEach(entry -> upsert(page, renewed(Objects.requireNonNull(entry.current()), keyId)));
  }

  private CapturedEntity renewed(CapturedEntity facts, String keyId) {
    return keyId.equals(root.keyId()) ? facts : Renewed.from(keyId, pseudonymizer).apply(facts);
  }

  private void upsert(int page, CapturedEntity facts) {
    upserts.merge(
        Entry.key(facts),
        new Upsert(page, facts),
        (one, other) -> other.page >= one.page ? other : one);
  }

  private List<Entry> entries(StagedLeaf staged) {
    return shelf.leaf(portal, staged.leaf().bornAt(now));
  }

  private void mark(int index, Presence presence, int page) {
    LeafRef leaf = root.leaves().get(index);
    int[] pages = seen[index];
    if (pages.length == 0) {
      pages = new int[leaf.entries()];
      seen[index] = pages;
    }
    if (presence.mode() == Presence.Mode.ALL) {
      Arrays.fill(pages, page);
    } else {
      boolean told = presence.bits() != null;
      List<Entry> entries = told ? List.of() : shelf.leaf(portal, leaf);
      int[] marked = pages;
      presence.in(entries, page).stream().forEach(entry -> marked[entry] = page);
    }
  }

  /** The leaves that are the catalog from now on. */
  List<LeafRef> leaves(Commit commit) {
    prefetch();
    SortedSet<String> kinds = new TreeSet<>(adoptables.keySet());
    root.leaves().forEach(leaf -> kinds.add(leaf.kind()));
    upserts.keySet().forEach(key -> kinds.add(Entry.kind(key)));
    List<LeafRef> leaves = new ArrayList<>();
    int from = 0;
    for (String kind : kinds) {
      int to = from;
      while (to < root.leaves().size() && root.leaves().get(to).kind().equals(kind)) {
        to++;
      }
      if (from == to) {
        addFresh(kind, commit, leaves);
      } else {
        // The kind came meanwhile.
        adoptables.getOrDefault(kind, List.of()).forEach(this::unpack);
        new Rewriting(commit, leaves).run(kind, from, to);
      }
      from = to;
    }
    return leaves;
  }

  private void prefetch() {
    SortedSet<Integer> read = new TreeSet<>();
    for (int i = 0; i < root.leaves().size(); i++) {
      if (!isWhole(i)) {
        read.add(i);
      }
    }
    upserts.keySet().forEach(key -> read.add(root.homeOf(key)));
    shelf.prefetch(portal, read.tailSet(0).stream().map(root.leaves()::get).toList());
  }

  private void unpack(Adoptable adoptable) {
    entries(adoptable.staged).forEach(entry -> upsert(adoptable.page, current(entry)));
  }

  private static CapturedEntity current(Entry entry) {
    return Objects.requireNonNull(entry.current());
  }

  /** A kind that the catalog did not have. */
  private void addFresh(String kind, Commit commit, List<LeafRef> leaves) {
    List<Adoptable> adopted = adopted(adoptables.getOrDefault(kind, List.of()));
    String from = Entry.from(kind);
    for (Adoptable next : adopted) {
      addEntries(upserts.subMap(from, next.first()), commit, leaves);
      leaves.add(next.staged.leaf().bornAt(now));
      tally.added += next.staged.leaf().alive();
      from = next.staged.last() + "\0";
    }
    addEntries(upserts.subMap(from, Entry.beyond(kind)), commit, leaves);
  }

  /** Those that overlap with nothing; the others become single entities. */
  private List<Adoptable> adopted(Collection<Adoptable> candidates) {
    List<Adoptable> left = new ArrayList<>(candidates);
    left.sort(Comparator.comparing(Adoptable::first));
    List<Adoptable> conflicting = new ArrayList<>();
    for (int i = 1; i < left.size(); i++) {
      if (left.get(i).first().compareTo(left.get(i - 1).staged.last()) <= 0) {
        conflicting.addAll(left.subList(i - 1, i + 1));
      }
    }
    if (!conflicting.isEmpty()) {
      conflicting.stream().distinct().forEach(this::unpack);
      left.removeAll(conflicting);
      return adopted(left);
    }
    List<Adoptable> covered = left.stream().filter(this::coversChanges).toList();
    if (!covered.isEmpty()) {
      covered.forEach(this::unpack);
      left.removeAll(covered);
      return adopted(left);
    }
    return left;
  }

  private boolean coversChanges(Adoptable leaf) {
    return !upserts.subMap(leaf.first(), true, leaf.staged.last(), true).isEmpty();
  }

  private void addEntries(SortedMap<String, Upsert> fresh, Commit commit, List<LeafRef> leaves) {
    List<Entry> entries = new ArrayList<>();
    fresh.forEach((key, upsert) -> entries.add(entry(key, upsert)));
    leaves.addAll(commit.addLeaves(entries, now));
  }

  private Entry entry(String key, Upsert upsert) {
    tally.count(null, upsert.facts);
    return new Entry(key, upsert.page, List.of(new Version(now, upsert.facts)));
  }

  /** Goes through the leaves of one kind, and writes those again that change. */
  private final class Rewriting {
    private final Commit commit;
    private final List<LeafRef> leaves;
    private final List<Entry> pending = new ArrayList<>();

    Rewriting(Commit commit, List<LeafRef> leaves) {
      this.commit = commit;
      this.leaves = leaves;
    }

    void run(String kind, int from, int to) {
      for (int i = from; i < to; i++) {
        String first = i == from ? Entry.from(kind) : root.leaves().get(i).first();
        String end = i + 1 == to ? Entry.beyond(kind) : root.leaves().get(i + 1).first();
        SortedMap<String, Upsert> fresh = upserts.subMap(first, end);
        if (fresh.isEmpty() && isWhole(i)) {
          keep(i);
          tally.unchanged += root.leaves().get(i).alive();
        } else {
          rewrite(i, fresh);
        }
      }
      flush();
    }

    private void keep(int leaf) {
      flush();
      leaves.add(root.leaves().get(leaf));
    }

    private void flush() {
      leaves.addAll(commit.addLeaves(List.copyOf(pending), now));
      pending.clear();
    }

    private void rewrite(int leaf, SortedMap<String, Upsert> fresh) {
      SortedMap<String, Entry> entries = new TreeMap<>();
      List<Entry> before = shelf.leaf(portal, root.leaves().get(leaf));
      boolean changed = false;
      SortedMap<String, Upsert> added = new TreeMap<>(fresh);
      for (int i = 0; i < before.size(); i++) {
        Entry entry = before.get(i);
        Entry next = next(entry, seenIn(leaf, i), added.remove(entry.key()));
        changed |= next.versions() != entry.versions();
        Entry kept = next.since(keptSince);
        if (kept != null) {
          entries.put(kept.key(), kept);
        }
      }
      added.forEach((key, upsert) -> entries.put(key, entry(key, upsert)));
      if (changed || !added.isEmpty()) {
        pending.addAll(entries.values());
      } else {
        keep(leaf);
      }
    }

    private Entry next(Entry entry, int seenIn, @Nullable Upsert upsert) {
      CapturedEntity before = entry.current();
      boolean replaced = upsert != null && upsert.page > seenIn;
      CapturedEntity after =
          upsert != null && replaced ? upsert.facts : seenIn > 0 || upsert != null ? before : null;
      int page = upsert != null && replaced ? upsert.page : seenIn > 0 ? seenIn : entry.page();
      return tally.count(before, after)
          ? entry.with(now, after, page)
          : new Entry(entry.key(), page, entry.versions());
    }
  }

  private int seenIn(int leaf, int entry) {
    int[] pages = seen[leaf];
    return pages.length == 0 ? 0 : pages[entry];
  }

  /** Whether all that is alive in a leaf is there as it was; told without reading it. */
  private boolean isWhole(int leaf) {
    int[] pages = seen[leaf];
    long there = Arrays.stream(pages).filter(page -> page > 0).count();
    LeafRef ref = root.leaves().get(leaf);
    // Every one of all entries, or as many as are alive: no page has one that is not.
    return there == ref.entries() || there == ref.alive();
  }
}
