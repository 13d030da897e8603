package dev.housecount.rollup;

import dev.housecount.event.EntityPath;
import dev.housecount.event.EntityRef;
import dev.housecount.event.FieldValue;
import dev.housecount.event.Pseudonym;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which events tell of one run of a template. */
final class Runs {
  static final String CREATE = "create";
  static final String TASK = "task";

  private static final String SCAFFOLDER = "scaffolder";
  private static final String TASK_ID = "taskId";
  private static final Set<String> STATES =
      Set.of("open", "processing", "completed", "failed", "cancelled", "recovered");

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

  Runs(Asked asked, Tally tally) {
    this.asked = asked;
    this.tally = tally;
  }

  /** Whether an event tells of a run. Other plugins may have actions of these names. */
  static boolean isOfRun(Deed deed) {
    String action = deed.event().action();
    return (action.equals(CREATE)
            || (action.equals(TASK) && STATES.contains(deed.event().subject())))
        && isOfScaffolder(deed);
  }

  private static boolean isOfScaffolder(Deed deed) {
    String plugin = deed.place().plugin();
    return plugin == null
        || plugin.equals(SCAFFOLDER)
        || template(deed) != null
        || task(deed) != null;
  }

  /** Takes an event of which {@link #isOfRun} is true. */
  void take(Deed deed) {
    reach(deed.at());
    Pseudonym id = task(deed);
    Task task = id == null ? null : named.get(new Id(deed.who().portal(), id));
    if (task == null) {
      task = starts.before(deed, template(deed), id);
    }
    if (task == null) {
      task = new Task(deed);
      waiting += asked.has(deed.at()) ? 1 : 0;
    }
    Task known = task;
    starts.change(known, () -> known.take(deed, id, template(deed)));
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
      if (Humans.did(task.origin())) {
        tally.run(task.toRun());
      }
    }
    task.tell();
  }

  private static @Nullable EntityRef template(Deed deed) {
    EntityRef entity = deed.entity();
    return entity != null && entity.kind().equals(EntityPath.TEMPLATE) ? entity : null;
  }

  /** The hashed id of a task: the backend has it as an attribute, the portal in the context. */
  private static @Nullable Pseudonym task(Deed deed) {
    String attribute = FieldValue.text(deed.event().attributes(), TASK_ID);
    String id = attribute == null ? FieldValue.text(deed.event().context(), TASK_ID) : attribute;
    return id != null && Pseudonym.isPseudonym(id) ? new Pseudonym(id) : null;
  }
}
