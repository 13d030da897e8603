package dev.housecount.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The report of key figures. */
final class Summary {
  private final Portrait portrait;
  private final Oracle oracle;

  Summary(Portrait portrait, Oracle oracle) {
    this.portrait = portrait;
    this.oracle = oracle;
  }

  Answer answer(Question question) {
    Map<String, Object> now = figures(question);
    Map<String, Object> before = figures(question.previous());
    List<Map<String, Object>> rows = new ArrayList<>();
    now.forEach(
        (metric, value) -> {
          Map<String, Object> row = new LinkedHashMap<>();
          row.put("metric", metric);
          row.put("value", value);
          row.put("previous", before.get(metric));
          rows.add(row);
        });
    return new Answer(rows, Map.of());
  }

  private Map<String, Object> figures(Question question) {
    List<Search> searches = oracle.searchesOf(question);
    List<Visit> visits = oracle.visits(question);
    Templates templates = new Templates(portrait);
    List<Run> runs = templates.runs(question);
    long zero = searches.stream().filter(Search::isZero).count();
    long known = zero + searches.stream().filter(Search::isProductive).count();
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("active_users", portrait.active(question.range(), question).size());
    figures.put("adoption", oracle.adopters(eligible(question), question).get("adoption"));
    figures.put("visits", visits.size());
    figures.put("searches", searches.size());
    figures.put("zero_result_share", known == 0 ? null : zero / (double) known);
    figures.put("template_runs", runs.size());
    figures.put("hours_saved", templates.minutes(runs) / 60);
    figures.put("docs_readers", oracle.users(visits.stream().filter(Visit::isOfDocs).toList()));
    return figures;
  }

  private Set<String> eligible(Question question) {
    List<String> teams = question.values("team");
    Set<String> eligible = portrait.facts().refs("user");
    if (!teams.isEmpty()) {
      eligible.removeIf(
          user ->
              teams.stream()
                  .noneMatch(
                      team -> portrait.facts().members(team, question.direct()).contains(user)));
    }
    return eligible;
  }
}
