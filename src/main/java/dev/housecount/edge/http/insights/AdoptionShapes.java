package dev.housecount.edge.http.insights;

import dev.housecount.event.EntityRef;
import dev.housecount.insights.AdoptionPage;
import dev.housecount.insights.Answer;
import dev.housecount.insights.Grain;
import dev.housecount.insights.Row;
import dev.housecount.insights.Table;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table as Red Hat's page expects it. */
final class AdoptionShapes {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

  private final Answer answer;
  private final Grain grain;

  private AdoptionShapes(Answer answer, Grain grain) {
    this.answer = answer;
    this.grain = grain;
  }

  static Map<String, Object> of(String type, Grain grain, Answer answer) {
    AdoptionShapes shapes = new AdoptionShapes(answer, grain);
    List<Map<String, @Nullable Object>> data =
        switch (type) {
          case "total_users" -> List.of(shapes.totalUsers());
          case "active_users" -> shapes.activeUsers();
          case "top_searches" -> shapes.searches();
          default -> shapes.top(type);
        };
    Map<String, Object> body = new LinkedHashMap<>();
    boolean grouped = List.of("active_users", "top_searches", "top_plugins").contains(type);
    if (grouped && !data.isEmpty()) {
      body.put("grouping", AdoptionQueries.grouping(grain));
    }
    body.put("data", data);
    return body;
  }

  /** The data of a body, a line each, the names of the members as header. */
  static String csv(Map<String, Object> body) {
    List<String> lines = new ArrayList<>();
    for (Object item : (List<?>) Objects.requireNonNull(body.get("data"))) {
      Map<?, ?> members = (Map<?, ?>) item;
      if (lines.isEmpty()) {
        lines.add(members.keySet().stream().map(String::valueOf).collect(Collectors.joining(",")));
      }
      lines.add(members.values().stream().map(AnswerCsv::cell).collect(Collectors.joining(",")));
    }
    return String.join("\r\n", lines) + "\r\n";
  }

  private Map<String, @Nullable Object> totalUsers() {
    Row total = answer.table().total();
    Map<String, @Nullable Object> users = new LinkedHashMap<>();
    users.put(AdoptionPage.ACTIVE, total.get(AdoptionPage.ACTIVE));
    // The page divides by it: without a catalog nobody knows of others.
    users.put(
        AdoptionPage.MEMBERS,
        Objects.requireNonNullElse(
            total.get(AdoptionPage.MEMBERS),
            Objects.requireNonNullElse(total.get(AdoptionPage.ACTIVE), 0L)));
    return users;
  }

  private List<Map<String, @Nullable Object>> activeUsers() {
    List<Map<String, @Nullable Object>> data = new ArrayList<>();
    for (Row row : answer.table().rows()) {
      if (figure(row, "users") > 0) {
        Map<String, @Nullable Object> point = new LinkedHashMap<>();
        point.put("date", date(String.valueOf(row.get("period"))));
        point.put("total_users", figure(row, "users"));
        point.put("new_users", figure(row, "new"));
        point.put("returning_users", figure(row, "returning") + figure(row, "resurrected"));
        data.add(point);
      }
    }
    return data;
  }

  private List<Map<String, @Nullable Object>> searches() {
    List<Map<String, @Nullable Object>> data = new ArrayList<>();
    for (Row row : answer.table().rows()) {
      if (figure(row, "searches") > 0) {
        Map<String, @Nullable Object> point = new LinkedHashMap<>();
        point.put("date", date(String.valueOf(row.get("period"))));
        point.put("count", figure(row, "searches"));
        data.add(point);
      }
    }
    return data;
  }

  /** What is hidden is not in it. */
  private static long figure(Row row, String column) {
    return row.get(column) instanceof Number number ? number.longValue() : 0;
  }

  /** Without the rest: the page shows what is used most. */
  private List<Map<String, @Nullable Object>> top(String type) {
    Table table = answer.table();
    int rows = table.rows().size() - (table.other() > 0 ? 1 : 0);
    return table.rows().subList(0, rows).stream().map(row -> top(type, row)).toList();
  }

  private Map<String, @Nullable Object> top(String type, Row row) {
    String name = String.valueOf(row.get("name"));
    Map<String, @Nullable Object> item = new LinkedHashMap<>();
    switch (type) {
      case "top_plugins" -> plugin(item, name, row);
      case "top_templates" -> item.put("entityref", name);
      default -> entity(item, type, name);
    }
    if (!type.equals("top_plugins")) {
      item.put("last_used", row.get("last_used"));
      item.put("count", row.get("count"));
    }
    return item;
  }

  private static void entity(Map<String, @Nullable Object> item, String type, String name) {
    EntityRef ref = EntityRef.parse(name, "component").orElseThrow();
    item.put(
        type.equals("top_techdocs") ? "site_name" : "plugin_id",
        type.equals("top_techdocs") ? ref.name() : "catalog");
    item.put("kind", ref.kind());
    item.put("namespace", ref.namespace());
    item.put("name", ref.name());
  }

  private void plugin(Map<String, @Nullable Object> item, String name, Row row) {
    List<Map<String, Object>> trend = new ArrayList<>();
    if (row.get("trend") instanceof List<?> points) {
      points.forEach(point -> trend.add(point((Map<?, ?>) point)));
    }
    item.put("plugin_id", name);
    item.put("visit_count", row.get("count"));
    item.put("trend", trend);
    item.put("trend_percentage", percentage(trend));
  }

  private Map<String, Object> point(Map<?, ?> point) {
    Map<String, Object> dated = new LinkedHashMap<>();
    dated.put("date", date(String.valueOf(point.get("date"))));
    dated.put("count", Objects.requireNonNull(point.get("count")));
    return dated;
  }

  /** From the first to the last, in hundredths of a percent; null where there is no first. */
  private static @Nullable Double percentage(List<Map<String, Object>> trend) {
    if (trend.isEmpty()) {
      return null;
    }
    long first = count(trend.get(0));
    long last = count(trend.get(trend.size() - 1));
    return Math.round((last - first) * 10_000.0 / first) / 100.0;
  }

  private static long count(Map<String, Object> point) {
    return ((Number) Objects.requireNonNull(point.get("count"))).longValue();
  }

  /** As that backend writes it: days as dates, months by their last day, all else as times. */
  private String date(String label) {
    return switch (grain) {
      case HOUR -> OffsetDateTime.parse(label).format(TIME);
      case DAY -> label;
      case WEEK -> time(LocalDate.parse(label));
      case MONTH -> time(lastOfMonth(LocalDate.parse(label)));
    };
  }

  private LocalDate lastOfMonth(LocalDate first) {
    LocalDate last = first.withDayOfMonth(first.lengthOfMonth());
    LocalDate end = answer.question().days().last();
    return last.isAfter(end) ? end : last;
  }

  private String time(LocalDate date) {
    ZoneId zone = answer.question().zone();
    return date.atStartOfDay(zone).format(TIME);
  }
}
