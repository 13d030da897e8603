package dev.housecount.insights;

import dev.housecount.event.EntityPath;
import dev.housecount.event.EntityRef;
import dev.housecount.rollup.PageKind;
import dev.housecount.rollup.Run;
import dev.housecount.rollup.Visit;
import dev.housecount.rollup.Who;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did with a template.
 *
 * @param run null for a visit
 * @param form whether its form was visited, and not its entity's page
 * @param visits how often; 0 for a run
 */
record Touch(EntityRef template, Who who, boolean form, int visits, @Nullable Run run) {
  static List<Touch> of(Activity activity) {
    return Stream.concat(
            activity.visits().stream().flatMap(Touch::of),
            activity.runs().stream().flatMap(Touch::of))
        .toList();
  }

  private static Stream<Touch> of(Visit visit) {
    EntityRef entity = visit.entity();
    boolean form = visit.kind() == PageKind.TEMPLATE_FORM;
    return entity != null
            && entity.kind().equals(EntityPath.TEMPLATE)
            && (form || visit.kind().isOfEntity())
        ? Stream.of(new Touch(entity, visit.who(), form, visit.times(), null))
        : Stream.empty();
  }

  private static Stream<Touch> of(Run run) {
    EntityRef template = run.template();
    return template == null
        ? Stream.empty()
        : Stream.of(new Touch(template, run.who(), false, 0, run));
  }

  /** How often its form was visited. */
  int opened() {
    return form ? visits : 0;
  }

  boolean isRun() {
    return run != null;
  }

  boolean ended(Run.Outcome how) {
    return run != null && run.outcome() == how;
  }
}
