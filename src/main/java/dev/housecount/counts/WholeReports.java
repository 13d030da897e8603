package dev.housecount.counts;

import dev.housecount.insights.Filter;
import dev.housecount.insights.Grain;
import dev.housecount.insights.Insights;
import dev.housecount.insights.Parameter;
import dev.housecount.insights.Question;
import dev.housecount.insights.Report;
import dev.housecount.insights.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * All reports about a whole day, week or month.
 *
 * @param fewest people that a figure is about
 */
record WholeReports(Insights insights, int fewest) {
  /**
   * @param whole whether all that was done is still there: if not, searches may be over, and are
   *     left out
   */
  List<Counted> answer(String portal, Whole due, boolean whole) {
    List<Counted> all = new ArrayList<>();
    for (Report report : Insights.reports()) {
      String name = report.card().name();
      if (whole || !name.equals(Faceless.SEARCHES)) {
        Table table =
            Faceless.of(name, insights.answer(report, question(report, portal, due)).table());
        all.add(new Counted(name, fewest, whole ? table : Faceless.withoutSearches(table)));
      }
    }
    return all;
  }

  private Question question(Report report, String portal, Whole due) {
    boolean series = report.card().parameters().contains(Parameter.GRAIN);
    Grain grain = series ? due.grain() : null;
    return new Question(
        due.days(),
        insights.zone(),
        null,
        Filter.of(portal),
        grain,
        Question.DEFAULT_LIMIT,
        null,
        Set.of());
  }
}
