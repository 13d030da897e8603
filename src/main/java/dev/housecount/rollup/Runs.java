package dev.housecount.rollup;

import dev.housecount.event.Pseudonym;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Which events tell of one run of a template. Given all of them from a day before the range on, in
 * the order of time, it tells the runs that began in the range. Not safe for concurrent use.
 */
public final class Runs {
  private final Recent<Task, Task> tasks = new Recent<>(Fold.SAME_RUN, Task::last, this::forget);

  /** Those that only wait for what the portal may still say of their start. */
  private final Recent<Task, Task> completed =
      new Recent<>(Fold.SAME_START, Task::completedAt, this::tell);

  private final Map<Id, Task> named = new HashMap<>();
  private final Starts starts = new Starts();
  private final Asked asked;
  private final Tally tally;
  private int waiting;

  private record Id(String portal, Pseudonym task) {}

  /**
   * @param asked the range; its parts do not matter
   * @param tally told of runs only
   */
  public Runs(Asked asked, Tally tally) {
    this.asked = asked;
    this.tally = tally;
  }

  /** Takes the next event. */
  public void take(RunEvent event) {
    reach(event.at());
    Pseudonym id = event.task();
    Task task = id == null ? null : named.get(new Id(event.who().portal(), id));
    if (task == null) {
      task = starts.before(event);
    }
    if (task == null) {
      task = new Task(event);
      waiting += asked.has(event.at()) ? 1 : 0;
    }
    Task known = task;
    starts.change(known, () -> known.take(event));
    index(known);
  }

  private void index(Task task) {
    tasks.touch(task, task);
    if (task.id() != null) {
      named.put(new Id(task.who().portal(), task.id()), task);
    }
    if (task.isCompleted() && completed.get(task) == null && !task.isTold()) {
      completed.touch(task, task);
    }
  }

  /**
   * Whether all is known of the runs of the range.
   *
   * @param certain all events before it were taken, and none of them is taken any more
   */
  public boolean isComplete(Instant certain) {
    reach(certain);
    return !certain.isBefore(asked.to()) && !areOpen();
  }

  /** Tells what is certain when all before a time is known. */
  void reach(Instant time) {
    completed.reach(time);
    tasks.reach(time);
  }

  /** Whether something that is asked for may go on. */
  boolean areOpen() {
    return waiting > 0;
  }

  private void forget(Task task) {
    tell(task);
    if (task.id() != null) {
      named.remove(new Id(task.who().portal(), task.id()), task);
    }
    starts.remove(task);
  }

  private void tell(Task task) {
    if (!task.isTold() && asked.has(task.at())) {
      waiting--;
      task.toRun().tellTo(tally);
    }
    task.tell();
  }

  /** Tells what still goes on, as it is by now. Nothing can be taken afterwards. */
  public void finish() {
    reach(Instant.MAX);
  }
}
