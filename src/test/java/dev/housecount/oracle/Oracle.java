package dev.housecount.oracle;

import dev.housecount.oracle.Question.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Answers each report from a portrait. Groups are not hidden: whoever compares has to know. */
final class Oracle {
  private final Portrait portrait;
  private final int searchers;

  Oracle(Portrait portrait) {
    this(portrait, 2);
  }

  /**
   * @param searchers of a term at least, or it is among the others
   */
  Oracle(Portrait portrait, int searchers) {
    this.portrait = portrait;
    this.searchers = searchers;
  }

  Answer answer(String report, Question question) {
    return switch (report) {
      case "active-users" -> activeUsers(question);
      case "adoption" -> adoption(question);
      case "plugins" -> visited("plugin", question, visit -> visit.first().plugin());
      case "sections" -> visited("section", question, Oracle::section);
      case "entities" -> entities(question);
      case "techdocs" -> techdocs(question);
      case "templates" -> new Templates(portrait).answer(question);
      case "searches" -> searches(question);
      case "not-found" -> notFound(question);
      case "summary" -> new Summary(portrait, this).answer(question);
      default -> throw new IllegalArgumentException(report);
    };
  }

  /** The first words of a path that is no known plugin's. */
  private static String section(Visit visit) {
    return visit.first().plugin() == null ? visit.first().section() : null;
  }

  List<Visit> visits(Question question) {
    return portrait.visits().stream()
        .filter(visit -> question.range().has(visit.at()))
        .filter(visit -> portrait.filter(question).test(visit.first()))
        .toList();
  }

  List<Search> searchesOf(Question question) {
    return portrait.searches().stream()
        .filter(search -> question.range().has(search.at()))
        .filter(search -> portrait.filter(question).test(search.first()))
        .toList();
  }

  int users(List<Visit> visits) {
    return portrait.people(visits.stream().map(Visit::first).toList()).size();
  }

