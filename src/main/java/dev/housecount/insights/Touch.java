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
 */
record Touch(EntityRef template, Who who, boolean form, @Nullable Run run) {
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
        ? Stream.of(new Touch(entity, visit.who(), form, null))
        : Stream.empty();
  }

  private static Stream<Touch> of(Run run) {
    EntityRef template = run.template();
    return template == null
        ? Stream.empty()
        : Stream.of(new Touch(template, run.who(), false, run));
  }

  boolean isView() {
    return run == null;
  }

  boolean isRun() {
    return run != null;
  }

  boolean ended(Run.Outcome how) {
    return run != null && run.outcome() == how;
  }
}
