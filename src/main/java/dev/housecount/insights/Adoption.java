package dev.housecount.insights;

import dev.housecount.event.EntityRef;
import dev.housecount.event.Pseudonym;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which of the people that could use the portal do, team by team. */
final class Adoption implements Report {
  /** Who was seen, but not for so many days, has lapsed. */
  private static final int LAPSED_DAYS = 28;

  private static final String TEAM = "team";
  private static final String PARENT = "parent";

  private static final List<Column> COLUMNS =
      List.of(
          Column.text(TEAM, "A group of the catalog with its child groups; null: everybody."),
          Column.text("title", "The group's title."),
          Column.people(
              "members",
              "People of the catalog whom the total-users filter takes, on the last day."),
          Column.people("active", "Members with an event that counts."),
          Column.share("adoption", "active divided by members."),
          Column.people("new", "Active members who were never seen before."),
          Column.people("lapsed", "Members who were seen, but not in the last 28 days."),
          Column.people("never", "Members who were never seen, as far back as events are kept."),
          Column.text(
              PARENT,
              "The nearest group above it whose figures, with child groups, are shown: the members"
                  + " of a hidden team are seen there. Null where there is none."));

  @Override
  public Card card() {
    return new Card(
        "adoption",
        "Who of those who could use the portal does, and which teams do not?",
        Parameter.all(Parameter.COMMON, EnumSet.of(Parameter.LIMIT, Parameter.SORT)));
  }

  @Override
  public Shape shape(Question question) {
    return new Shape(COLUMNS, Set.of(question.filter().presence()), true, true, false);
  }

  /** The share of those who are asked about; null where nobody is, or nobody knows. */
  static @Nullable Double share(View view, Set<Pseudonym> active) {
    Census census = view.census();
    if (census == null) {
      return null;
    }
    Set<Pseudonym> members = members(view.question().filter(), census);
    long there = members.stream().filter(active::contains).count();
    return members.isEmpty() ? null : Double.valueOf((double) there / members.size());
  }

  /** Whom a filter's teams are about; everybody where it names none. */
  private static Set<Pseudonym> members(Filter filter, Census census) {
    if (filter.teams().isEmpty()) {
      return census.people();
    }
    Set<Pseudonym> members = new HashSet<>();
    census.teams().stream()
        .filter(team -> filter.teams().contains(team.ref()))
        .forEach(team -> members.addAll(team.members(filter.direct())));
    members.retainAll(census.people());
    return members;
  }

  @Override
  public Table table(View view) {
    Census census = view.census();
    Filter filter = view.question().filter();
    if (census == null) {
      Row nothing = new Row(figures(view, Set.of())).hidden(COLUMNS);
      return new Table(COLUMNS, List.of(), nothing, 0, 0).withNotes(List.of(Notes.NO_CATALOG));
    }
    Disclosure<SmallGroups.Side> teams = view.groups().teams(census);
    ParentTeams parents = ParentTeams.of(census, teams);
    List<Row> rows = new ArrayList<>();
    if (filter.teams().isEmpty()) {
      rows.add(row(view, null, null, census.people(), null, view.shown()));
    }
    census.teams().stream()
        .filter(team -> isAsked(filter, team))
        .map(team -> row(view, team, teams, parents))
        .sorted(
            Sorting.by(view.question(), COLUMNS)
                .thenComparing(row -> String.valueOf(row.get(TEAM))))
        .limit(view.question().limit())
        .forEach(rows::add);
    Row total = new Row(figures(view, members(filter, census)));
    int hidden = (int) rows.stream().filter(row -> row.get("members") == null).count();
    return new Table(COLUMNS, rows, view.shown() ? total : total.hidden(COLUMNS), 0, hidden);
  }

  private static boolean isAsked(Filter filter, Census.Team team) {
    return filter.teams().isEmpty()
        || filter.teams().contains(team.ref())
        || !filter.direct() && team.above().stream().anyMatch(filter.teams()::contains);
  }

  private static Row row(
      View view, Census.Team team, Disclosure<SmallGroups.Side> teams, ParentTeams parents) {
    boolean direct = view.question().filter().direct();
    boolean shown = teams.shows(new SmallGroups.Side(team.ref(), direct));
    return row(view, team.ref(), team.title(), team.members(direct), parents.above(team), shown);
  }

  private static Row row(
      View view,
      @Nullable EntityRef team,
      @Nullable String title,
      Set<Pseudonym> members,
      @Nullable EntityRef parent,
      boolean shown) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put(TEAM, team == null ? null : team.toString());
    values.put("title", title);
    values.putAll(
        figures(view, members.stream().filter(view::isEligible).collect(Collectors.toSet())));
    values.put(PARENT, parent == null ? null : parent.toString());
    Row row = new Row(values);
    return shown ? row : row.hidden(COLUMNS);
  }

  private static Map<String, @Nullable Object> figures(View view, Set<Pseudonym> members) {
    Presence seen = view.seen();
    Instant recent = view.days().to().minusDays(LAPSED_DAYS).atStartOfDay(view.zone()).toInstant();
    long active = People.count(members, one -> seen.isSeen(one, view.from(), view.to()));
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("members", (long) members.size());
    values.put("active", active);
    values.put("adoption", members.isEmpty() ? null : (double) active / members.size());
    values.put(
        "new",
        People.count(
            members,
            one ->
                seen.isSeen(one, view.from(), view.to()) && !seen.isSeenBefore(one, view.from())));
    values.put(
        "lapsed",
        People.count(
            members,
            one -> seen.isSeenBefore(one, view.to()) && !seen.isSeen(one, recent, view.to())));
    values.put("never", People.count(members, one -> !seen.isSeenBefore(one, view.to())));
    return values;
  }
}
