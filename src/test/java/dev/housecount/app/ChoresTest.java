package dev.housecount.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.store.StoreUnavailableException;
import dev.housecount.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChoresTest {
  private static final Duration STEP = Duration.ofMinutes(5);

  private final MutableClock clock = new MutableClock(Instant.parse("2026-11-29T09:00:00Z"));
  private final List<String> done = new ArrayList<>();
  private int left;
  private boolean broken;

  @Test
  void run_doesEachWhenItIsItsTime() {
    Chores chores =
        chores(Chore.hourly("seldom", () -> note("seldom")), Chore.always("often", this::often));
    for (int i = 0; i < 12; i++) {
      chores.run();
      clock.advance(STEP);
    }
    assertThat(done).filteredOn("seldom"::equals).hasSize(1);
    assertThat(done).filteredOn("often"::equals).hasSize(12);
    chores.run();
    assertThat(done).filteredOn("seldom"::equals).hasSize(2);
  }

  @Test
  void run_goesOnWithWhatIsLeft_atOnce() {
    left = 2;
    Chores chores = chores(Chore.hourly("seldom", () -> note("seldom")));
    assertThat(chores.run().left()).containsExactly("2 seldom");
    left = 0;
    assertThat(chores.run().left()).isEmpty();
    chores.run();
    assertThat(done).hasSize(2);
  }

  @Test
  void run_triesAgainWhatFailed_andDoesTheOthers() {
    broken = true;
    Chores chores =
        chores(Chore.hourly("seldom", () -> note("seldom")), Chore.always("often", this::often));
    Chores.Outcome outcome = chores.run();
    assertThat(outcome.failed()).containsExactly("seldom");
    assertThat(outcome.failure()).hasMessage("gone");
    broken = false;
    assertThat(chores.run().failure()).isNull();
    assertThat(done).containsExactly("often", "seldom", "often");
  }

  private int often() {
    done.add("often");
    return 0;
  }

  private int note(String name) {
    if (broken) {
      throw new StoreUnavailableException("gone");
    }
    done.add(name);
    return left;
  }

  private Chores chores(Chore... all) {
    return new Chores(List.of(all), clock);
  }
}