  private Answer activeUsers(Question question) {
    String grain = question.grain() == null ? "day" : question.grain();
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Period period : question.by(grain).periods()) {
      Map<String, Object> row = people(period, question);
      if (grain.equals("day")) {
        addWindows(row, period, question);
      }
      rows.add(row);
    }
    return new Answer(rows, people(question.range(), question));
  }

  private Map<String, Object> people(Period period, Question question) {
    Set<String> active = portrait.active(period, question);
    int fresh = portrait.fresh(active, period, question).size();
    int back = portrait.resurrected(active, period, question).size();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("users", active.size());
    row.put("new", fresh);
    row.put("returning", active.size() - fresh - back);
    row.put("resurrected", back);
    return row;
  }

  private void addWindows(Map<String, Object> row, Period day, Question question) {
    LocalDate end = day.to().minusMillis(1).atZone(question.zone()).toLocalDate().plusDays(1);
    int week = portrait.active(question.days(end.minusDays(7), end), question).size();
    int month = portrait.active(question.days(end.minusDays(28), end), question).size();
    row.put("wau", week);
    row.put("mau", month);
    row.put("stickiness", month == 0 ? null : (Integer) row.get("users") / (double) month);
  }

  private Answer visited(String name, Question question, Function<Visit, String> key) {
    return visited(name, question, visits(question), key, value -> Map.of());
  }

  private Answer visited(
      String name,
      Question question,
      List<Visit> visits,
      Function<Visit, String> key,
      Function<String, Map<String, Object>> labels) {
    List<Visit> own = visits.stream().filter(visit -> key.apply(visit) != null).toList();
    Ranking<Visit> ranking = new Ranking<>(name, "users", labels, this::counts);
    return new Answer(ranking.of(group(own, key), question.limit()), counts(own));
  }

  private Map<String, Object> counts(List<Visit> visits) {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("users", users(visits));
    counts.put("visits", visits.size());
    return counts;
  }

  static <T> Map<String, List<T>> group(List<T> all, Function<T, String> key) {
    Map<String, List<T>> groups = new TreeMap<>();
    all.forEach(one -> groups.computeIfAbsent(key.apply(one), each -> new ArrayList<>()).add(one));
    return groups;
  }

  /** The highest first, ties by name. */
  static List<Map<String, Object>> ranked(
      List<Map<String, Object>> rows, String count, String name) {
    return rows.stream()
        .sorted(
            Comparator.comparing(
                    (Map<String, Object> row) -> -((Number) row.get(count)).doubleValue())
                .thenComparing(row -> (String) row.get(name)))
        .toList();
  }

  private Answer entities(Question question) {
    List<Visit> own = visits(question).stream().filter(Visit::isOfEntityPage).toList();
    return question.values("visited").isEmpty()
        ? visited("entity", question, own, visit -> visit.first().entity(), this::labels)
        : unvisited(question, own);
  }

  private Map<String, Object> labels(String ref) {
    Facts facts = portrait.facts();
    Map<String, Object> labels = new LinkedHashMap<>();
    labels.put("title", facts.title(ref));
    labels.put("kind", Facts.kind(ref));
    labels.put("type", facts.spec(ref, "type"));
    labels.put("lifecycle", facts.spec(ref, "lifecycle"));
    labels.put("owner", facts.owner(ref));
    return labels;
  }

  /** Of the catalog, people aside, what nobody visited. */
  private Answer unvisited(Question question, List<Visit> visits) {
    Set<String> refs = new TreeSet<>(portrait.facts().refs());
    visits.forEach(visit -> refs.remove(visit.first().entity()));
    refs.removeIf(ref -> "user".equals(Facts.kind(ref)));
    refs.removeIf(ref -> !portrait.isOf(question, ref));
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String ref : refs) {
      Map<String, Object> row = labels(ref);
      row.put("entity", ref);
      row.put("createdAt", portrait.facts().createdAt(ref));
      rows.add(row);
    }
    return new Answer(rows, Map.of());
  }

  private Map<String, Object> documented(String ref) {
    Map<String, Object> labels = new LinkedHashMap<>();
    labels.put("title", portrait.facts().title(ref));
    labels.put("owner", portrait.facts().owner(ref));
    return labels;
  }

  private Answer techdocs(Question question) {
    List<Visit> own = visits(question).stream().filter(Visit::isOfDocs).toList();
    Ranking<Visit> ranking = new Ranking<>("entity", "readers", this::documented, this::reading);
    Map<String, List<Visit>> groups = group(own, visit -> visit.first().entity());
    return new Answer(ranking.of(groups, question.limit()), reading(own));
  }

  private Map<String, Object> reading(List<Visit> visits) {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("readers", users(visits));
    counts.put("views", visits.size());
    counts.put(
        "pages", (int) visits.stream().map(visit -> visit.first().page()).distinct().count());
    return counts;
  }

  private Answer searches(Question question) {
    Map<String, List<Search>> groups = group(searchesOf(question), search -> search.first().term());
    if (!question.values("zero").isEmpty()) {
      groups.values().removeIf(searches -> searches.stream().anyMatch(Search::isProductive));
      groups.values().removeIf(searches -> searches.stream().noneMatch(Search::isZero));
    }
    Ranking<Search> ranking = new Ranking<>("term", "users", term -> Map.of(), this::searching);
    List<Search> all = groups.values().stream().flatMap(List::stream).toList();
    return new Answer(ranking.of(groups, question.limit(), searchers), searching(all));
  }

  private Map<String, Object> searching(List<Search> searches) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("users", portrait.people(searches.stream().map(Search::first).toList()).size());
    row.put("searches", searches.size());
    row.put("productive", count(searches, Search::isProductive));
    row.put("zero", count(searches, Search::isZero));
    row.put("unknown", count(searches, Search::isUnknown));
    row.put("opened", count(searches, search -> !search.opened().isEmpty()));
    List<Double> ranks =
        searches.stream()
            .flatMap(search -> search.opened().stream())
            .map(Seen::value)
            .filter(Objects::nonNull)
            .toList();
    row.put(
        "mean_rank",
        ranks.isEmpty() ? null : ranks.stream().mapToDouble(rank -> rank).average().orElseThrow());
    return row;
  }

  private static int count(List<Search> searches, java.util.function.Predicate<Search> what) {
    return (int) searches.stream().filter(what).count();
  }

  private Answer notFound(Question question) {
    List<Visit> missed =
        portrait.counted().stream()
            .filter(event -> event.action().equals("not-found"))
            .filter(event -> question.range().has(event.at()))
            .filter(portrait.filter(question))
            .map(Visit::new)
            .toList();
    return visited("subject", question, missed, visit -> visit.first().page(), subject -> Map.of());
  }

  /** Everybody first, without a team; the largest teams first. Whoever names teams, gets those. */
  private Answer adoption(Question question) {
    Facts facts = portrait.facts();
    Set<String> teams = new TreeSet<>(facts.refs("group"));
    List<String> named = question.values("team");
    if (!named.isEmpty()) {
      Set<String> below = new TreeSet<>(named);
      if (!question.direct()) {
        named.forEach(team -> below.addAll(facts.below(team)));
      }
      teams.retainAll(below);
    }
    Question everybody = question.withoutFilters();
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String team : teams) {
      Map<String, Object> row = adopters(facts.members(team, question.direct()), everybody);
      row.put("team", team);
      row.put("title", facts.title(team));
      row.put("parent", facts.parent(team));
      rows.add(row);
    }
    // Teams share members: those that are cut are nothing together.
    List<Map<String, Object>> ranked =
        new ArrayList<>(ranked(rows, "members", "team").stream().limit(question.limit()).toList());
    if (named.isEmpty()) {
      Map<String, Object> all = adopters(facts.refs("user"), everybody);
      all.put("team", null);
      all.put("title", null);
      all.put("parent", null);
      ranked.add(0, all);
    }
    return new Answer(ranked, Map.of());
  }

  /**
   * @param eligible refs
   */
  Map<String, Object> adopters(Set<String> eligible, Question question) {
    Period range = question.range();
    Set<String> people = portrait.active(range, question);
    Set<String> active = among(people, eligible);
    Set<String> seen = among(portrait.before(range.to(), question), eligible);
    Period month = question.days(question.to().minusDays(28), question.to());
    Set<String> lately = among(portrait.active(month, question), eligible);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("members", eligible.size());
    row.put("active", active.size());
    row.put("adoption", eligible.isEmpty() ? null : active.size() / (double) eligible.size());
    row.put("new", among(portrait.fresh(people, range, question), eligible).size());
    row.put("lapsed", seen.size() - lately.size());
    row.put("never", eligible.size() - seen.size());
    return row;
  }

  /** Those of these pseudonyms who are among these refs, as refs. */
  private Set<String> among(Set<String> pseudonyms, Set<String> refs) {
    Set<String> found = new HashSet<>();
    pseudonyms.forEach(user -> found.add(portrait.who().getOrDefault(user, user)));
    found.retainAll(refs);
    return found;
  }
}
