package dev.housecount.marks;

import java.util.NavigableMap;
import java.util.TreeMap;

/** What one actor did, in order; each step with how often it was added. */
final class Steps<T> {
  private final NavigableMap<Moment, T> steps = new TreeMap<>();
  private final TreeMap<Moment, Integer> repeated = new TreeMap<>();

  void add(Moment moment, T step) {
    if (steps.put(moment, step) != null) {
      repeated.merge(moment, 1, Integer::sum);
    }
  }

  /** Once less. */
  void remove(Moment moment) {
    if (repeated.containsKey(moment)) {
      repeated.computeIfPresent(moment, (same, count) -> count == 1 ? null : count - 1);
    } else {
      steps.remove(moment);
    }
  }

  boolean isEmpty() {
    return steps.isEmpty();
  }

  /** One of them; there is at least one. */
  T any() {
    return steps.firstEntry().getValue();
  }

  /** Whether there is one from the first moment on and before the last. */
  boolean any(Moment first, Moment last) {
    Moment next = steps.ceilingKey(first);
    return next != null && next.compareTo(last) < 0;
  }

  /** Those after a moment and before another, in order. */
  NavigableMap<Moment, T> between(Moment after, Moment before) {
    return after.compareTo(before) < 0
        ? steps.subMap(after, false, before, false)
        : new TreeMap<>();
  }
}
