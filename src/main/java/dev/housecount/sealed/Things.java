package dev.housecount.sealed;

import dev.housecount.event.EntityRef;
import dev.housecount.hydrate.Place;
import dev.housecount.rollup.Miss;
import dev.housecount.rollup.Present;
import dev.housecount.rollup.Run;
import dev.housecount.rollup.RunEvent;
import dev.housecount.rollup.Search;
import dev.housecount.rollup.Seen;
import dev.housecount.rollup.Visit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the fold tells, as rows; {@link Telling} has the way back. */
final class Things {
  /** Of runs of which the backend told. */
  static final String BACKEND = "backend";

  private Things() {}

  static Row row(Present present, int who) {
    return new Row(who, Section.PRESENCE.time(present.at()), List.of(), List.of());
  }

  static Row row(Seen seen, int who) {
    return new Row(
        who,
        Section.PLACES.time(seen.at()),
        words(seen.place(), seen.action(), text(seen.entity())),
        List.of());
  }

  static Row row(Visit visit, int who) {
    return new Row(
        who,
        Section.VISITS.time(visit.at()),
        words(visit.place(), visit.page(), visit.kind().name(), text(visit.entity())),
        List.of());
  }

  static Row row(Miss miss, int who) {
    return new Row(
        who,
        Section.MISSES.time(miss.at()),
        words(miss.place(), miss.subject(), text(miss.entity())),
        List.of());
  }

  static Row row(Search search, int who) {
    return new Row(
        who,
        Section.SEARCHES.time(search.at()),
        words(search.place(), search.action(), search.term(), search.state().name()),
        List.of((double) search.discovered(), (double) search.ranked(), search.ranks()));
  }

  static Row row(RunEvent event, int who) {
    Integer steps = event.steps();
    return new Row(
        who,
        Section.RUNS.time(event.at()),
        words(
            event.place(),
            event.state(),
            text(event.template()),
            event.task() == null ? null : event.task().value(),
            event.origin()),
        Arrays.asList(event.value(), steps == null ? null : Double.valueOf(steps)));
  }

  /** Without its task, which only tells which events are of one run. */
  static Row row(Run run, int who) {
    EntityRef template = run.template();
    Integer steps = run.steps();
    return new Row(
        who,
        Section.WHOLE_RUNS.time(run.at()),
        words(
            run.place(),
            text(template),
            run.origin(),
            run.backend() ? BACKEND : null,
            run.outcome().name()),
        Arrays.asList(
            run.seconds(), run.minutesSaved(), steps == null ? null : Double.valueOf(steps)));
  }

  /** The action of a row of searches. */
  static String action(Row search) {
    return Objects.requireNonNull(search.words().get(2));
  }

  private static List<@Nullable String> words(Place place, @Nullable String... more) {
    @Nullable String[] words = new @Nullable String[more.length + 2];
    words[0] = place.plugin();
    words[1] = place.section();
    System.arraycopy(more, 0, words, 2, more.length);
    return Arrays.asList(words);
  }

  private static @Nullable String text(@Nullable EntityRef entity) {
    return entity == null ? null : entity.toString();
  }
}
