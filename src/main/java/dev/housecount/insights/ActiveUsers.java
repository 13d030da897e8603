package dev.housecount.insights;

import dev.housecount.event.Pseudonym;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How many people use the portal, period by period, and whether they come back. */
final class ActiveUsers implements Report {
  /** Who was not there for so many days has come back. */
  private static final int AWAY_DAYS = 28;

  private static final int WEEK_DAYS = 7;
  private static final int MONTH_DAYS = 28;

  private static final List<Column> COLUMNS =
      List.of(
          Column.text(
              "period",
              "The date on which it begins; of an hour the local time with its offset. Weeks begin on Monday; what reaches beyond the range is cut off."),
          Column.people("users", "People, guests not among them, with an event that counts."),
          Column.people("new", "Those who were never seen before, as far back as events are kept."),
          Column.people("returning", "The rest of them."),
          Column.people(
              "resurrected",
              "Those who were seen before, but not in the 28 days before the period."));

  private static final List<Column> BY_DAY =
      List.of(
          Column.people("wau", "People of the 7 days that end with this one."),
          Column.people("mau", "People of the 28 days that end with this one."),
          Column.share("stickiness", "users divided by mau."));

  @Override
  public Card card() {
    return new Card(
        "active-users",
        "How many people use the portal, and do they come back?",
        Parameter.all(Parameter.COMMON, Parameter.EVENTS, EnumSet.of(Parameter.GRAIN)));
  }

  @Override
  public Shape shape(Question question) {
    List<Column> columns = new ArrayList<>(COLUMNS);
    if (question.series() == Grain.DAY) {
      columns.addAll(BY_DAY);
    }
    boolean times = question.series() == Grain.HOUR;
    return new Shape(columns, Set.of(question.filter().presence()), true, false, times);
  }

  @Override
  public Table table(View view) {
    List<Row> rows = view.periods().stream().map(period -> row(view, period)).toList();
    Row total = new Row(figures(view, view.from(), view.to()));
    Table table = new Table(shape(view.question()).columns(), rows, total, 0, 0);
    return view.shown() ? table : table.allHidden();
  }

  private static Row row(View view, Period period) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("period", period.label());
    values.putAll(figures(view, period.from(), period.to()));
    if (view.question().series() == Grain.DAY) {
      long mau = daysTo(view, period, MONTH_DAYS);
      values.put("wau", daysTo(view, period, WEEK_DAYS));
      values.put("mau", mau);
      long users = view.seen().between(period.from(), period.to()).size();
      values.put("stickiness", mau == 0 ? null : (double) users / mau);
    }
    return new Row(values);
  }

  private static Map<String, @Nullable Object> figures(View view, Instant from, Instant to) {
    Presence seen = view.seen();
    Set<Pseudonym> users = seen.between(from, to);
    Instant away = from.atZone(view.zone()).minusDays(AWAY_DAYS).toInstant();
    long known = users.stream().filter(user -> seen.isSeenBefore(user, from)).count();
    long recent = users.stream().filter(user -> seen.isSeen(user, away, from)).count();
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("users", (long) users.size());
    values.put("new", users.size() - known);
    values.put("returning", recent);
    values.put("resurrected", known - recent);
    return values;
  }

  private static long daysTo(View view, Period day, int days) {
    ZoneId zone = view.zone();
    LocalDate first = LocalDate.parse(day.label()).minusDays(days - 1L);
    return view.seen().between(first.atStartOfDay(zone).toInstant(), day.to()).size();
  }
}
