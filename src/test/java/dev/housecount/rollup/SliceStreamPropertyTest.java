package dev.housecount.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.event.HydratedEvent;
import dev.housecount.store.Order;
import dev.housecount.testing.Pipeline;
import dev.housecount.timeline.EventStream;
import dev.housecount.timeline.SliceStream;
import dev.housecount.timeline.StoredEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The two streams of {@code timeline} hand out the same, in one order, with the same marks. */
class SliceStreamPropertyTest {
  @Property(tries = 400, seed = "14")
  void next_isThatOfEventStream(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 30) int slice) {
    RandomDays some = new RandomDays(random, true);
    RandomDays days = random.nextInt(3) == 0 ? some.crowded() : some;
    Instant one = days.time();
    Instant other = days.time();
    Instant from = one.isBefore(other) ? one : other;
    Instant to = one.isBefore(other) ? other : one;
    Predicate<HydratedEvent> wanted =
        random.nextBoolean() ? event -> true : event -> event.event().action().equals("search");
    SliceStream slices =
        new SliceStream(days.store, Pipeline.RETENTION, RandomDays.NOW, from, to, wanted, slice);
    assertThat(all(slices, 1 + random.nextInt(9)))
        .isEqualTo(
            all(
                new EventStream(
                    days.store,
                    Pipeline.RETENTION,
                    RandomDays.NOW,
                    new EventStream.Range(from, to, Order.ASC),
                    null,
                    wanted)));
  }

  private static List<StoredEvent> all(SliceStream stream, int most) {
    List<StoredEvent> all = new ArrayList<>();
    while (!stream.isRead()) {
      assertThat(stream.read(most)).isBetween(0, most);
      for (StoredEvent next = stream.next(); next != null; next = stream.next()) {
        assertThat(next.event().event().time().at()).isBefore(stream.certain());
        all.add(next);
      }
    }
    return all;
  }

  private static List<StoredEvent> all(EventStream stream) {
    List<StoredEvent> all = new ArrayList<>();
    while (!stream.isRead()) {
      stream.read();
      for (StoredEvent next = stream.next(); next != null; next = stream.next()) {
        all.add(next);
      }
    }
    return all;
  }
}
