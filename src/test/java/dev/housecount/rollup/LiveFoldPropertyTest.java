package dev.housecount.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.query.EventFilter;
import dev.housecount.query.EventFinder;
import dev.housecount.query.EventQuery;
import dev.housecount.query.FoundEvent;
import dev.housecount.store.Order;
import dev.housecount.testing.Events;
import dev.housecount.testing.MutableClock;
import dev.housecount.testing.Pipeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is told of any range, against the contract's words over the whole history. */
class LiveFoldPropertyTest {
  private static final ReadBudget ENOUGH = new ReadBudget(100_000, Duration.ofHours(1));
  private static final Set<Part> ALL = Listed.PARTS;

  @Property(tries = 400, seed = "14")
  void fold_ofAnyRange_isWhatTheContractSays(@ForAll Random random) {
    RandomDays days = new RandomDays(random, false);
    Asked asked = range(days, random);
    assertThat(FoldModel.all(told(days, asked)))
        .isEqualTo(new FoldModel(everything(days), asked).all());
  }

  @Property(tries = 400, seed = "14")
  void fold_ofTwoHalves_isThatOfTheWhole(@ForAll Random random) {
    RandomDays days = new RandomDays(random, true);
    Asked whole = range(days, random);
    long millis = Duration.between(whole.from(), whole.to()).toMillis();
    Instant middle = whole.from().plusMillis((long) (random.nextDouble() * millis));
    List<String> halves =
        new ArrayList<>(told(days, new Asked(whole.from(), middle, Set.of(), ALL)).all());
    halves.addAll(told(days, new Asked(middle, whole.to(), Set.of(), ALL)).all());
    assertThat(halves.stream().sorted().toList()).isEqualTo(told(days, whole).all());
  }

  @Property(tries = 100, seed = "14")
  void fold_ofEachPartAlone_isThatOfAll(@ForAll Random random) {
    RandomDays days = new RandomDays(random, true);
    Asked asked = range(days, random);
    List<String> parts = new ArrayList<>();
    for (Part part : Listed.PARTS) {
      parts.addAll(told(days, new Asked(asked.from(), asked.to(), Set.of(), Set.of(part))).all());
    }
    assertThat(parts.stream().sorted().toList()).isEqualTo(told(days, asked).all());
  }

  @Property(tries = 200, seed = "14")
  void runs_ofTheEventsOfRuns_areThoseOfTheFold(@ForAll Random random) {
    RandomDays days = new RandomDays(random, true);
    Asked asked = range(days, random);
    Asked wide =
        new Asked(
            asked.from().minus(Fold.SAME_RUN),
            RandomDays.NOW.plusSeconds(60),
            Set.of(),
            Set.of(Part.RUN_EVENTS));
    Listed again = new Listed();
    Runs runs = new Runs(asked, again);
    told(days, wide).runEvents.forEach(runs::take);
    runs.finish();
    assertThat(again.all())
        .isEqualTo(
            told(days, new Asked(asked.from(), asked.to(), Set.of(), Set.of(Part.RUNS))).all());
  }

  @Property(tries = 200, seed = "14")
  void presence_isTheQuartersInWhichSomethingIsSeen(@ForAll Random random) {
    Listed told = told(new RandomDays(random, true), random);
    assertThat(told.present)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            told.seen.stream()
                .map(seen -> new Present(Present.quarter(seen.at()), seen.who()))
                .distinct()
                .toList());
  }

  private static Listed told(RandomDays days, Random random) {
    return told(days, range(days, random));
  }

  /** Often from or to the very time of an event. */
  private static Asked range(RandomDays days, Random random) {
    Instant one = moment(days, random);
    Instant other = moment(days, random);
    return one.isBefore(other)
        ? new Asked(one, other, Set.of(), ALL)
        : new Asked(other, one, Set.of(), ALL);
  }

  private static Instant moment(RandomDays days, Random random) {
    return days.sent.isEmpty() || random.nextBoolean()
        ? days.time()
        : days.sent.get(random.nextInt(days.sent.size())).event().time().at();
  }

  private static Listed told(RandomDays days, Asked asked) {
    Listed listed = new Listed();
    new LiveFold(
            days.store,
            Pipeline.PLACES,
            Pipeline.RETENTION,
            Guests.of(Events.PSEUDONYMS),
            new MutableClock(RandomDays.NOW))
        .fold(asked, ENOUGH, listed);
    return listed;
  }

  private static List<FoundEvent> everything(RandomDays days) {
    MutableClock clock = new MutableClock(RandomDays.NOW);
    EventQuery all = new EventQuery(EventFilter.ANY, null, null, Order.ASC, 1_000);
    return new EventFinder(
            days.store, Pipeline.PLACES, Pipeline.RETENTION, clock, () -> Duration.ofHours(1))
        .find(all, null)
        .events();
  }
}
