package dev.housecount.insights;

import static dev.housecount.insights.Portal.column;
import static dev.housecount.insights.Portal.filtered;
import static dev.housecount.insights.Portal.fortnight;
import static dev.housecount.insights.Portal.line;
import static dev.housecount.insights.Portal.lines;
import static dev.housecount.insights.Portal.of;
import static dev.housecount.insights.Portal.plugin;
import static dev.housecount.insights.Portal.team;
import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.event.Pseudonym;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What reports do not tell because it is about fewer than five people, or would tell of them. */
class SmallGroupsTest {
  private static final String MONDAY = "2026-11-23T10:00:00Z";
  private static final String BEFORE = "2026-11-10T10:00:00Z";
  private static final String PLUGINS = "plugins";

  private final Portal portal = new Portal().hidingFewerThan(5);

  @Test
  void value_ofFewPeople_isInOther() {
    visit("/docs/default/component/a", 0, 9);
    visit("/create", 0, 6);
    visit("/search", 0, 3);
    Table table = portal.table(PLUGINS, fortnight());
    // Of three people alone other would tell: the next smallest is in it.
    assertThat(lines(table)).containsExactly("techdocs 9 9", "other 6 9");
    assertThat(table.other()).isEqualTo(2);
    assertThat(line(table.total())).isEqualTo("9 18");
  }

  @Test
  void value_ofFewPeople_staysHiddenWhateverLimitAndOrder() {
    visit("/docs/default/component/a", 0, 9);
    visit("/create", 0, 6);
    visit("/search", 0, 3);
    for (int limit = 1; limit < 4; limit++) {
      for (String sort : List.of("plugin", "users", "visits")) {
        assertThat(portal.rows(PLUGINS, limited(limit, sort)))
            .containsExactly("techdocs 9 9", "other 6 9");
      }
    }
  }

  private static java.util.function.UnaryOperator<Question> limited(int limit, String sort) {
    return q -> Portal.limited(q, limit, sort);
  }

  @Test
  void values_ofFewPeopleInAll_areOther() {
    visit("/create", 0, 2);
    assertThat(portal.rows(PLUGINS)).containsExactly("other 2 2");
  }

  @Test
  void value_ofSessionsAlone_isARow() {
    portal.visits(null, "/create", MONDAY);
    assertThat(portal.rows(PLUGINS)).containsExactly("scaffolder 0 1");
  }

  @Test
  void term_ofOnePerson_isInOther_ofTwoARow() {
    for (int i = 0; i < 2; i++) {
      portal.searches("p" + i, "kafka", 3, MONDAY);
      portal.searches("p" + i, "secret " + (char) ('a' + i), 0, "2026-11-24T10:00:00Z");
    }
    assertThat(portal.rows("searches"))
        .containsExactly("kafka 2 2 2 0 0 0 null", "other 2 2 0 2 0 0 null");
  }

  @Test
  void term_ofNobodyKnown_isInOther() {
    portal.searches(null, "secret", 0, MONDAY);
    for (int i = 0; i < 2; i++) {
      portal.searches("p" + i, "kafka", 3, MONDAY);
    }
    assertThat(portal.rows("searches"))
        .containsExactly("kafka 2 2 2 0 0 0 null", "other 0 1 0 1 0 0 null");
  }

  @Test
  void term_ofOnePerson_isInOtherEvenWhereNothingIsHidden() {
    Portal open = new Portal().hidingFewerThan(1);
    open.searches("p0", "secret", 0, MONDAY);
    open.searches("p0", "kafka", 3, MONDAY);
    open.searches("p1", "kafka", 3, MONDAY);
    assertThat(open.rows("searches"))
        .containsExactly("kafka 2 2 2 0 0 0 null", "other 1 1 0 1 0 0 null");
  }

  @Test
  void filter_thatLeavesFewPeople_hidesEverything() {
    visit("/create", 0, 9);
    visit("/search", 0, 3);
    Table table = portal.table("active-users", filtered(fortnight(), plugin("search")));
    assertThat(column(table, "users").values()).containsOnlyNulls();
    assertThat(line(table.total())).isEqualTo("null null null null");
    assertThat(table.hidden()).isEqualTo(14);
    Table rows = portal.table(PLUGINS, filtered(fortnight(), plugin("search")));
    assertThat(rows.rows()).isEmpty();
    assertThat(line(rows.total())).isEqualTo("null null");
    assertThat(rows.hidden()).isEqualTo(1);
  }

  @Test
  void filter_thatLeavesOutFewPeople_hidesEverything() {
    visit("/create", 0, 9);
    visit("/search", 0, 3);
    assertThat(portal.table(PLUGINS, filtered(fortnight(), plugin("scaffolder"))).rows()).isEmpty();
  }

  @Test
  void filter_thatLeavesNobody_isZero() {
    visit("/create", 0, 9);
    Table table = portal.table("active-users", filtered(fortnight(), plugin("kubernetes")));
    assertThat(line(table.total())).isEqualTo("0 0 0 0");
  }

  @Test
  void smallTeam_isHiddenInEveryReport() {
    portal.catalog.team("small", null, names(0, 4)).people(names(4, 20));
    visit("/create", 0, 20);
    Question question = filtered(fortnight(), team(false, "small"));
    for (Report report : Insights.reports()) {
      Table table = portal.table(report.card().name(), question);
      assertThat(figures(table)).as(report.card().name()).containsOnlyNulls();
      assertThat(table.hidden()).as(report.card().name()).isPositive();
    }
  }

