package dev.housecount.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.housecount.collect.CollectResult.Rejection;
import dev.housecount.collect.RejectionReason;
import dev.housecount.event.RawEvent;
import dev.housecount.store.InMemoryChunkStore;
import dev.housecount.store.StoreUnavailableException;
import dev.housecount.testing.Events;
import dev.housecount.testing.MutableClock;
import dev.housecount.testing.Pipeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefusalsTest {
  private static final Instant NOW = Instant.parse("2100-11-20T12:00:00Z");
  private static final RawEvent EVENT = Events.raw("navigate", "/", "alice", NOW.minusSeconds(1));

  private final Switchable people = new Switchable();
  private final MutableClock clock = new MutableClock(NOW);
  private final Deployment here = deployment();
  private final Deployment elsewhere = deployment();

  @Test
  void optOutElsewhere_isKnownAfterTheRefresh_andReadOncePerRefresh() {
    assertThat(here.collect(EVENT).accepted()).isOne();
    elsewhere.refusals.optOut(elsewhere.person("alice"));
    int reads = people.reads;
    clock.advance(Refusals.REFRESH.minusMillis(1));
    assertThat(here.collect(EVENT).accepted()).isOne();
    assertThat(people.reads).isEqualTo(reads);
    clock.advance(Duration.ofMillis(1));
    assertThat(here.collect(EVENT).rejected())
        .containsExactly(new Rejection(0, RejectionReason.OPTED_OUT));
  }

  @Test
  void listThatWasNeverRead_storesNothing() {
    people.broken = true;
    assertThatThrownBy(() -> here.collect(EVENT)).isInstanceOf(StoreUnavailableException.class);
    people.broken = false;
    assertThat(here.all()).isEmpty();
  }

  @Test
  void listThatCannotBeReadAgain_servesForAWhile() {
    elsewhere.refusals.optOut(elsewhere.person("alice"));
    here.collect(EVENT);
    people.broken = true;
    clock.advance(Duration.ofMinutes(9));
    assertThat(here.collect(EVENT).accepted()).isZero();
    clock.advance(Duration.ofMinutes(2));
    assertThatThrownBy(() -> here.collect(EVENT)).isInstanceOf(StoreUnavailableException.class);
    people.broken = false;
    clock.advance(Duration.ofSeconds(5));
    assertThat(here.collect(EVENT).accepted()).isZero();
  }

  @Test
  void listThatFailsSlowly_isAskedForOnce_notForEachEvent() {
    assertThat(here.collect(EVENT).accepted()).isOne();
    clock.advance(Refusals.REFRESH);
    people.broken = true;
    people.onRead = () -> clock.advance(Duration.ofSeconds(8));
    int reads = people.reads;
    assertThat(here.collect(EVENT).accepted()).isOne();
    assertThat(here.collect(EVENT).accepted()).isOne();
    assertThat(people.reads).isEqualTo(reads + 1);
  }

  @Test
  void listThatWasNeverRead_isNotAskedForByEachOfManyRequests() {
    people.broken = true;
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> here.collect(EVENT)).isInstanceOf(StoreUnavailableException.class);
    }
    assertThat(people.reads).isOne();
  }

  @Test
  void listThatCannotBeReadAfterAnOptOutHere_doesNotServe() {
    here.collect(EVENT);
    here.refusals.optOut(here.person("alice"));
    people.broken = true;
    assertThatThrownBy(() -> here.collect(EVENT)).isInstanceOf(StoreUnavailableException.class);
  }

  private Deployment deployment() {
    InMemoryChunkStore store = new InMemoryChunkStore();
    return new Deployment(Pipeline.KEYS, clock, store, store, store, people);
  }

  /** A store whose lists can be made unreadable. */
  private static final class Switchable implements PeopleStore {
    private final PeopleStore store = new InMemoryPeopleStore();
    private boolean broken;
    private int reads;
    private Runnable onRead = () -> {};

    @Override
    public Iterator<PersonRecord> read(PersonRecord.Kind kind, String prefix, Instant now) {
      reads++;
      onRead.run();
      if (broken) {
        throw new StoreUnavailableException("broken");
      }
      return store.read(kind, prefix, now);
    }

    @Override
    public Optional<PersonRecord> find(PersonRecord.Kind kind, String key, Instant now) {
      return store.find(kind, key, now);
    }

    @Override
    public void put(PersonRecord record) {
      store.put(record);
    }

    @Override
    public void delete(PersonRecord.Kind kind, String key) {
      store.delete(kind, key);
    }

    @Override
    public boolean isReady() {
      return store.isReady();
    }
  }
}
