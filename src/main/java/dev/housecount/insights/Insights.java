package dev.housecount.insights;

import dev.housecount.event.EntityRef;
import dev.housecount.event.Pseudonym;
import dev.housecount.rollup.Asked;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers questions by reports, each for its range and for the one to compare with. */
public final class Insights {
  private static final List<Report> REPORTS =
      List.of(
          new Summary(),
          new ActiveUsers(),
          new Adoption(),
          VisitReport.plugins(),
          VisitReport.sections(),
          new Entities(),
          new Templates(),
          new TechDocs(),
          new Searches(),
          new NotFound());

  private final ActivitySource source;
  private final Directory.Source directories;
  private final SmallGroups groups;
  private final Duration kept;
  private final ZoneId zone;
  private final Clock clock;

  /**
   * @param kept how long events are
   * @param zone the portal's
   */
  public Insights(
      ActivitySource source,
      Directory.Source directories,
      SmallGroups groups,
      Duration kept,
      ZoneId zone,
      Clock clock) {
    this.source = source;
    this.directories = directories;
    this.groups = groups;
    this.kept = kept;
    this.zone = zone;
    this.clock = clock;
  }

  /** The portal's zone: whose days a question is about that names none. */
  public ZoneId zone() {
    return zone;
  }

  /** The date there. */
  public LocalDate today(ZoneId where) {
    return LocalDate.ofInstant(clock.instant(), where);
  }

  /** All reports, in the order in which they are listed. */
  public static List<Report> reports() {
    return REPORTS;
  }

  /** The report of a name. */
  public static Optional<Report> report(String name) {
    return REPORTS.stream().filter(report -> report.card().name().equals(name)).findFirst();
  }

  /**
   * What a report answers.
   *
   * @throws TooMuchToReadException when it would cost too much; a shorter range may do
   * @throws dev.housecount.store.StoreUnavailableException when the store cannot answer now
   */
  public Answer answer(Report report, Question question) {
    return new Answering(report, question).answer();
  }

  /** One answer in the making. */
  private final class Answering {
    private final Report report;
    private final Question question;
    private final Report.Shape shape;
    private final Instant now = clock.instant();
    private final ActivitySource.Reading reading = source.open();
    private final Directory directory = directories.open();
    private final Matcher matcher;
    private final Activity all;

    Answering(Report report, Question question) {
      this.report = report;
      this.question = question;
      this.shape = report.shape(question);
      this.matcher = new Matcher(question.filter(), directory);
      this.all = read();
    }

    Answer answer() {
      Table table = table(question.days());
      Days days = question.previous();
      Table previous = days == null ? null : table(days);
      Instant end = question.days().end(question.zone());
      return new Answer(
          report.card(),
          question,
          end.isBefore(now) ? end : now,
          report.compared(table, previous),
          previous,
          groups.fewest(),
          reading.units());
    }

    /** Both ranges at once where they meet; with history all that there is, once. */
    private Activity read() {
      Activity.Notes notes = new Activity.Notes();
      for (Days days : ranges()) {
        ZoneId zone = question.zone();
        Instant from = shape.history() ? now.minus(kept) : days.start(zone);
        Instant to = days.end(zone);
        if (from.isBefore(to)) {
          reading.tell(new Asked(from, to, question.filter().portals(), shape.parts()), notes);
        }
      }
      prefetch(notes.all());
      return notes.all();
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

    private void prefetch(Activity activity) {
      Filter filter = question.filter();
      for (String portal : filter.portals()) {
        Set<EntityRef> entities = new HashSet<>();
        Set<Pseudonym> people = new HashSet<>();
        activity.each(
            act -> {
              if (act.who().portal().equals(portal)) {
                note(act.entity(), entities);
                note(filter.teams().isEmpty() ? null : act.who().person(), people);
              }
            });
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
      Activity range = all.where(act -> !act.at().isBefore(from) && act.at().isBefore(to));
      Activity taken = range.where(matcher::hasAttributes);
      Activity done = shape.ownTeams() ? taken : taken.where(matcher::isOfTeams);
      Instant asOf = to.isAfter(now) ? now : to.minusMillis(1);
      Census census = census(asOf);
      return report.table(
          new View(
              question,
              days,
              done,
              leftOut(range, taken),
              presence(),
              census,
              asOf,
              all.runs().stream().anyMatch(run -> run.backend()),
              isShown(range, taken, done, census),
              directory,
              groups));
    }

    private Activity leftOut(Activity range, Activity taken) {
      return question.filter().teams().isEmpty()
          ? range.where(act -> !matcher.hasAttributes(act))
          : taken.where(act -> !matcher.isOfTeams(act));
    }

    private boolean isShown(
        Activity range, Activity taken, Activity done, @Nullable Census census) {
      Filter filter = question.filter();
      if (!groups.showsMembers(filter, census)) {
        return false;
      }
      if (!filter.hasAttributes()) {
        return true;
      }
      List<Set<Pseudonym>> outside = new ArrayList<>();
      outside.add(leftOut(range, taken).people());
      if (!filter.teams().isEmpty()) {
        outside.add(
            range.where(act -> matcher.isOfTeams(act) && !matcher.hasAttributes(act)).people());
      }
      return groups.showsPart(done.people(), outside);
    }

    private Presence presence() {
      List<Act> acts = new ArrayList<>();
      Activity seen =
          all.where(
              act -> matcher.hasAttributes(act) && (shape.ownTeams() || matcher.isOfTeams(act)));
      seen.seen().forEach(one -> acts.add(Act.of(one)));
      return Presence.of(acts);
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
}
