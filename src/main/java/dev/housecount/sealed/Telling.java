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
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells the rows of a record as the fold told them. Many rows have the same words and times: what
 * they mean is made once, since a year of a large portal is millions of rows.
 */
final class Telling {
  private final Section section;
  private final Tally tally;

  /** By the list, which all rows share that have the same words. */
  private final Map<List<@Nullable String>, Meaning> meanings = new IdentityHashMap<>();

  private long time;
  private Instant at;

  Telling(Section section, Tally tally) {
    this.section = section;
    this.tally = tally;
    this.at = section.at(time);
  }

  private record Meaning(Place place, @Nullable EntityRef entity) {}

  /** When it was. */
  Instant at(Row row) {
    if (row.time() != time) {
      time = row.time();
      at = section.at(time);
    }
    return at;
  }

  /** Tells a row. In digests it has a number more: how often. */
  void tell(Row row, Who who) {
    switch (section) {
      case PRESENCE -> tally.present(new Present(at(row), who));
      case PLACES -> tally.seen(new Seen(at(row), who, place(row), word(row, 2), entity(row)));
      case VISITS, OTHER_VISITS, ENTITY_VISITS, TEMPLATE_VISITS, TAB_VISITS, DOC_VISITS, USES ->
          tally.visit(
              new Visit(
                  at(row),
                  who,
                  place(row),
                  word(row, 2),
                  PageKind.valueOf(word(row, 3)),
                  entity(row),
                  times(row, 0)));
      case MISSES ->
          tally.miss(new Miss(at(row), who, place(row), word(row, 2), entity(row), times(row, 0)));
      case SEARCHES -> tally.search(search(row, who));
      case RUNS -> tally.runEvent(runEvent(row, who));
      case WHOLE_RUNS -> run(row, who).tellTo(tally);
    }
  }

  private Search search(Row row, Who who) {
    return new Search(
        at(row),
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

  private RunEvent runEvent(Row row, Who who) {
    String task = row.words().get(4);
    Double steps = row.numbers().get(1);
    return new RunEvent(
        at(row),
        who,
        place(row),
        word(row, 2),
        entity(row),
        task == null || !Pseudonym.isPseudonym(task) ? null : new Pseudonym(task),
        row.words().get(5),
        row.numbers().get(0),
        steps == null ? null : Integer.valueOf(steps.intValue()));
  }

  private Run run(Row row, Who who) {
    Double steps = row.numbers().get(2);
    return new Run(
        at(row),
        who,
        place(row),
        entity(row),
        null,
        row.words().get(3),
        row.words().get(4) != null,
        Run.Outcome.valueOf(word(row, 5)),
        row.numbers().get(0),
        row.numbers().get(1),
        steps == null ? null : Integer.valueOf(steps.intValue()));
  }

  private Place place(Row row) {
    return meaning(row).place;
  }

  private @Nullable EntityRef entity(Row row) {
    return meaning(row).entity;
  }

  private Meaning meaning(Row row) {
    return meanings.computeIfAbsent(
        row.words(),
        words -> {
          int entity = entityIn(section);
          return new Meaning(
              new Place(words.get(0), words.get(1)), entity < 0 ? null : entity(words.get(entity)));
        });
  }

  /** The word that names an entity; -1 where none does. */
  private static int entityIn(Section section) {
    return switch (section) {
      case PRESENCE, SEARCHES -> -1;
      case WHOLE_RUNS -> 2;
      case PLACES, MISSES, RUNS -> 3;
      case VISITS, OTHER_VISITS, ENTITY_VISITS, TEMPLATE_VISITS, TAB_VISITS, DOC_VISITS, USES -> 4;
    };
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

  private static String word(Row row, int index) {
    return Objects.requireNonNull(row.words().get(index));
  }

  private static int times(Row row, int index) {
    return index < row.numbers().size() ? (int) number(row, index) : 1;
  }

  private static double number(Row row, int index) {
    return Objects.requireNonNull(row.numbers().get(index));
  }
}
