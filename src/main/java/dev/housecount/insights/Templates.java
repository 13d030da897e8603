package dev.housecount.insights;

import dev.housecount.event.EntityRef;
import dev.housecount.rollup.Part;
import dev.housecount.rollup.Run;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How far people get with each template. */
final class Templates implements Report {
  private static final Column TEMPLATE = Column.text("template", "The software template.");

  @Override
  public Card card() {
    return Card.ranked(
        "templates",
        "Which templates are used, which are abandoned, and what do they save?",
        Parameter.STEPS);
  }

  @Override
  public Shape shape(Question question) {
    Ranking<Touch> ranking = ranking(EntityLabels.none(), runs -> 0);
    List<Column> columns =
        question.has(Parameter.STEPS) ? new TemplateSteps(ranking).columns() : ranking.columns();
    return Shape.of(columns, question.filter().needs(Part.TEMPLATE_VISITS), Part.RUNS);
  }

  @Override
  public Table table(View view) {
    SavedTime saved = new SavedTime(view);
    Ranking<Touch> ranking = ranking(new EntityLabels(view::entity), saved::of);
    List<Touch> done = Touch.of(view.done());
    List<Touch> leftOut = Touch.of(view.leftOut());
    if (view.question().has(Parameter.STEPS)) {
      return new TemplateSteps(ranking).table(view, done, leftOut);
    }
    Agents agents = Agents.of(view.done(), done);
    boolean told = view.backend() || view.done().runs().isEmpty();
    return ranking
        .table(view, agents.with(done), leftOut, agents.alone())
        .withNotes(told ? List.of() : List.of(Notes.NO_BACKEND));
  }

  /**
   * What agents ran.
   *
   * @param beside of templates that somebody did something with, too
   * @param alone of others
   */
  private record Agents(List<Touch> beside, List<Touch> alone) {
    static Agents of(Activity activity, List<Touch> done) {
      Set<EntityRef> touched = done.stream().map(Touch::template).collect(Collectors.toSet());
      List<Touch> all = Touch.ofAgents(activity);
      return new Agents(
          all.stream().filter(run -> touched.contains(run.template())).toList(),
          all.stream().filter(run -> !touched.contains(run.template())).toList());
    }

    List<Touch> with(List<Touch> done) {
      return Stream.concat(done.stream(), beside.stream()).toList();
    }
  }

  /** Minutes that runs save. */
  private interface Saving {
    double of(List<Run> runs);
  }

  private static Ranking<Touch> ranking(EntityLabels labels, Saving saving) {
    return new Ranking<>(
        TEMPLATE,
        List.of(labels.title(), labels.owner()),
        Stream.of(funnel(), outcomes(), people(), values(saving), origins())
            .flatMap(List::stream)
            .toList(),
        touch -> touch.template().toString(),
        Touch::who,
        SmallGroups.FEWEST);
  }

  private static List<Figure<Touch>> funnel() {
    return List.of(
        People.times(
            "views", "visits", "Visits of its entity's page or of its form.", Touch::visits),
        People.times("opened", "visits", "Visits of its form.", Touch::opened),
        People.count("submitted", "runs", "Runs that were begun.", Touch::isRun));
  }

  private static List<Figure<Touch>> outcomes() {
    return List.of(
        outcome("completed", "Runs that were completed", Run.Outcome.COMPLETED),
        outcome("failed", "Runs that failed", Run.Outcome.FAILED),
        outcome("cancelled", "Runs that were cancelled", Run.Outcome.CANCELLED));
  }

  private static Figure<Touch> outcome(String name, String which, Run.Outcome outcome) {
    return People.count(
        name,
        "runs",
        which + ", as the backend told; 0 where it tells nothing.",
        touch -> touch.ended(outcome));
  }

  private static List<Figure<Touch>> people() {
    return List.of(
        new Figure<>(
            Column.people("users", "People with a run that was begun."),
            touches ->
                (long)
                    Activity.people(touches.stream().filter(Touch::isRun).toList(), Touch::who)
                        .size()));
  }

  private static List<Figure<Touch>> values(Saving saving) {
    return List.of(
        new Figure<>(
            Column.number(
                "minutes_saved",
                "minutes",
                "What its completed runs saved, by the event's value, else by the annotation of"
                    + " that time; of all runs where the backend tells nothing."),
            touches -> saving.of(runs(touches))),
        new Figure<>(
            Column.number(
                "median_seconds", "seconds", "The median time of a run from open to completed."),
            touches -> median(runs(touches))));
  }

  private static List<Figure<Touch>> origins() {
    return List.of(
        People.count(
            "by_api",
            "runs",
            "Those of submitted that a script or another program began for somebody.",
            Touch::isByApi),
        People.count(
            "by_agent",
            "runs",
            "Runs that agents and services began; they are in no other column. Those of templates"
                + " that nobody did anything with are in the total only, and in other.",
            Touch::agent));
  }

  private static List<Run> runs(List<Touch> touches) {
    return touches.stream().map(Touch::run).filter(Objects::nonNull).toList();
  }

  private static @Nullable Number median(List<Run> runs) {
    double[] seconds =
        runs.stream()
            .filter(run -> run.outcome() == Run.Outcome.COMPLETED)
            .map(Run::seconds)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    int middle = seconds.length / 2;
    if (seconds.length == 0) {
      return null;
    }
    return seconds.length % 2 == 1
        ? Double.valueOf(seconds[middle])
        : Double.valueOf((seconds[middle - 1] + seconds[middle]) / 2);
  }
}
