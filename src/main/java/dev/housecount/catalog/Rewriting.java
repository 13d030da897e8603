package dev.housecount.catalog;

import dev.housecount.catalog.Upserts.Upsert;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the leaves of one kind, and writes those again in which something changes, and what
 * little is left of others beside them.
 */
final class Rewriting {
  /** A leaf with so many times fewer entries than those that are written goes with them. */
  private static final int SLIVER = 4;

  private final Root root;
  private final Seen seen;
  private final Upserts upserts;
  private final Tally tally;
  private final Moment moment;
  private final Function<LeafRef, List<Entry>> entries;
  private final Commit commit;
  private final List<LeafRef> leaves = new ArrayList<>();
  private final List<Entry> pending = new ArrayList<>();

  /**
   * When it happens, in milliseconds since 1970.
   *
   * @param keptSince what was superseded before is of no use any more
   */
  record Moment(long now, long keptSince) {}

  Rewriting(
      Root root,
      Seen seen,
      Upserts upserts,
      Tally tally,
      Moment moment,
      Function<LeafRef, List<Entry>> entries,
      Commit commit) {
    this.root = root;
    this.seen = seen;
    this.upserts = upserts;
    this.tally = tally;
    this.moment = moment;
    this.entries = entries;
    this.commit = commit;
  }

  /**
   * The leaves from now on.
   *
   * @param from the index of the kind's first leaf
   * @param to behind the last
   */
  List<LeafRef> run(String kind, int from, int to) {
    for (int i = from; i < to; i++) {
      LeafRef leaf = root.leaves().get(i);
      String first = i == from ? Entry.from(kind) : leaf.first();
      String end = i + 1 == to ? Entry.beyond(kind) : root.leaves().get(i + 1).first();
      SortedMap<String, Upsert> fresh = upserts.between(first, end);
      if (fresh.isEmpty() && seen.isWhole(i)) {
        keep(leaf);
        tally.addUnchanged(leaf.alive());
      } else {
        rewrite(i, fresh);
      }
    }
    flush();
    return leaves;
  }

  private void keep(LeafRef leaf) {
    if (isSliver(leaf, pending.size())) {
      pending.addAll(entries.apply(leaf));
    } else {
      flush();
      leaves.add(leaf);
    }
  }

  private static boolean isSliver(LeafRef leaf, int beside) {
    return leaf.entries() * SLIVER <= beside;
  }

  /** Writes those again, with a sliver before them. */
  private void change(Collection<Entry> rewritten) {
    int last = leaves.size() - 1;
    if (pending.isEmpty() && last >= 0 && isSliver(leaves.get(last), rewritten.size())) {
      pending.addAll(entries.apply(leaves.remove(last)));
    }
    pending.addAll(rewritten);
  }

  private void flush() {
    leaves.addAll(commit.addLeaves(List.copyOf(pending), moment.now));
    pending.clear();
  }

  private void rewrite(int leaf, SortedMap<String, Upsert> fresh) {
    SortedMap<String, Entry> rewritten = new TreeMap<>();
    SortedMap<String, Upsert> added = new TreeMap<>(fresh);
    List<Entry> before = entries.apply(root.leaves().get(leaf));
    boolean changed = false;
    for (int i = 0; i < before.size(); i++) {
      Entry entry = before.get(i);
      Entry next = next(entry, seen.page(leaf, i), added.remove(entry.key()));
      changed |= next.versions() != entry.versions();
      Entry kept = next.since(moment.keptSince);
      if (kept != null) {
        rewritten.put(kept.key(), kept);
      }
    }
    added.forEach(
        (key, upsert) -> {
          tally.count(null, upsert.facts());
          rewritten.put(key, upsert.entry(key, moment.now));
        });
    if (changed || !added.isEmpty()) {
      change(rewritten.values());
    } else {
      keep(root.leaves().get(leaf));
    }
  }

  private Entry next(Entry entry, int seenIn, @Nullable Upsert upsert) {
    CapturedEntity before = entry.current();
    CapturedEntity after = seenIn > 0 || upsert != null ? before : null;
    int page = seenIn > 0 ? seenIn : entry.page();
    if (upsert != null && upsert.page() > seenIn) {
      after = upsert.facts();
      page = upsert.page();
    }
    return tally.count(before, after)
        ? entry.with(moment.now, after, page)
        : new Entry(entry.key(), page, entry.versions());
  }
}
