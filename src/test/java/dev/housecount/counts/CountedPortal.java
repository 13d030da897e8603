package dev.housecount.counts;

import dev.housecount.app.Composition;
import dev.housecount.app.Inputs;
import dev.housecount.collect.Batch;
import dev.housecount.collect.Sender;
import dev.housecount.collect.Submission;
import dev.housecount.edge.policy.EffectivePolicy;
import dev.housecount.edge.policy.PolicyLayer;
import dev.housecount.edge.policy.PolicyReader;
import dev.housecount.event.FieldValue;
import dev.housecount.event.RawEvent;
import dev.housecount.insights.Answer;
import dev.housecount.insights.Days;
import dev.housecount.insights.Filter;
import dev.housecount.insights.Grain;
import dev.housecount.insights.Insights;
import dev.housecount.insights.LiveSource;
import dev.housecount.insights.Question;
import dev.housecount.insights.Row;
import dev.housecount.insights.SmallGroups;
import dev.housecount.insights.Table;
import dev.housecount.person.InMemoryPeopleStore;
import dev.housecount.store.InMemoryChunkStore;
import dev.housecount.store.InMemoryRecordStore;
import dev.housecount.store.ReadMeter;
import dev.housecount.store.RecordStore;
import dev.housecount.testing.MutableClock;
import dev.housecount.testing.Pipeline;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A portal whose days go by. */
public final class CountedPortal {
  private static final int MOST_PORTIONS = 1_000;

  /** Begins on a Monday. */
  final MutableClock clock = new MutableClock(Instant.parse("2026-01-05T12:00:00Z"));

  final InMemoryRecordStore kept = new InMemoryRecordStore(clock);
  private final InMemoryChunkStore chunks = new InMemoryChunkStore();
  private final InMemoryRecordStore catalog = new InMemoryRecordStore(clock);
  private final EffectivePolicy policy;
  private final Composition core;
  private int sent;

  public CountedPortal(String... overrides) {
    policy =
        PolicyReader.read(
            java.util.Arrays.stream(overrides)
                .map(yaml -> PolicyLayer.yaml("test", yaml))
                .toList());
    core = core(kept);
  }

  Composition core(RecordStore rollups) {
    Inputs.Stores stores =
        new Inputs.Stores(chunks, chunks, chunks, new InMemoryPeopleStore(), catalog, rollups);
    return new Composition(Pipeline.inputs(stores, clock).withPolicy(policy));
  }

  /** Another instance that counts. */
  Counting counting(RecordStore rollups) {
    return core(rollups).counting(new SmallGroups(1), budget());
  }

  void count() {
    counting(kept).run();
  }

  /** As the maintenance does before it counts. */
  void seal() {
    int portions = 0;
    while (core.rollups().seal() > 0 && portions < MOST_PORTIONS) {
      portions++;
    }
  }

  private static LiveSource.Budget budget() {
    return new LiveSource.Budget(1_000_000, () -> Duration.ofMinutes(1), ReadMeter.NONE);
  }

  void does(String user, String action, String subject, Instant at) {
    does(user, action, subject, at, Map.of(), Map.of());
  }

  /** Where the backend says who began it. */
  void begins(String user, String origin, String template) {
    does(
        user,
        "task",
        "open",
        clock.instant(),
        Map.of("origin", new FieldValue.Text(origin)),
        Map.of("entityRef", new FieldValue.Text(template)));
  }

  private void does(
      String user,
      String action,
      String subject,
      Instant at,
      Map<String, FieldValue> attributes,
      Map<String, FieldValue> context) {
    RawEvent event =
        new RawEvent(
            "e" + sent++,
            action,
            subject,
            0.0,
            attributes,
            context,
            "user:default/" + user,
            null,
            at);
    core.collector()
        .collect(
            new Batch(
                List.of(Submission.of(event)),
                null,
                clock.instant(),
                "default",
                Sender.of("test")));
  }

  void visits(String user, String path) {
    does(user, "navigate", path, clock.instant());
  }

  /**
   * Somebody comes every day, another one on Mondays, and somebody new on each first of a month.
   */
  public void live(int days) {
    live(days, true);
  }

  void live(int days, boolean counting) {
    for (int i = 0; i < days; i++) {
      LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      visits("daily", "/catalog");
      if (today.getDayOfWeek().getValue() == 1) {
        visits("weekly", "/docs/default/component/a");
        does("weekly", "search", "secret term", clock.instant());
        does("daily", "search", "secret term", clock.instant());
        visits("daily", "/catalog/default/user/weekly");
      }
      if (today.getDayOfMonth() == 1) {
        visits("new-in-" + today.getMonthValue() + "-" + today.getYear(), "/create");
      }
      clock.advance(Duration.ofDays(1));
      if (counting) {
        count();
      }
    }
  }

  Answer ask(String report, Question question) {
    return ask(report, question, 1);
  }

  /** What whoever asks gets it from. */
  public Insights insights(int fewest) {
    return core.insights(new SmallGroups(fewest), budget());
  }

  Answer ask(String report, Question question, int fewest) {
    return insights(fewest).answer(Insights.report(report).orElseThrow(), question);
  }

  public static Question question(String from, String to, Grain grain) {
    return new Question(
        new Days(LocalDate.parse(from), LocalDate.parse(to)),
        ZoneOffset.UTC,
        null,
        Filter.of("default"),
        grain,
        Question.DEFAULT_LIMIT,
        null,
        Set.of());
  }

  List<String> rows(String report, String from, String to, Grain grain) {
    return lines(ask(report, question(from, to, grain)).table());
  }

  static List<String> lines(Table table) {
    return table.rows().stream().map(CountedPortal::line).toList();
  }

  static String line(Row row) {
    return row.values().values().stream().map(String::valueOf).collect(Collectors.joining(" "));
  }
}
