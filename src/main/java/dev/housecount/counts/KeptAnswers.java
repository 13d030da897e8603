package dev.housecount.counts;

import dev.housecount.insights.Answer;
import dev.housecount.insights.Column;
import dev.housecount.insights.Days;
import dev.housecount.insights.Filter;
import dev.housecount.insights.Grain;
import dev.housecount.insights.Insights;
import dev.housecount.insights.NotKeptException;
import dev.housecount.insights.Older;
import dev.housecount.insights.Parameter;
import dev.housecount.insights.Question;
import dev.housecount.insights.Report;
import dev.housecount.insights.Table;
import dev.housecount.store.ReadMeter;
import dev.housecount.store.RecordStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers from counts what is about days of which people are forgotten: exactly, or not at all. A
 * portal that was not there then is asked as ever.
 */
public final class KeptAnswers implements Older {
  private final CountStore store;
  private final Duration people;
  private final int fewest;
  private final ZoneId zone;
  private final Clock clock;
  private final ReadMeter meter;

  /**
   * @param records where counts are kept
   * @param people how long people are
   * @param fewest people that a figure may be about
   * @param zone the portal's
   */
  public KeptAnswers(
      RecordStore records, Duration people, int fewest, ZoneId zone, Clock clock, ReadMeter meter) {
    this.store = new CountStore(records);
    this.people = people;
    this.fewest = fewest;
    this.zone = zone;
    this.clock = clock;
    this.meter = meter;
  }

  @Override
  public @Nullable Answer answer(
      Report report, Question question, Function<Question, Answer> live) {
    double before = meter.units();
    Instant now = clock.instant();
    // The day in which they are being forgotten is answered as far as it is there.
    LocalDate known = LocalDate.ofInstant(now.minus(people), question.zone());
    Days compared = question.previous();
    boolean old = question.days().from().isBefore(known);
    boolean comparedOld = compared != null && compared.from().isBefore(known);
    if ((!old && !comparedOld)
        || !Insights.reports().contains(report)
        || !wasThere(question.filter(), known)) {
      return null;
    }
    Table table =
        old
            ? table(report, question.about(question.days(), null), known, live)
            : live.apply(question.about(question.days(), null)).table();
    Table previous = compared == null ? null : previous(report, question, compared, known, live);
    if (compared != null && previous == null) {
      table = noted(table, "The days before cannot be compared with. " + instead(known));
    }
    Instant end = question.days().end(question.zone());
    return new Answer(
        report.card(),
        question.about(question.days(), previous == null ? null : compared),
        end.isBefore(now) ? end : now.truncatedTo(ChronoUnit.SECONDS),
        report.compared(table, previous),
        previous,
        fewest,
        meter.units() - before);
  }

  /** Whether anybody is known to have been in one of the portals before a day. */
  private boolean wasThere(Filter filter, LocalDate known) {
    return filter.portals().stream()
        .map(store::index)
        .anyMatch(index -> index != null && index.since().isBefore(known));
  }

  private @Nullable Table previous(
      Report report,
      Question question,
      Days compared,
      LocalDate known,
      Function<Question, Answer> live) {
    Question other = question.about(compared, null);
    if (!compared.from().isBefore(known)) {
      return live.apply(other).table();
    }
    try {
      return table(report, other, known, live);
    } catch (NotKeptException e) {
      return null; // the question itself can be answered
    }
  }

  private Table table(
      Report report, Question question, LocalDate known, Function<Question, Answer> live) {
    Filter filter = question.filter();
    String portal = filter.portals().iterator().next();
    boolean plain =
        filter.equals(Filter.of(portal))
            && question.zone().equals(zone)
            && question.options().isEmpty();
    if (!plain) {
      throw new NotKeptException(instead(known));
    }
    if (report.card().parameters().contains(Parameter.GRAIN)) {
      if (question.series() == Grain.HOUR) {
        throw new NotKeptException(instead(known));
      }
      return new Series(store, portal, fewest, known, instead(known)).table(report, question, live);
    }
    return one(report, question, portal, known);
  }

  private Table one(Report report, Question question, String portal, LocalDate known) {
    Whole whole = Whole.of(question.days());
    LocalDate from = question.days().from();
    Counted counted =
        whole == null
            ? null
            : store
                .read(portal, whole.grain(), report.card().name(), from, from.plusDays(1))
                .get(from);
    boolean ranked = report.card().parameters().contains(Parameter.LIMIT);
    boolean cut = counted != null && ranked && question.limit() < counted.table().rows().size();
    if (counted == null || cut || question.sort() != null) {
      throw new NotKeptException(instead(known));
    }
    return shown(counted, report.shape(question).columns(), fewest);
  }

  /** Hidden where it was counted by a rule that hides less. */
  static Table shown(Counted counted, List<Column> columns, int fewest) {
    Table kept = counted.table();
    Table table =
        new Table(columns, kept.rows(), kept.total(), kept.other(), kept.hidden(), kept.notes());
    return counted.fewest() < fewest ? table.allHidden() : table;
  }

  static Table noted(Table table, String note) {
    List<String> notes = new ArrayList<>(table.notes());
    notes.add(note);
    return table.withNotes(notes);
  }

  private String instead(LocalDate known) {
    return ("People are known from %s on. Of the time before counts are kept of whole days, of"
            + " weeks from Monday on and of calendar months, of one portal, without filters and"
            + " options, sorted as by default, with \"limit\" not below 100, in the zone %s:"
            + " active-users answers any number of them, by the grains day, week and month, all"
            + " others one.")
        .formatted(known, zone);
  }
}
