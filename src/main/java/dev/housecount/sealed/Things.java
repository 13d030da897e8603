package dev.housecount.sealed;

import dev.housecount.event.EntityRef;
import dev.housecount.event.Pseudonym;
import dev.housecount.hydrate.Place;
import dev.housecount.rollup.Miss;
import dev.housecount.rollup.PageKind;
import dev.housecount.rollup.Present;
import dev.housecount.rollup.Run;
import dev.housecount.rollup.RunEvent;
import dev.housecount.rollup.Search;
import dev.housecount.rollup.Seen;
import dev.housecount.rollup.Tally;
import dev.housecount.rollup.Visit;
import dev.housecount.rollup.Who;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the fold tells, as rows and back. In digests rows have one number more: how often. */
final class Things {
  private static final String BACKEND = "backend";

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
    return word(search, 2);
  }

  /** Tells a row as the fold told it. */
  static void tell(Section section, Row row, Who who, Tally tally) {
    Instant at = section.at(row.time());
    switch (section) {
      case PRESENCE -> tally.present(new Present(at, who));
      case PLACES ->
          tally.seen(new Seen(at, who, place(row), word(row, 2), entity(row.words().get(3))));
      case VISITS, OTHER_VISITS, ENTITY_VISITS, TEMPLATE_VISITS, TAB_VISITS, DOC_VISITS, USES ->
          tally.visit(
              new Visit(
                  at,
                  who,
                  place(row),
                  word(row, 2),
                  PageKind.valueOf(word(row, 3)),
                  entity(row.words().get(4)),
                  times(row, 0)));
      case MISSES ->
          tally.miss(
              new Miss(
                  at, who, place(row), word(row, 2), entity(row.words().get(3)), times(row, 0)));
      case SEARCHES -> tally.search(search(row, at, who));
      case RUNS -> tally.runEvent(runEvent(row, at, who));
      case WHOLE_RUNS -> run(row, at, who).tellTo(tally);
    }
  }

  private static Search search(Row row, Instant at, Who who) {
    return new Search(
        at,
        who,
        place(row),
        word(row, 2),
        word(row, 3),
        Search.State.valueOf(word(row, 4)),
        (int) number(row, 0),
        (int) number(row, 1),
        number(row, 2),
        times(row, 3));
  }

  private static RunEvent runEvent(Row row, Instant at, Who who) {
    String task = row.words().get(4);
    Double steps = row.numbers().get(1);
    return new RunEvent(
        at,
        who,
        place(row),
        word(row, 2),
        entity(row.words().get(3)),
        task == null || !Pseudonym.isPseudonym(task) ? null : new Pseudonym(task),
        row.words().get(5),
        row.numbers().get(0),
        steps == null ? null : Integer.valueOf(steps.intValue()));
  }

  private static Run run(Row row, Instant at, Who who) {
    Double steps = row.numbers().get(2);
    return new Run(
        at,
        who,
        place(row),
        entity(row.words().get(2)),
        null,
        row.words().get(3),
        row.words().get(4) != null,
        Run.Outcome.valueOf(word(row, 5)),
        row.numbers().get(0),
        row.numbers().get(1),
        steps == null ? null : Integer.valueOf(steps.intValue()));
  }

  private static List<@Nullable String> words(Place place, @Nullable String... more) {
    @Nullable String[] words = new @Nullable String[more.length + 2];
    words[0] = place.plugin();
    words[1] = place.section();
    System.arraycopy(more, 0, words, 2, more.length);
    return Arrays.asList(words);
  }

  private static Place place(Row row) {
    return new Place(row.words().get(0), row.words().get(1));
  }

  private static String word(Row row, int index) {
    return Objects.requireNonNull(row.words().get(index));
  }

  private static int times(Row row, int index) {
    return index < row.numbers().size() ? (int) number(row, index) : 1;
  }

  private static double number(Row row, int index) {
    return Objects.requireNonNull(row.numbers().get(index));
  }

  private static @Nullable String text(@Nullable EntityRef entity) {
    return entity == null ? null : entity.toString();
  }

  private static @Nullable EntityRef entity(@Nullable String text) {
    if (text == null) {
      return null;
    }
    int kind = text.indexOf(':');
    int namespace = text.indexOf('/', kind);
    return new EntityRef(
        text.substring(0, kind),
        text.substring(kind + 1, namespace),
        text.substring(namespace + 1));
  }
}
