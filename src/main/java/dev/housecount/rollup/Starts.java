package dev.housecount.rollup;

import dev.housecount.event.EntityRef;
import dev.housecount.event.Pseudonym;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs by who started which template, so that an event that names no task finds its run. */
final class Starts {
  private final Map<Start, List<Task>> tasks = new HashMap<>();

  /**
   * Who starts what.
   *
   * @param user null where nobody is named: portals that send no users have runs, too
   */
  private record Start(String portal, @Nullable Pseudonym user, EntityRef template) {
    static @Nullable Start of(Who who, @Nullable EntityRef template) {
      return template == null ? null : new Start(who.portal(), who.user(), template);
    }

    static @Nullable Start of(Task task) {
      return of(task.who(), task.template());
    }
  }

  /** The run that was started just before; one of it and the event does not name the task. */
  @Nullable Task before(RunEvent event) {
    Start start = Start.of(event.who(), event.template());
    List<Task> same = start == null ? null : tasks.get(start);
    if (same == null) {
      return null;
    }
    same.removeIf(task -> task.last().plus(Fold.SAME_START).isBefore(event.at()));
    return same.stream().filter(task -> task.lacks(event)).findFirst().orElse(null);
  }

  /** Lets a run change: afterwards its user or its template may be known. */
  void change(Task task, Runnable change) {
    Start before = Start.of(task);
    change.run();
    Start after = Start.of(task);
    if (before != null && !before.equals(after)) {
      remove(before, task);
    }
    if (after != null) {
      List<Task> same = tasks.computeIfAbsent(after, start -> new ArrayList<>(1));
      if (!same.contains(task)) {
        same.add(task);
      }
    }
  }

  void remove(Task task) {
    Start start = Start.of(task);
    if (start != null) {
      remove(start, task);
    }
  }

  private void remove(Start start, Task task) {
    tasks.computeIfPresent(
        start, (same, started) -> started.remove(task) && started.isEmpty() ? null : started);
  }
}
