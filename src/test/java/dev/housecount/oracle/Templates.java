package dev.housecount.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** The report of templates. */
final class Templates {
  private final Portrait portrait;

  Templates(Portrait portrait) {
    this.portrait = portrait;
  }

  List<Run> runs(Question question) {
    return portrait.runs().stream()
        .filter(run -> question.range().has(run.at()))
        .filter(run -> portrait.filter(question).test(run.any()))
        .toList();
  }

  /** What runs have saved: the completed ones; the submitted ones where the backend is silent. */
  double minutes(List<Run> runs) {
    boolean connected = portrait.runs().stream().anyMatch(Run::isOfBackend);
    return runs.stream()
        .filter(run -> !connected || "completed".equals(run.end()))
        .map(
            run -> run.minutes() == null ? portrait.facts().minutes(run.template()) : run.minutes())
        .filter(Objects::nonNull)
        .mapToDouble(minutes -> minutes)
        .sum();
  }

  Answer answer(Question question) {
    List<Visit> looks =
        new Oracle(portrait)
            .visits(question).stream()
                .filter(visit -> visit.isOfForm() || visit.isOfEntityPage())
                .filter(visit -> visit.first().template() != null)
                .toList();
    List<Run> runs = runs(question);
    TreeSet<String> refs = new TreeSet<>();
    looks.forEach(visit -> refs.add(visit.first().template()));
    runs.forEach(run -> refs.add(run.template()));
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String ref : refs) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("template", ref);
      row.put("title", portrait.facts().title(ref));
      row.put("owner", portrait.facts().owner(ref));
      row.putAll(
          funnel(
              looks.stream().filter(visit -> ref.equals(visit.first().template())).toList(),
              runs.stream().filter(run -> ref.equals(run.template())).toList()));
      rows.add(row);
    }
    return new Answer(Oracle.ranked(rows, "views", "template"), funnel(looks, runs));
  }

  private Map<String, Object> funnel(List<Visit> looks, List<Run> runs) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("views", looks.size());
    row.put("opened", (int) looks.stream().filter(Visit::isOfForm).count());
    row.put("submitted", runs.size());
    for (String end : List.of("completed", "failed", "cancelled")) {
      row.put(end, (int) runs.stream().filter(run -> end.equals(run.end())).count());
    }
    row.put("users", portrait.people(runs.stream().map(Run::any).toList()).size());
    row.put("minutes_saved", minutes(runs));
    row.put("median_seconds", median(runs));
    return row;
  }

  private static Double median(List<Run> runs) {
    List<Double> seconds =
        runs.stream()
            .filter(run -> "completed".equals(run.end()))
            .map(Run::seconds)
            .filter(Objects::nonNull)
            .sorted()
            .toList();
    int half = seconds.size() / 2;
    if (seconds.isEmpty()) {
      return null;
    }
    return seconds.size() % 2 == 1
        ? seconds.get(half)
        : (Double) ((seconds.get(half - 1) + seconds.get(half)) / 2);
  }
}
