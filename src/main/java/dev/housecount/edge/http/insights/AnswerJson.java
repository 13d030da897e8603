package dev.housecount.edge.http.insights;

import dev.housecount.insights.Answer;
import dev.housecount.insights.Column;
import dev.housecount.insights.Days;
import dev.housecount.insights.Filter;
import dev.housecount.insights.Parameter;
import dev.housecount.insights.Question;
import dev.housecount.insights.Report;
import dev.housecount.insights.Row;
import dev.housecount.insights.Table;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reports and their answers, as members of a JSON object in the order in which they are shown. */
final class AnswerJson {
  private AnswerJson() {}

  static Map<String, @Nullable Object> of(Answer answer) {
    Question question = answer.question();
    Filter filter = question.filter();
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("report", answer.report().name());
    put(members, question.days());
    members.put("zone", question.zone().getId());
    members.put("grain", question.grain() == null ? null : question.grain().word());
    members.put("portal", filter.portals().size() == 1 ? filter.portals().iterator().next() : null);
    members.put("filters", filters(filter));
    members.put("completeUntil", answer.completeUntil().toString());
    members.put("columns", columns(answer.table().columns()));
    put(members, answer.table(), answer.fewest());
    Days before = question.previous();
    Table previous = answer.previous();
    members.put(
        "previous",
        before == null || previous == null ? null : previous(before, previous, answer.fewest()));
    members.put("notes", answer.notes());
    members.put("readUnits", answer.readUnits());
    return members;
  }

  private static Map<String, @Nullable Object> previous(Days days, Table table, int fewest) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    put(members, days);
    put(members, table, fewest);
    return members;
  }

  private static void put(Map<String, @Nullable Object> members, Days days) {
    members.put("from", days.from().toString());
    members.put("to", days.to().toString());
  }

  private static void put(Map<String, @Nullable Object> members, Table table, int fewest) {
    members.put("rows", table.rows().stream().map(Row::values).toList());
    members.put("total", table.total().values());
    if (table.other() > 0) {
      members.put(Table.OTHER, Map.of("values", table.other()));
    }
    Map<String, Object> hidden = new LinkedHashMap<>();
    hidden.put("rows", table.hidden());
    hidden.put("fewerThan", fewest);
    members.put("hidden", hidden);
  }

  private static Map<String, Object> filters(Filter filter) {
    Map<String, Object> members = new LinkedHashMap<>();
    if (filter.portals().size() > 1) {
      put(members, Parameter.PORTAL, filter.portals());
    }
    put(members, Parameter.TEAM, filter.teams());
    if (filter.direct()) {
      members.put(Parameter.DIRECT.word(), true);
    }
    put(members, Parameter.PLUGIN, filter.plugins());
    put(members, Parameter.KIND, filter.kinds());
    put(members, Parameter.TYPE, filter.types());
    put(members, Parameter.LIFECYCLE, filter.lifecycles());
    put(members, Parameter.OWNER, filter.owners());
    put(members, Parameter.ENTITY, filter.entities());
    put(members, Parameter.TEMPLATE, filter.templates());
    put(members, Parameter.ACTION, filter.actions());
    return members;
  }

  private static void put(Map<String, Object> members, Parameter parameter, Collection<?> values) {
    if (!values.isEmpty()) {
      members.put(parameter.word(), values.stream().map(Object::toString).sorted().toList());
    }
  }

  private static List<Map<String, Object>> columns(List<Column> columns) {
    return columns.stream().map(AnswerJson::of).toList();
  }

  private static Map<String, Object> of(Column column) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("name", column.name());
    members.put("type", column.type().word());
    String unit = column.unit();
    if (unit != null) {
      members.put("unit", unit);
    }
    members.put("definition", column.definition());
    return members;
  }

  /**
   * @param columns where a question names no options
   */
  static Map<String, Object> of(Report report, List<Column> columns) {
    Report.Card card = report.card();
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("name", card.name());
    members.put("question", card.asks());
    members.put(
        "parameters",
        card.parameters().stream()
            .sorted()
            .map(parameter -> Map.of("name", parameter.word(), "meaning", parameter.meaning()))
            .toList());
    members.put("columns", columns(columns));
    return members;
  }
}
