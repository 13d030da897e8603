package dev.housecount.insights;

import dev.housecount.event.EntityPath;
import dev.housecount.event.EntityRef;
import dev.housecount.rollup.PageKind;
import dev.housecount.rollup.Run;
import dev.housecount.rollup.Visit;
import dev.housecount.rollup.Who;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did with a template, or an agent.
 *
 * @param run of somebody; null for a visit, and for a run of an agent
 * @param form whether its form was visited, and not its entity's page
 * @param visits how often; 0 for a run
 * @param agent whether an agent or a service ran it
 */
record Touch(
    EntityRef template, Who who, boolean form, int visits, @Nullable Run run, boolean agent) {
  static List<Touch> of(Activity activity) {
    return Stream.concat(
            activity.visits().stream().flatMap(Touch::of),
            activity.runs().stream().flatMap(Touch::of))
        .toList();
  }

  /** What agents and services did. */
  static List<Touch> ofAgents(Activity activity) {
    List<Touch> touches = new ArrayList<>();
    for (Run run : activity.agentRuns()) {
      EntityRef template = run.template();
      if (template != null) {
        touches.add(new Touch(template, run.who(), false, 0, null, true));
      }
    }
    return touches;
  }

  private static Stream<Touch> of(Visit visit) {
    EntityRef entity = visit.entity();
    boolean form = visit.kind() == PageKind.TEMPLATE_FORM;
    return entity != null
            && entity.kind().equals(EntityPath.TEMPLATE)
            && (form || visit.kind().isOfEntity())
        ? Stream.of(new Touch(entity, visit.who(), form, visit.times(), null, false))
        : Stream.empty();
  }

  private static Stream<Touch> of(Run run) {
    EntityRef template = run.template();
    return template == null
        ? Stream.empty()
        : Stream.of(new Touch(template, run.who(), false, 0, run, false));
  }

  /** How often its form was visited. */
  int opened() {
    return form ? visits : 0;
  }

  boolean isRun() {
    return run != null;
  }

  boolean isByApi() {
    return run != null && run.isByApi();
  }

  boolean ended(Run.Outcome how) {
    return run != null && run.outcome() == how;
  }
}
