package dev.housecount.scrub.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the finders found in one text, in no order, until {@link #inOrder} sorts it out. */
final class Finds {
  private final Set<FindKind> enabled;
  private final List<Find> found = new ArrayList<>();

  Finds(Set<FindKind> enabled) {
    this.enabled = enabled;
  }

  void add(FindKind kind, int start, int end) {
    if (enabled.contains(kind) || kind == FindKind.UUID) {
      found.add(new Find(kind, start, end));
    }
  }

  boolean wants(FindKind kind) {
    return enabled.contains(kind);
  }

  /**
   * Without overlaps: of two that overlap, one takes the place of both, so that no part of either
   * stays. Digits inside a UUID are part of it, also where UUIDs are not looked for.
   */
  List<Find> inOrder(Reading reading) {
    if (found.isEmpty()) {
      return List.of();
    }
    found.sort(Comparator.comparingInt(Find::start).thenComparing(Find::kind));
    List<Find> kept = new ArrayList<>(found.size());
    @Nullable Find last = null;
    for (Find next : found) {
      if (last == null || next.start() >= last.end()) {
        keep(last, kept, reading);
        last = next;
      } else {
        last = merge(last, next);
      }
    }
    keep(last, kept, reading);
    return kept;
  }

  private void keep(@Nullable Find find, List<Find> kept, Reading reading) {
    if (find != null && enabled.contains(find.kind())) {
      kept.add(
          new Find(find.kind(), reading.sourceStart(find.start()), reading.sourceEnd(find.end())));
    }
  }

  private static Find merge(Find a, Find b) {
    if (a.kind() == FindKind.URL_CREDENTIALS && b.kind() == FindKind.EMAIL) {
      return a; // A password and a host only look like an address; the host stays.
    }
    FindKind kind = a.kind().compareTo(b.kind()) <= 0 ? a.kind() : b.kind();
    return new Find(kind, Math.min(a.start(), b.start()), Math.max(a.end(), b.end()));
  }
}
