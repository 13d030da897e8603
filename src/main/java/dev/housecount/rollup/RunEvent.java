package dev.housecount.rollup;

import dev.housecount.event.EntityPath;
import dev.housecount.event.EntityRef;
import dev.housecount.event.FieldValue;
import dev.housecount.event.Pseudonym;
import dev.housecount.hydrate.Place;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one event tells of a run: all that {@link Runs} needs to know.
 *
 * @param state of the task as the backend tells it; {@link #CREATE} where the portal tells that it
 *     was submitted
 * @param template null where the event names none
 * @param task the hashed id of the task; null where the event has none
 * @param origin where it was begun; null where the event does not say
 * @param value the event's, minutes saved or seconds; null for none
 * @param steps how many the template's form has, 1 or more; null where unknown
 */
public record RunEvent(
    Instant at,
    Who who,
    Place place,
    String state,
    @Nullable EntityRef template,
    @Nullable Pseudonym task,
    @Nullable String origin,
    @Nullable Double value,
    @Nullable Integer steps) {
  static final String CREATE = "create";

  /** The action of the backend's events. */
  static final String TASK = "task";

  private static final String SCAFFOLDER = "scaffolder";
  private static final String TASK_ID = "taskId";
  private static final Set<String> STATES =
      Set.of("open", "processing", "completed", "failed", "cancelled", "recovered");

  /** Null for an event that tells of no run: other plugins may have actions of these names. */
  static @Nullable RunEvent of(Deed deed) {
    String action = deed.event().action();
    boolean task = action.equals(TASK) && STATES.contains(deed.event().subject());
    if (!task && !action.equals(CREATE)) {
      return null;
    }
    RunEvent event =
        new RunEvent(
            deed.at(),
            deed.who(),
            deed.place(),
            task ? deed.event().subject() : CREATE,
            template(deed),
            task(deed),
            Humans.origin(deed.hydrated()),
            deed.event().value(),
            steps(deed));
    return event.isOfScaffolder() ? event : null;
  }

  private boolean isOfScaffolder() {
    String plugin = place.plugin();
    return plugin == null || plugin.equals(SCAFFOLDER) || template != null || task != null;
  }

  /** Whether the backend tells it. */
  boolean isOfBackend() {
    return !state.equals(CREATE);
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

  private static @Nullable Integer steps(Deed deed) {
    return deed.event().attributes().get("templateSteps") instanceof FieldValue.Num number
            && number.value() >= 1
        ? Integer.valueOf((int) number.value())
        : null;
  }
}
