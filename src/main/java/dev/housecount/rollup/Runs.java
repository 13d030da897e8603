package dev.housecount.rollup;

import dev.housecount.event.EntityPath;
import dev.housecount.event.EntityRef;
import dev.housecount.event.FieldValue;
import dev.housecount.event.Pseudonym;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
  private final Map<Start, List<Task>> starts = new HashMap<>();
  private final Asked asked;
  private final Tally tally;
  private int waiting;

  private record Id(String portal, Pseudonym task) {}

  /** Who starts which template. */
  private record Start(String portal, Pseudonym user, EntityRef template) {
    static @Nullable Start of(Who who, @Nullable EntityRef template) {
      Pseudonym user = who.user();
      return user == null || template == null ? null : new Start(who.portal(), user, template);
    }
  }

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
      task = justStarted(deed, id);
    }
    if (task == null) {
      task = new Task(deed);
      waiting += asked.has(deed.at()) ? 1 : 0;
    }
    task.take(deed, id, template(deed));
    index(task);
  }

  private void index(Task task) {
    tasks.touch(task, task);
    if (task.id() != null) {
      named.put(new Id(task.who().portal(), task.id()), task);
    }
    if (task.isCompleted() && completed.get(task) == null && !task.isTold()) {
      completed.touch(task, task);
    }
    Start start = Start.of(task.who(), task.template());
    if (start != null) {
      List<Task> same = starts.computeIfAbsent(start, begun -> new ArrayList<>(1));
      if (!same.contains(task)) {
        same.add(task);
      }
    }
  }

  /** The run that its user started just before; one of both events does not name the task. */
  private @Nullable Task justStarted(Deed deed, @Nullable Pseudonym id) {
    Start start = Start.of(deed.who(), template(deed));
    List<Task> same = start == null ? null : starts.get(start);
    if (same == null) {
      return null;
    }
    same.removeIf(task -> task.last().plus(Fold.SAME_START).isBefore(deed.at()));
    return same.stream().filter(task -> task.lacks(deed, id)).findFirst().orElse(null);
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
    Start start = Start.of(task.who(), task.template());
    if (start != null) {
      starts.computeIfPresent(
          start, (begun, same) -> same.remove(task) && same.isEmpty() ? null : same);
    }
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
