package dev.housecount.rollup;

import dev.housecount.event.EntityRef;
import dev.housecount.event.FieldValue;
import dev.housecount.event.Pseudonym;
import dev.housecount.event.ScrubbedEvent;
import dev.housecount.marks.Mark;
import dev.housecount.query.FoundEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What {@link LiveFold} has to tell, by the words of the contract: every event compared with every
 * other, with the whole history at hand.
 */
final class FoldModel {
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

  private final List<FoundEvent> all;
  private final List<FoundEvent> events;
  private final Asked asked;

  /**
   * @param events all there are, in order, with their marks
   */
  FoldModel(List<FoundEvent> events, Asked asked) {
    this.all = events;
    this.events = events.stream().filter(FoldModel::isHuman).toList();
    this.asked = asked;
  }

  List<String> all() {
    List<String> all = new ArrayList<>();
    visits().forEach(all::add);
    searches().forEach(all::add);
    runs().forEach(all::add);
    counted("not-found")
        .filter(miss -> has(miss))
        .forEach(miss -> all.add("miss " + at(miss) + " " + subject(miss)));
    events.stream()
        .filter(event -> event.mark() == null && has(event) && inner(event).user() != null)
        .forEach(event -> all.add("seen " + at(event) + " " + inner(event).action()));
    return all.stream().sorted().toList();
  }

  /** The same of what was told. */
  static List<String> all(Listed listed) {
    return Stream.of(
            listed.visits.stream().map(v -> visit(v.at(), v.who().user(), v.page())),
            listed.searches.stream()
                .map(
                    s ->
                        search(
                            s.at(),
                            s.action(),
                            s.term(),
                            s.state(),
                            s.discovered(),
                            s.ranked(),
                            s.ranks())),
            listed.runs.stream()
                .map(
                    r ->
                        run(
                            "run",
                            r.at(),
                            r.task(),
                            r.who().user(),
                            r.template(),
                            r.outcome(),
                            r.seconds(),
                            r.minutesSaved())),
            listed.agentRuns.stream()
                .map(
                    r ->
                        run(
                            "agent's run",
                            r.at(),
                            r.task(),
                            r.who().user(),
                            r.template(),
                            r.outcome(),
                            r.seconds(),
                            r.minutesSaved())),
            listed.misses.stream().map(m -> "miss " + m.at() + " " + m.subject()),
            listed.seen.stream().map(s -> "seen " + s.at() + " " + s.action()))
        .flatMap(each -> each)
        .sorted()
        .toList();
  }

  // Visits

  private Stream<String> visits() {
    return counted("navigate")
        .filter(report -> has(report) && !isAgain(report))
        .map(report -> visit(at(report), inner(report).user(), page(report)));
  }

  /** Whether there is a last report of the page, near enough, and no other page between. */
  private boolean isAgain(FoundEvent report) {
    FoundEvent last = null;
    for (FoundEvent other : before(report, counted("navigate").toList())) {
      if (page(other).equals(page(report)) && isOfSame(other, report)) {
        last = other;
      }
    }
    if (last == null || between(last, report).compareTo(HALF_AN_HOUR) > 0) {
      return false;
    }
    FoundEvent first = last;
    return before(report, counted("navigate").toList()).stream()
        .filter(other -> isOfSame(other, report) && !page(other).equals(page(report)))
        .noneMatch(other -> events.indexOf(other) > events.indexOf(first));
  }

  private static String page(FoundEvent event) {
    return subject(event).replaceAll("[?#].*", "").replaceAll("(.)/+$", "$1");
  }

  // Searches

  private Stream<String> searches() {
    List<FoundEvent> times =
        events.stream()
            .filter(event -> inner(event).action().toLowerCase(Locale.ROOT).contains("search"))
            .filter(event -> event.mark() == null || event.mark() == Mark.REPEATED_SEARCH)
            .filter(event -> event.mark() == null || actor(event) != null)
            .toList();
    return times.stream()
        .filter(time -> has(time) && lastTime(time, times) == null)
        .map(first -> search(first, times));
  }

  /** The last time before it that the same was searched, if that was half an hour ago or less. */
  private static FoundEvent lastTime(FoundEvent time, List<FoundEvent> times) {
    FoundEvent last = null;
    for (FoundEvent other : before(time, times)) {
      boolean same =
          isOfSame(other, time)
              && term(other).equals(term(time))
              && inner(other).action().equals(inner(time).action());
      last = same && between(other, time).compareTo(HALF_AN_HOUR) <= 0 ? other : last;
    }
    return last;
  }

  private String search(FoundEvent first, List<FoundEvent> times) {
    List<FoundEvent> asks = new ArrayList<>(List.of(first));
    for (FoundEvent time : times) {
      if (asks.contains(lastTime(time, times))) {
        asks.add(time);
      }
    }
    List<Double> counts = asks.stream().map(FoldModel::count).filter(Objects::nonNull).toList();
    Search.State state =
        counts.isEmpty()
            ? Search.State.UNKNOWN
            : counts.stream().anyMatch(count -> count > 0)
                ? Search.State.PRODUCTIVE
                : Search.State.ZERO;
    List<FoundEvent> opened =
        counted("discover").filter(discover -> asks.contains(searched(discover, times))).toList();
    List<Double> ranks =
        opened.stream().map(open -> inner(open).value()).filter(Objects::nonNull).toList();
    return search(
        at(first),
        inner(first).action(),
        term(first),
        state,
        opened.size(),
        ranks.size(),
        ranks.stream().mapToDouble(rank -> rank).sum());
  }

