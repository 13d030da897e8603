package dev.housecount.insights;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

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
          NotFound.report());

  private final ActivitySource source;
  private final Directory.Source directories;
  private final SmallGroups groups;
  private final Duration kept;
  private final ZoneId zone;
  private final Clock clock;
  private final Older older;

  /**
   * @param kept how long people are: who was seen before that is new
   * @param zone the portal's
   * @param older answers for the time before
   */
  public Insights(
      ActivitySource source,
      Directory.Source directories,
      SmallGroups groups,
      Duration kept,
      ZoneId zone,
      Clock clock,
      Older older) {
    this.source = source;
    this.directories = directories;
    this.groups = groups;
    this.kept = kept;
    this.zone = zone;
    this.clock = clock;
    this.older = older;
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
   * @throws NotKeptException when it is about a time of which no such answer was kept
   * @throws dev.housecount.store.StoreUnavailableException when the store cannot answer now
   */
  public Answer answer(Report report, Question question) {
    Answer kept = older.answer(report, question, live -> live(report, live));
    return kept == null ? live(report, question) : kept;
  }

  private Answer live(Report report, Question question) {
    return new Answering(
            report,
            question,
            source.open(),
            directories.open(),
            groups,
            kept,
            zone,
            clock.instant())
        .answer();
  }
}
