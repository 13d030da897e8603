package dev.housecount.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

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

  /** Runs that agents began: they are of no team. */
  private List<Run> agentRuns(Question question) {
    return portrait.agentRuns().stream()
        .filter(run -> question.range().has(run.at()) && question.values("team").isEmpty())
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
    Map<String, List<Object>> groups = new TreeMap<>();
    looks.forEach(visit -> group(groups, visit.first().template()).add(visit));
    runs.forEach(run -> group(groups, run.template()).add(run));
    if (!question.values("steps").isEmpty()) {
      return new Answer(steps(groups, question.limit()), Map.of());
    }
    Ranking<Object> ranking = new Ranking<>("template", "views", this::labels, this::funnel);
    Answer people =
        new Answer(ranking.of(groups, question.limit()), new LinkedHashMap<>(funnel(looks, runs)));
    return withAgents(people, agentRuns(question));
  }

  /** What agents run makes no row: it is among the others where its template has none. */
  private static Answer withAgents(Answer people, List<Run> agents) {
    List<Object> shown = people.rows().stream().map(row -> (Object) row.get("template")).toList();
    people.rows().forEach(row -> row.put("by_agent", count(agents, row.get("template"), shown)));
    people.total().put("by_agent", agents.size());
    return people;
  }

  private static int count(List<Run> agents, Object template, List<Object> shown) {
    boolean others = template.equals("other");
    return (int)
        agents.stream()
            .map(Run::template)
            .filter(of -> others ? !shown.contains(of) : of.equals(template))
            .count();
  }

  private static List<Object> group(Map<String, List<Object>> groups, String template) {
    return groups.computeIfAbsent(template, each -> new ArrayList<>());
  }

  private Map<String, Object> labels(String ref) {
    Map<String, Object> labels = new LinkedHashMap<>();
    labels.put("title", portrait.facts().title(ref));
    labels.put("owner", portrait.facts().owner(ref));
    return labels;
  }

  /** A template's steps stand together or not at all; the first steps of the others are one row. */
  private List<Map<String, Object>> steps(Map<String, List<Object>> groups, int limit) {
    List<String> names = new ArrayList<>(groups.keySet());
    names.sort(
        Comparator.comparing((String name) -> -opened(groups.get(name)))
            .thenComparing(Comparator.naturalOrder()));
    List<Map<String, Object>> rows = new ArrayList<>();
    int others = 0;
    boolean cut = false;
    for (String name : names) {
      List<Integer> told = new ArrayList<>();
      of(Run.class, groups.get(name)).stream()
          .filter(run -> run.steps() != null)
          .sorted(Comparator.comparing(Run::at))
          .forEach(run -> told.add(run.steps()));
      int last = told.isEmpty() ? 1 : told.get(told.size() - 1);
      if (rows.size() + last > limit) {
        others += opened(groups.get(name));
        cut = true;
        continue;
      }
      for (int step = 1; step <= last; step++) {
        Integer submitted = step == last ? (Integer) told.size() : null;
        rows.add(step(name, name, step, step == 1 ? opened(groups.get(name)) : submitted));
      }
    }
    if (cut) {
      rows.add(step("other", null, 1, others));
    }
    return rows;
  }

  private static Integer opened(List<Object> uses) {
    return (int) of(Visit.class, uses).stream().filter(Visit::isOfForm).count();
  }

  private Map<String, Object> step(String shown, String ref, int step, Integer reached) {
    Map<String, Object> row = new LinkedHashMap<>(labels(ref));
    row.put("template", shown);
    row.put("step", step);
    row.put("reached", reached);
    return row;
  }

  private Map<String, Object> funnel(List<Object> uses) {
    return funnel(of(Visit.class, uses), of(Run.class, uses));
  }

  private static <T> List<T> of(Class<T> type, List<Object> uses) {
    return uses.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private Map<String, Object> funnel(List<Visit> looks, List<Run> runs) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("views", looks.size());
    row.put("opened", (int) looks.stream().filter(Visit::isOfForm).count());
    row.put("submitted", runs.size());
    for (String end : List.of("completed", "failed", "cancelled")) {
      row.put(end, (int) runs.stream().filter(run -> end.equals(run.end())).count());
    }
    row.put("by_api", (int) runs.stream().filter(run -> "api".equals(run.origin())).count());
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
