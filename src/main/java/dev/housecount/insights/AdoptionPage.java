package dev.housecount.insights;

import dev.housecount.rollup.Part;
import dev.housecount.rollup.Seen;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Red Hat's page of adoption insights asks; these reports are not listed. */
public final class AdoptionPage {
  /** Total of {@code total_users}: people who were active, and people of the catalog. */
  public static final String ACTIVE = "logged_in_users";

  public static final String MEMBERS = "licensed_users";

  private static final Map<String, Report> REPORTS =
      Map.of(
          "total_users", new TotalUsers(),
          "active_users", new ActiveUsers(),
          "top_plugins", TopList.plugins(),
          "top_templates", TopList.templates(),
          "top_techdocs", TopList.docs(),
          "top_searches", new SearchesOverTime(),
          "top_catalog_entities", TopList.entities());

  private AdoptionPage() {}

  /** What the page calls its questions. */
  public static Set<String> types() {
    return REPORTS.keySet();
  }

  /** The report behind a question of the page. */
  public static Optional<Report> report(String type) {
    return Optional.ofNullable(REPORTS.get(type));
  }

  /** How many people were active, of how many. */
  private static final class TotalUsers implements Report {
    private static final List<Column> COLUMNS =
        List.of(
            Column.people(ACTIVE, "People with an event that counts."),
            Column.people(MEMBERS, "People of the catalog."));

    @Override
    public Card card() {
      return new Card("total_users", "How many of all?", Parameter.COMMON);
    }

    @Override
    public Shape shape(Question question) {
      return Shape.of(COLUMNS, question.filter().presence());
    }

    @Override
    public Table table(View view) {
      Census census = view.census();
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      values.put(ACTIVE, (long) Activity.people(view.done().seen(), Seen::who).size());
      values.put(MEMBERS, census == null ? null : (long) census.people().size());
      Table table = new Table(COLUMNS, List.of(), new Row(values), 0, 0);
      return view.shown() ? table : table.allHidden();
    }
  }

  /** How often people searched, period by period. */
  private static final class SearchesOverTime implements Report {
    private static final List<Column> COLUMNS =
        List.of(
            Column.text("period", "When it begins."),
            Column.count("searches", "searches", "How often people searched."));

    @Override
    public Card card() {
      return new Card(
          "top_searches",
          "How often do people search?",
          Parameter.all(Parameter.COMMON, EnumSet.of(Parameter.GRAIN)));
    }

    @Override
    public Shape shape(Question question) {
      return Shape.ofTimes(COLUMNS, Part.SEARCHES);
    }

    @Override
    public Table table(View view) {
      List<Period> periods = view.periods();
      Map<Period, Long> counts =
          new Periods(periods).count(view.done().searches(), search -> search.at());
      List<Row> rows = new ArrayList<>();
      for (Period period : periods) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("period", period.label());
        values.put("searches", counts.getOrDefault(period, 0L));
        rows.add(new Row(values));
      }
      Table table = new Table(COLUMNS, rows, Table.NO_TOTAL, 0, 0);
      return view.shown() ? table : table.allHidden();
    }
  }
}