  @Test
  void smallTeam_thatIsGoneByNow_isHidden_aLargeOneIsShown() {
    portal
        .catalog
        .team("few", null, names(0, 4))
        .team("many", null, names(4, 12))
        .people(names(12, 30))
        .removed("few", "2026-11-25T00:00:00Z")
        .removed("many", "2026-11-25T00:00:00Z");
    visit("/create", 0, 30);
    for (String report : List.of("summary", "active-users", PLUGINS)) {
      Question question = filtered(fortnight(), team(false, "few"));
      assertThat(figures(portal.table(report, question))).as(report).containsOnlyNulls();
    }
    assertThat(total(team(false, "few"))).isEqualTo("null null");
    assertThat(total(team(false, "many"))).isEqualTo("8 8");
    assertThat(total(team(false, "none"))).isEqualTo("0 0");
  }

  @Test
  void teamInWhichFewDidIt_whileOthersDid_isOther() {
    portal.catalog.team("team", null, names(0, 10)).people(names(10, 30));
    visit("/create", 0, 8);
    visit("/search", 0, 3);
    visit("/search", 10, 30);
    visit("/docs/default/component/a", 0, 10);
    // Outside the team three people wrote no documentation that the team did not.
    visit("/docs/default/component/a", 10, 13);
    assertThat(portal.rows(PLUGINS, q -> filtered(q, team(false, "team"))))
        .containsExactly("scaffolder 8 8", "other 10 13");
  }

  @Test
  void severalTeams_thatOverlap_areHidden_thatAreApartAreShown() {
    portal
        .catalog
        .team("a", null, names(0, 12))
        .team("b", null, names(6, 18))
        .team("c", null, names(20, 30))
        .people(names(30, 50));
    visit("/create", 0, 50);
    assertThat(total(team(false, "a"))).isEqualTo("12 12");
    assertThat(total(team(false, "b"))).isEqualTo("12 12");
    assertThat(total(team(false, "a", "c"))).isEqualTo("22 22");
    assertThat(total(team(false, "a", "b"))).isEqualTo("null null");
  }

  private String total(java.util.function.UnaryOperator<Filter> filter) {
    return line(portal.table(PLUGINS, filtered(fortnight(), filter)).total());
  }

  @Test
  void fewPeopleInTheCatalog_everythingIsHidden() {
    portal.catalog.people(names(0, 4));
    visit("/create", 0, 4);
    assertThat(figures(portal.table("summary", fortnight()))).containsOnlyNulls();
  }

  @Test
  void previous_isHiddenAsWell() {
    portal.catalog.team("small", null, names(0, 4)).people(names(4, 20));
    for (String name : names(0, 4)) {
      portal.visits(name, "/create", BEFORE);
    }
    Days days = fortnight().days();
    Question question = of(filtered(fortnight(), team(false, "small")), days, days.before(), "UTC");
    Answer answer = portal.ask("summary", question);
    assertThat(figures(answer.table())).containsOnlyNulls();
    assertThat(answer.previous()).isNotNull();
    assertThat(figures(answer.previous())).containsOnlyNulls();
  }

  /** Asks for every team, with and without child teams, and for everybody; then computes. */
  @Test
  void attack_byWhoeverKnowsTheMembers_findsNobody() {
    organisation();
    List<Set<Integer>> told = new ArrayList<>();
    Census census = portal.catalog.census("default", Portal.NOW);
    List<Pseudonym> people = List.copyOf(new LinkedHashSet<>(census.people()));
    addTold(told, null, portal.table("adoption", fortnight()), people, census, false);
    for (Census.Team team : census.teams()) {
      for (boolean direct : new boolean[] {false, true}) {
        Question question = filtered(fortnight(), team(direct, team.ref().name()));
        addTold(told, team, portal.table("adoption", question), people, census, direct);
      }
    }
    assertThat(told).hasSizeGreaterThan(4);
    assertThat(Attack.few(told, people.size(), 5)).isEmpty();
  }

  private void organisation() {
    portal
        .catalog
        .team("company", null)
        .team("north", "company", names(0, 2))
        .team("north-a", "north", names(2, 8))
        .team("north-b", "north", names(8, 11))
        .team("south", "company", names(11, 13))
        .team("south-a", "south", names(13, 19))
        .team("south-b", "south", names(7, 9))
        .people(names(0, 22));
    visit("/create", 0, 20);
  }

  private static void addTold(
      List<Set<Integer>> told,
      Census.Team team,
      Table table,
      List<Pseudonym> people,
      Census census,
      boolean direct) {
    String name = team == null ? null : team.ref().toString();
    table.rows().stream()
        .filter(row -> java.util.Objects.equals(row.get("team"), name))
        .filter(row -> row.get("active") != null)
        .forEach(
            row -> {
              Set<Pseudonym> members = team == null ? census.people() : team.members(direct);
              Set<Integer> numbers = new HashSet<>();
              members.forEach(member -> numbers.add(people.indexOf(member)));
              told.add(numbers);
            });
  }

  private static List<Object> figures(Table table) {
    List<Object> figures = new ArrayList<>();
    List<Row> rows = new ArrayList<>(table.rows());
    rows.add(table.total());
    for (Row row : rows) {
      table.columns().stream()
          .filter(column -> column.type().isFigure())
          .filter(column -> row.values().containsKey(column.name()))
          .forEach(column -> figures.add(row.get(column.name())));
    }
    figures.add(null); // a report may have no figure at all
    return figures;
  }

  private void visit(String path, int from, int to) {
    for (String name : names(from, to)) {
      portal.visits(name, path, MONDAY);
    }
  }

  private static String[] names(int from, int to) {
    String[] names = new String[to - from];
    for (int i = from; i < to; i++) {
      names[i - from] = "p" + i;
    }
    return names;
  }
}
