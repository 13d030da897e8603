package dev.housecount.person;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.event.Pseudonym;
import dev.housecount.keys.KeyRing;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.testing.Events;
import dev.housecount.testing.MutableClock;
import dev.housecount.testing.Pipeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {
  private static final Duration KEPT = Duration.ofDays(90);

  private final MutableClock clock = new MutableClock(Instant.parse("2100-11-20T12:00:00Z"));
  private final PeopleStore store = new InMemoryPeopleStore();

  /** DynamoDB deletes days later; until then the record is still there. */
  @Test
  void name_whoseTimeIsOver_isToldNoMore_butErasedStill() {
    Names names = names(Pipeline.KEYS);
    Pseudonym alice = new Pseudonymizer(Pipeline.KEYS).user("alice");
    names.seen(alice, "alice");
    clock.advance(KEPT);
    assertThat(names.find(alice)).contains("user:default/alice");
    clock.advance(Duration.ofDays(3));
    assertThat(names.find(alice)).isEmpty();
    assertThat(names.forget(alice, clock.instant())).isEqualTo(1);
  }

  @Test
  void name_ofAnOlderKey_whoseTimeIsOver_isToldNoMore() {
    KeyRing rotated = new KeyRing(List.of(Pipeline.SECRET, "k".repeat(32).getBytes(UTF_8)));
    names(Pipeline.KEYS).seen(Events.PSEUDONYMS.user("alice"), "alice");
    Pseudonym alice = new Pseudonymizer(rotated).user("alice");
    assertThat(names(rotated).find(alice)).contains("user:default/alice");
    clock.advance(KEPT.plusDays(3));
    assertThat(names(rotated).find(alice)).isEmpty();
  }

  private Names names(KeyRing keys) {
    return new Names(store, keys, new Pseudonymizer(keys), KEPT, clock);
  }
}
