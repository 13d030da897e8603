package dev.housecount.insights;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * People by what a combination of sums says of them: a form over the unknown factors of the
 * combination. Where one is a multiple of the other, both are 0 or none: these people are one cell.
 * Whom every combination leaves out are in none.
 */
final class Cells {
  private final int fewest;
  private final Map<Form, Integer> people = new LinkedHashMap<>();
  private final List<Set<Form>> byUnknown = new ArrayList<>();
  private final Deque<Form> large = new ArrayDeque<>();
  private long work;

  Cells(int unknowns, int fewest) {
    this.fewest = fewest;
    for (int i = 0; i < unknowns; i++) {
      byUnknown.add(new LinkedHashSet<>());
    }
  }

  void add(Form form, int count) {
    if (form.isZero()) {
      return;
    }
    Form cell = form.scaled(form.last());
    int all = people.merge(cell, count, Integer::sum);
    if (all == count) {
      cell.unknowns().forEach(unknown -> byUnknown.get(unknown).add(cell));
    }
    if (all >= fewest) {
      large.add(cell);
    }
  }

  boolean isEmpty() {
    return people.isEmpty();
  }

  /** Whether the unknown says anything of anybody. */
  boolean has(int unknown) {
    return !byUnknown.get(unknown).isEmpty();
  }

  boolean has(Form cell) {
    return people.containsKey(cell);
  }

  /** How many people are in the cells that have the unknown. */
  int people(int unknown) {
    return byUnknown.get(unknown).stream().mapToInt(people::get).sum();
  }

  /** All, those of most people first. */
  List<Form> largestFirst() {
    return people.entrySet().stream()
        .sorted(Map.Entry.<Form, Integer>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * Cells that come to 0 in every combination about few people. As often as people may be few,
   * people are taken away whose forms are independent and add up to all that are left: if somebody
   * is still there, and the combination is about them, it is about somebody taken away each time.
   */
  List<Form> abundant() {
    Map<Form, Integer> left = new LinkedHashMap<>();
    largestFirst().forEach(cell -> left.put(cell, people.get(cell)));
    for (int taken = 1; taken < fewest; taken++) {
      Basis basis = new Basis();
      left.replaceAll((cell, count) -> basis.isNew(cell) ? count - 1 : count);
      left.values().removeIf(count -> count == 0);
      work += basis.work();
    }
    return List.copyOf(left.keySet());
  }

  /** One of enough people: a combination about few is 0 there. Null when there is none. */
  @Nullable Form large() {
    while (!large.isEmpty()) {
      Form cell = large.poll();
      if (people.containsKey(cell)) {
        return cell;
      }
    }
    return null;
  }

  /** What has been done so far, in steps. */
  long work() {
    return work;
  }

  /** Takes as much of a form from each as the unknown is in it. */
  void replace(int unknown, Form less) {
    Map<Form, Integer> changed = new LinkedHashMap<>();
    List.copyOf(byUnknown.get(unknown)).forEach(cell -> changed.put(cell, remove(cell)));
    for (Map.Entry<Form, Integer> cell : changed.entrySet()) {
      Form form = cell.getKey();
      add(form.minus(less, form.factor(unknown)), cell.getValue());
      work += form.size() + less.size();
    }
  }

  private int remove(Form cell) {
    cell.unknowns().forEach(unknown -> byUnknown.get(unknown).remove(cell));
    return people.remove(cell);
  }
}
