package dev.housecount.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.housecount.event.Versions;
import dev.housecount.store.InMemoryRecordStore;
import dev.housecount.store.RecordKey;
import dev.housecount.store.RecordRange;
import dev.housecount.store.RecordStore;
import dev.housecount.store.StoreUnavailableException;
import dev.housecount.store.StoredRecord;
import dev.housecount.testing.CountingRecordStore;
import dev.housecount.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What instances count together, and what that costs. */
class LedgerTest {
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-25");
  private static final String PORTAL = "acme";

  private final MutableClock clock = new MutableClock(NOW);
  private final CountingRecordStore store = new CountingRecordStore(new InMemoryRecordStore(clock));
  private final Ledger one = ledger("one");
  private final Ledger other = ledger("other");

  @Test
  void add_onlyAccepted_writesNothing() {
    for (int minute = 0; minute < 60; minute++) {
      one.add(PORTAL, accepted(10));
      clock.advance(Duration.ofMinutes(1));
    }
    assertThat(store.calls()).isZero();
    assertThat(today(one).accepted()).as("known here").isEqualTo(600);
    one.add(PORTAL, accepted(400));
    assertThat(store.writeUnits()).as("a thousand are worth it").isEqualTo(1);
    assertThat(today(other).accepted()).isEqualTo(1_000);
  }

  @Test
  void add_aStormOfGarbage_writesOnceAMinute() {
    for (int i = 0; i < 300; i++) {
      one.add(PORTAL, rejected("bad_action", 1));
      clock.advance(Duration.ofSeconds(1));
    }
    assertThat(store.writeUnits()).isEqualTo(5);
    one.add(PORTAL, Figures.NONE);
    assertThat(today(other).rejected()).isEqualTo(Map.of("bad_action", 300L));
  }

  @Test
  void read_twoInstances_isTheirSumEachCountedOnce() {
    one.add(PORTAL, accepted(3).plus(rejected("bad_action", 1)));
    other.add(PORTAL, accepted(4).plus(rejected("bad_action", 2)));
    clock.advance(Duration.ofMinutes(2));
    one.add(PORTAL, dropped("bot", 5));
    one.add("other-portal", accepted(99).plus(rejected("too_old", 9)));
    for (Ledger each : List.of(one, other)) {
      assertThat(today(each).accepted()).isEqualTo(7);
      assertThat(today(each).rejected()).isEqualTo(Map.of("bad_action", 3L));
      assertThat(today(each).dropped()).isEqualTo(Map.of("bot", 5L));
    }
  }

  @Test
  void read_afterAnInstanceEnded_knowsWhatItWrote() {
    one.add(PORTAL, accepted(3).plus(late(2)));
    one.add(PORTAL, accepted(5));
    one.flush();
    assertThat(one.flush()).as("nothing is new").isZero();
    assertThat(store.writeUnits()).isEqualTo(2);
    Figures left = today(ledger("a new one"));
    assertThat(left.accepted()).isEqualTo(10);
    assertThat(left.late()).isEqualTo(2);
  }

  @Test
  void read_daysAreThoseOfTheZone_andOldOnesAreGone() {
    Ledger kolkata = new Ledger(store, "three", clock, ZoneId.of("Asia/Kolkata"));
    clock.set(Instant.parse("2026-11-25T18:29:00Z"));
    kolkata.add(PORTAL, rejected("bad_action", 1));
    clock.set(Instant.parse("2026-11-25T18:31:00Z"));
    kolkata.add(PORTAL, rejected("bad_action", 2));
    Map<LocalDate, Figures> days = kolkata.read(PORTAL, TODAY, TODAY.plusDays(1));
    assertThat(Figures.sum(days.get(TODAY).rejected())).isEqualTo(1);
    assertThat(Figures.sum(days.get(TODAY.plusDays(1)).rejected())).isEqualTo(2);
    assertThat(kolkata.read(PORTAL, TODAY.plusDays(1), TODAY.plusDays(1))).hasSize(1);
    clock.advance(Duration.ofDays(Received.DAYS + 1L));
    assertThat(ledger("four").read(PORTAL, TODAY, TODAY.plusDays(99))).isEmpty();
  }

