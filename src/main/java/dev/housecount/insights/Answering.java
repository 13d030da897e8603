package dev.housecount.insights;

import dev.housecount.event.EntityRef;
import dev.housecount.event.Pseudonym;
import dev.housecount.rollup.Asked;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One answer in the making. */
final class Answering {
  private final Report report;
  private final Question question;
  private final Report.Shape shape;
  private final ActivitySource.Reading reading;
  private final Directory directory;
  private final SmallGroups groups;
  private final Duration kept;
  private final Instant now;
  private final boolean exact;
  private final Activity all;
  private final Filtered filtered;
  private final Presence seen;

  /**
   * @param kept how long events are
   * @param zone the portal's: its days are told as a whole where no times are asked for
   */
  Answering(
      Report report,
      Question question,
      ActivitySource.Reading reading,
      Directory directory,
      SmallGroups groups,
      Duration kept,
      ZoneId zone,
      Instant now) {
    this.report = report;
    this.question = question;
    this.shape = report.shape(question);
    this.reading = reading;
    this.directory = directory;
    this.groups = groups;
    this.kept = kept;
    this.now = now;
    this.exact = isExact(zone);
    this.all = read();
    Matcher matcher = new Matcher(question.filter(), directory);
    this.filtered = Filtered.of(all, question.filter(), matcher, !shape.ownTeams());
    this.seen = Presence.of(filtered.done().seen());
  }

  Answer answer() {
    Table table = table(question.days());
    Days days = question.previous();
    Table previous = days == null ? null : table(days);
    Instant end = question.days().end(question.zone());
    return new Answer(
        report.card(),
        question,
        end.isBefore(now) ? end : now.truncatedTo(ChronoUnit.SECONDS),
        report.compared(table, previous),
        previous,
        groups.fewest(),
        reading.units());
  }

  private boolean isExact(ZoneId zone) {
    return shape.times() || !question.zone().getRules().equals(zone.getRules());
  }

  /** Both ranges at once where they meet; with history all that there is, once. */
  private Activity read() {
    Activity.Notes notes = new Activity.Notes();
    for (Days days : ranges()) {
      ZoneId zone = question.zone();
      Instant from = shape.history() ? now.minus(kept) : days.start(zone);
      Instant to = days.end(zone);
      if (from.isBefore(to)) {
        tell(from, to, notes);
      }
    }
    prefetch(notes.all());
    return notes.all();
  }

  /** In parts that are in a range or not as a whole, where no times are told. */
  private void tell(Instant from, Instant to, Activity.Notes notes) {
    NavigableSet<Instant> bounds = new TreeSet<>(Set.of(from, to));
    if (!exact) {
      bounds.addAll(bounds(question.days()));
      bounds.addAll(question.previous() == null ? List.of() : bounds(question.previous()));
    }
    Instant reached = from;
    for (Instant bound : bounds.subSet(from, false, to, true)) {
      reading.tell(
          new Asked(reached, bound, question.filter().portals(), shape.parts(), exact), notes);
      reached = bound;
    }
  }

  private List<Instant> bounds(Days days) {
    return List.of(days.start(question.zone()), days.end(question.zone()));
  }

  private List<Days> ranges() {
    Days days = question.days();
    Days previous = question.previous();
    if (previous == null) {
      return List.of(days);
    }
    boolean meet = !previous.to().isBefore(days.from()) && !days.to().isBefore(previous.from());
    if (!meet && !shape.history()) {
      return List.of(previous, days);
    }
    return List.of(
        new Days(
            previous.from().isBefore(days.from()) ? previous.from() : days.from(),
            previous.to().isAfter(days.to()) ? previous.to() : days.to()));
  }

  /** What was said of people and entities when they did something, as far as anyone asks. */
  private void prefetch(Activity activity) {
    Filter filter = question.filter();
    for (String portal : filter.portals()) {
      Set<EntityRef> entities = new HashSet<>();
      Set<Pseudonym> people = new HashSet<>();
      activity.each(
          act -> {
            if (act.who().portal().equals(portal)) {
              note(filter.asksTheCatalog() ? act.entity() : null, entities);
              note(filter.teams().isEmpty() ? null : act.who().person(), people);
            }
          });
      activity.runs().forEach(run -> note(run.template(), entities));
      directory.prefetch(portal, entities, people);
    }
  }

  private static <T> void note(@Nullable T one, Set<T> all) {
    if (one != null) {
      all.add(one);
    }
  }

  private Table table(Days days) {
    Instant from = days.start(question.zone());
    Instant to = days.end(question.zone());
    Filtered range = filtered.where(act -> !act.at().isBefore(from) && act.at().isBefore(to));
    Instant asOf = to.isAfter(now) ? now : to.minusMillis(1);
    Census census = census(asOf);
    return report.table(
        new View(
            question,
            days,
            range.done(),
            range.leftOut(),
            seen,
            census,
            asOf,
            all.runs().stream().anyMatch(run -> run.backend()),
            isShown(range, census),
            directory,
            groups));
  }

  private boolean isShown(Filtered range, @Nullable Census census) {
    Filter filter = question.filter();
    Set<Pseudonym> inside = range.done().people();
    return groups.showsMembers(filter, census)
        && (shape.ownTeams() || groups.showsFormer(filter, census, inside))
        && (!filter.hasAttributes() || groups.showsPart(inside, range.outside()));
  }

  private @Nullable Census census(Instant asOf) {
    return question.filter().portals().stream()
        .sorted()
        .map(portal -> directory.census(portal, asOf))
        .filter(census -> census != null)
        .reduce(Census::and)
        .orElse(null);
  }
}
