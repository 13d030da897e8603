package dev.housecount.insights;

import dev.housecount.event.EntityRef;
import dev.housecount.event.FieldValue;
import dev.housecount.event.RawEvent;
import dev.housecount.rollup.Guests;
import dev.housecount.store.InMemoryChunkStore;
import dev.housecount.testing.Events;
import dev.housecount.testing.MutableClock;
import dev.housecount.testing.Pipeline;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A portal in which people do things, and what the reports say of it. */
final class Portal {
  /** A Sunday evening; the two weeks of the questions end with this day. */
  static final Instant NOW = Instant.parse("2026-11-29T20:00:00Z");

  final FakeDirectory catalog = new FakeDirectory();
  private final InMemoryChunkStore store = new InMemoryChunkStore();
  private final MutableClock clock = new MutableClock(NOW);
  private final Pipeline pipeline = new Pipeline(store, store, clock);
  private int fewest = 1;
  private int reads = Integer.MAX_VALUE;

  /** By default nothing is hidden: most scenarios have few people. */
  Portal hidingFewerThan(int people) {
    fewest = people;
    return this;
  }

  /** As if every chunk cost a unit. */
  Portal readingAtMost(int chunks) {
    reads = chunks;
    return this;
  }

  /** Null for a session without a user. */
  Portal does(String user, String action, String subject, String at) {
    return does(user, action, subject, at, null, Map.of(), Map.of());
  }

  Portal does(
      String user,
      String action,
      String subject,
      String at,
      Double value,
      Map<String, Object> attributes,
      Map<String, Object> context) {
    pipeline.collect(
        clock.instant(),
        List.of(
            new RawEvent(
                null,
                action,
                subject,
                value,
                FieldValue.fieldsOfPlain(attributes),
                FieldValue.fieldsOfPlain(context),
                user == null ? null : "user:default/" + user,
                user == null ? "session-" + subject : null,
                Instant.parse(at))));
    return this;
  }

  Portal visits(String user, String path, String at) {
    return does(user, "navigate", path, at);
  }

  /** Null where the engine tells no count. */
  Portal searches(String user, String term, Integer found, String at) {
    Double value = found == null ? null : Double.valueOf(found);
    return does(user, "search", term, at, value, Map.of(), Map.of());
  }

  Portal task(String user, String id, String state, String template, String at) {
    return does(
        user,
        "task",
        state,
        at,
        null,
        Map.of("taskId", id),
        Map.of("pluginId", "scaffolder", "entityRef", template));
  }

  /** Where the backend says who began it. */
  Portal begun(String user, String id, String origin, String template, String at) {
    return does(
        user,
        "task",
        "open",
        at,
        null,
        Map.of("taskId", id, "origin", origin),
        Map.of("pluginId", "scaffolder", "entityRef", template));
  }

  Portal created(String user, String id, Double minutes, String template, String at) {
    return does(
        user,
        "create",
        "Task has been created",
        at,
        minutes,
        Map.of("taskId", id),
        Map.of("pluginId", "scaffolder", "entityRef", template));
  }

  /** In a form of so many steps. */
  Portal submitted(String user, String id, int steps, String template, String at) {
    return does(
        user,
        "create",
        "Task has been created",
        at,
        null,
        Map.of("taskId", id, "templateSteps", (double) steps),
        Map.of("pluginId", "scaffolder", "entityRef", template));
  }

  /** A question about 16 to 29 November in UTC. */
  static Question fortnight() {
    Days days = new Days(LocalDate.parse("2026-11-16"), LocalDate.parse("2026-11-30"));
    return new Question(
        days,
        ZoneId.of("UTC"),
        null,
        Filter.of("default"),
        null,
        Question.DEFAULT_LIMIT,
        null,
        Set.of());
  }

  Answer ask(String report, Question question) {
    int[] units = new int[1];
    LiveSource source =
        new LiveSource(
            new CountingReader(store, units),
            Pipeline.PLACES,
            Pipeline.RETENTION,
            Guests.of(Events.PSEUDONYMS),
            clock,
            new LiveSource.Budget(reads, () -> Duration.ofMinutes(1), () -> units[0]));
    Insights insights =
        new Insights(
            source,
            () -> catalog,
            new SmallGroups(fewest),
            Pipeline.RETENTION.longest(),
            ZoneId.of("UTC"),
            clock,
            Older.NOTHING);
    return insights.answer(Insights.report(report).orElseThrow(), question);
  }

  Table table(String report, Question question) {
    return ask(report, question).table();
  }

  /** The rows about the fortnight, each as its values with spaces between them. */
  List<String> rows(String report) {
    return rows(report, question -> question);
  }

  List<String> rows(String report, UnaryOperator<Question> change) {
    return lines(table(report, change.apply(fortnight())));
  }

  static List<String> lines(Table table) {
    return table.rows().stream().map(Portal::line).toList();
  }

  static String line(Row row) {
    return row.values().values().stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  /** One column, by the value of the first. */
  static Map<String, Object> column(Table table, String name) {
    Map<String, Object> values = new LinkedHashMap<>();
    String key = table.columns().get(0).name();
    table.rows().forEach(row -> values.put(String.valueOf(row.get(key)), row.get(name)));
    return values;
  }

  static UnaryOperator<Filter> team(boolean direct, String... names) {
    List<EntityRef> refs = new ArrayList<>();
    for (String name : names) {
      refs.add(FakeDirectory.group(name));
    }
    return f -> changed(f, Set.copyOf(refs), direct, f.plugins(), f.types());
  }

  static UnaryOperator<Filter> plugin(String... names) {
    return f -> changed(f, f.teams(), f.direct(), Set.of(names), f.types());
  }

  static UnaryOperator<Filter> type(String... names) {
    return f -> changed(f, f.teams(), f.direct(), f.plugins(), Set.of(names));
  }

  private static Filter changed(
      Filter f, Set<EntityRef> teams, boolean direct, Set<String> plugins, Set<String> types) {
    return new Filter(
        f.portals(),
        teams,
        direct,
        plugins,
        f.kinds(),
        types,
        f.lifecycles(),
        f.owners(),
        f.entities(),
        f.templates(),
        f.actions());
  }

  static Question filtered(Question q, UnaryOperator<Filter> filter) {
    return new Question(
        q.days(),
        q.zone(),
        q.previous(),
        filter.apply(q.filter()),
        q.grain(),
        q.limit(),
        q.sort(),
        q.options());
  }

  static Question limited(Question q, int limit, String sort) {
    return new Question(
        q.days(), q.zone(), q.previous(), q.filter(), q.grain(), limit, sort, q.options());
  }

  static Question with(Question q, Parameter option) {
    return new Question(
        q.days(),
        q.zone(),
        q.previous(),
        q.filter(),
        q.grain(),
        q.limit(),
        q.sort(),
        Set.of(option));
  }

  static Question by(Question q, Grain grain) {
    return new Question(
        q.days(), q.zone(), q.previous(), q.filter(), grain, q.limit(), q.sort(), q.options());
  }

  static Question of(Question q, Days days, Days previous, String zone) {
    return new Question(
        days, ZoneId.of(zone), previous, q.filter(), q.grain(), q.limit(), q.sort(), q.options());
  }
}
