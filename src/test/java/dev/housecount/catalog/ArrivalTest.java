package dev.housecount.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.event.EntityRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which pages come from a sender that sorts. */
class ArrivalTest {
  private static final List<String> SORTED =
      IntStream.range(0, 200).mapToObj(i -> "name-%03d".formatted(i)).toList();

  @Test
  void names_inTheirOrder_areSorted_whateverOtherKindsDo() {
    Arrival arrival = new Arrival();
    List<String> shuffled = new ArrayList<>(SORTED);
    Collections.shuffle(shuffled, new Random(1));
    for (int i = 0; i < SORTED.size(); i++) {
      arrival.add(key("component", SORTED.get(i)));
      arrival.add(key("api", shuffled.get(i)));
    }
    assertThat(arrival.isSorted("component")).isTrue();
    assertThat(arrival.isSorted("api")).isFalse();
    assertThat(arrival.isSorted("system")).isFalse();
  }

  @Test
  void names_ofAnotherAlphabetsOrder_areSortedStill() {
    Arrival arrival = new Arrival();
    for (int i = 0; i < SORTED.size(); i++) {
      arrival.add(key("component", i % 20 == 7 ? "Name-000" : SORTED.get(i)));
    }
    assertThat(arrival.isSorted("component")).isTrue();
  }

  @Test
  void names_backwards_areNot() {
    Arrival arrival = new Arrival();
    for (int i = SORTED.size() - 1; i >= 0; i--) {
      arrival.add(key("component", SORTED.get(i)));
    }
    assertThat(arrival.isSorted("component")).isFalse();
  }

  private static String key(String kind, String name) {
    return Entry.key(new EntityRef(kind, "default", name));
  }
}