  @Test
  void read_longRunningInstance_keepsDaysThatAreOver() {
    for (int day = 0; day < 5; day++) {
      one.add(PORTAL, rejected("bad_action", 1));
      clock.advance(Duration.ofDays(1));
    }
    assertThat(one.read(PORTAL, TODAY, TODAY.plusDays(9))).hasSize(5);
    assertThat(other.read(PORTAL, TODAY, TODAY.plusDays(9)))
        .isEqualTo(one.read(PORTAL, TODAY, TODAY.plusDays(9)));
  }

  @Test
  void add_storeIsGone_failsNobodyAndLosesNothing() {
    Breakable breakable = new Breakable(store);
    Ledger ledger = new Ledger(breakable, "five", clock, ZoneOffset.UTC);
    breakable.failure = new IllegalStateException("of another kind");
    ledger.add(PORTAL, rejected("bad_action", 1));
    breakable.failure = new StoreUnavailableException("broken");
    assertThatThrownBy(ledger::flush).isInstanceOf(StoreUnavailableException.class);
    ledger.add(PORTAL, rejected("bad_action", 1));
    assertThat(breakable.writes).as("not with each batch").isEqualTo(2);
    breakable.failure = null;
    clock.advance(Duration.ofMinutes(1));
    ledger.add(PORTAL, accepted(1));
    assertThat(today(other).rejected()).isEqualTo(Map.of("bad_action", 2L));
  }

  @Test
  void figures_writtenAndRead_areTheSame() {
    Figures all =
        new Figures(
            1,
            2,
            3,
            Map.of("too_old", 4L),
            Map.of("bot", 5L),
            Map.of("context", 6L),
            Map.of(
                new Versions("0.2.0", null),
                new Span(NOW.minusSeconds(9), NOW),
                new Versions(null, "1.57.0-next.1"),
                new Span(NOW, NOW),
                Versions.NONE,
                new Span(NOW, NOW)));
    assertThat(Lines.figures(Lines.of(all))).isEqualTo(all);
    assertThat(Lines.figures(Lines.of(Figures.NONE))).isEqualTo(Figures.NONE);
  }

  @Test
  void senders_madeUpVersions_fillNoRecord() {
    Figures all = Figures.NONE;
    for (int i = 0; i < 1_000; i++) {
      Versions versions = new Versions("1." + i, null);
      all = all.plus(sent(versions));
    }
    assertThat(all.senders()).hasSize(Figures.MOST_SENDERS).containsKey(new Versions("1.0", null));
  }

  private Figures today(Ledger ledger) {
    return ledger.read(PORTAL, TODAY, TODAY).getOrDefault(TODAY, Figures.NONE);
  }

  private Ledger ledger(String instance) {
    return new Ledger(store, instance, clock, ZoneOffset.UTC);
  }

  private static Figures accepted(int count) {
    return new Figures(count, 0, 0, Map.of(), Map.of(), Map.of(), Map.of());
  }

  private static Figures late(int count) {
    return new Figures(count, 0, count, Map.of(), Map.of(), Map.of(), Map.of());
  }

  private static Figures rejected(String reason, long count) {
    return new Figures(0, 0, 0, Map.of(reason, count), Map.of(), Map.of(), Map.of());
  }

  private static Figures dropped(String reason, long count) {
    return new Figures(0, 0, 0, Map.of(), Map.of(reason, count), Map.of(), Map.of());
  }

  private static Figures sent(Versions versions) {
    return new Figures(1, 0, 0, Map.of(), Map.of(), Map.of(), Map.of(versions, new Span(NOW, NOW)));
  }

  /** Fails when it is told to. */
  private static final class Breakable implements RecordStore {
    private final RecordStore store;
    private RuntimeException failure;
    private int writes;

    Breakable(RecordStore store) {
      this.store = store;
    }

    @Override
    public void putAll(List<StoredRecord> records) {
      writes++;
      if (failure != null) {
        throw failure;
      }
      store.putAll(records);
    }

    @Override
    public List<StoredRecord> get(List<RecordKey> keys, boolean fresh) {
      return store.get(keys, fresh);
    }

    @Override
    public List<StoredRecord> read(RecordRange range) {
      return store.read(range);
    }

    @Override
    public boolean put(StoredRecord record, long seen) {
      return store.put(record, seen);
    }

    @Override
    public void delete(List<RecordKey> keys) {
      store.delete(keys);
    }
  }
}