  /** What its actor searched last, within five minutes. */
  private FoundEvent searched(FoundEvent discover, List<FoundEvent> times) {
    FoundEvent last = null;
    for (FoundEvent time : times) {
      last =
          events.indexOf(time) < events.indexOf(discover) && isOfSame(time, discover) ? time : last;
    }
    return last == null || between(last, discover).compareTo(Duration.ofMinutes(5)) > 0
        ? null
        : last;
  }

  private static Double count(FoundEvent search) {
    boolean custom = !inner(search).action().equals("search");
    return custom && inner(search).attributes().get("resultCount") instanceof FieldValue.Num count
        ? (Double) count.value()
        : inner(search).value();
  }

  private static String term(FoundEvent event) {
    return subject(event).strip().toLowerCase(Locale.ROOT);
  }

  // Runs, people's and agents': of those that do not name the task there is only one at a time

  private Stream<String> runs() {
    List<List<FoundEvent>> runs = new ArrayList<>();
    List<FoundEvent> told =
        all.stream()
            .filter(event -> List.of("create", "task").contains(inner(event).action()))
            .toList();
    for (FoundEvent event : told) {
      List<FoundEvent> run =
          runs.stream().filter(known -> isOf(event, known)).findFirst().orElse(null);
      if (run == null) {
        runs.add(new ArrayList<>(List.of(event)));
      } else {
        run.add(event);
      }
    }
    return runs.stream().filter(run -> has(run.get(0))).map(FoldModel::run);
  }

  private static boolean isOf(FoundEvent event, List<FoundEvent> run) {
    String task = task(event);
    List<String> tasks = run.stream().map(FoldModel::task).filter(Objects::nonNull).toList();
    FoundEvent last = run.get(run.size() - 1);
    if (task != null && !tasks.isEmpty()) {
      return tasks.contains(task) && between(last, event).compareTo(Duration.ofHours(24)) <= 0;
    }
    return run.stream()
        .anyMatch(
            other ->
                !inner(other).action().equals(inner(event).action())
                    && Objects.equals(inner(other).user(), inner(event).user())
                    && event.event().entity() != null
                    && Objects.equals(other.event().entity(), event.event().entity())
                    && between(other, event).compareTo(Duration.ofMinutes(1)) <= 0);
  }

  private static String run(List<FoundEvent> run) {
    Run.Outcome outcome = Run.Outcome.UNKNOWN;
    Instant opened = null;
    Double seconds = null;
    for (FoundEvent event : run) {
      if (subject(event).equals("open") && opened == null) {
        opened = at(event);
      }
      if (List.of("completed", "failed", "cancelled").contains(subject(event))
          && outcome != Run.Outcome.COMPLETED) {
        outcome = Run.Outcome.valueOf(subject(event).toUpperCase(Locale.ROOT));
        if (outcome == Run.Outcome.COMPLETED) {
          Double value = inner(event).value();
          seconds =
              opened == null
                  ? value
                  : (Double) (Duration.between(opened, at(event)).toMillis() / 1000.0);
        }
      }
    }
    boolean byHuman = run.stream().allMatch(FoldModel::isHuman);
    return run(
        byHuman ? "run" : "agent's run",
        at(run.get(0)),
        first(run, event -> task(event) == null ? null : new Pseudonym(task(event))),
        byHuman ? first(run, event -> inner(event).user()) : null,
        first(run, event -> event.event().entity()),
        outcome,
        seconds,
        first(run, event -> inner(event).action().equals("create") ? inner(event).value() : null));
  }

  private static <T> T first(
      List<FoundEvent> run, java.util.function.Function<FoundEvent, T> what) {
    return run.stream().map(what).filter(Objects::nonNull).findFirst().orElse(null);
  }

  private static String task(FoundEvent event) {
    String attribute = FieldValue.text(inner(event).attributes(), "taskId");
    return attribute == null ? FieldValue.text(inner(event).context(), "taskId") : attribute;
  }

  // What all rules need

  private Stream<FoundEvent> counted(String action) {
    return events.stream()
        .filter(event -> event.mark() == null && inner(event).action().equals(action));
  }

  private static <T> List<T> before(T event, List<T> all) {
    return all.subList(0, all.indexOf(event));
  }

  private static boolean isHuman(FoundEvent event) {
    return !"agent".equals(FieldValue.text(inner(event).attributes(), "origin"));
  }

  private static boolean isOfSame(FoundEvent event, FoundEvent other) {
    return actor(event) != null
        && actor(event).equals(actor(other))
        && event.event().portal().equals(other.event().portal());
  }

  private static Pseudonym actor(FoundEvent event) {
    return inner(event).user() != null ? inner(event).user() : inner(event).session();
  }

  private static Duration between(FoundEvent event, FoundEvent later) {
    return Duration.between(at(event), at(later));
  }

  private boolean has(FoundEvent event) {
    return !at(event).isBefore(asked.from()) && at(event).isBefore(asked.to());
  }

  private static Instant at(FoundEvent event) {
    return inner(event).time().at();
  }

  private static String subject(FoundEvent event) {
    return inner(event).subject();
  }

  private static ScrubbedEvent inner(FoundEvent event) {
    return event.event().event();
  }

  private static String visit(Instant at, Pseudonym user, String page) {
    return "visit %s %s %s".formatted(at, user, page);
  }

  private static String search(
      Instant at,
      String action,
      String term,
      Search.State state,
      int discovered,
      int ranked,
      double ranks) {
    return "search %s %s %s %s %d %d %s"
        .formatted(at, action, term, state, discovered, ranked, ranks);
  }

  private static String run(
      String what,
      Instant at,
      Pseudonym task,
      Pseudonym user,
      EntityRef template,
      Run.Outcome outcome,
      Double seconds,
      Double minutes) {
    return "%s %s %s %s %s %s %s %s"
        .formatted(what, at, task, user, template, outcome, seconds, minutes);
  }
}
