package dev.housecount.counts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.insights.Grain;
import dev.housecount.store.Order;
import dev.housecount.store.RecordRange;
import dev.housecount.store.StoreUnavailableException;
import dev.housecount.store.StoredRecord;
import dev.housecount.testing.DisturbedRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Late events, breaks, and others who count at the same time. */
class CountingAgainTest {
  @Test
  void whatComesLate_isCounted_andWhatFollowsFromItToo() {
    CountedPortal portal = new CountedPortal();
    portal.live(40);
    portal.does("late", "navigate", "/create", Instant.parse("2026-01-20T10:00:00Z"));
    portal.count();
    assertThat(marks(portal)).as("not at once: others may be writing").isEqualTo(1);
    portal.clock.advance(LateDays.RIPE);
    portal.count();
    assertThat(marks(portal)).isZero();
    portal.live(120);
    assertThat(portal.rows("active-users", "2026-01-20", "2026-01-21", Grain.DAY).get(0))
        .startsWith("2026-01-20 2 1 1 0");
    assertThat(portal.rows("active-users", "2026-02-01", "2026-02-02", Grain.DAY).get(0))
        .as("of the 28 days to it, too")
        .startsWith("2026-02-01 2 1 1 0 3 4 ");
    assertThat(portal.rows("active-users", "2026-01-19", "2026-01-26", Grain.WEEK).get(0))
        .startsWith("2026-01-19 3 1 2 0");
  }

  @Test
  void lateEvents_areNotedOnceADayAndMinute_andOnTimeOnesNever() {
    CountedPortal portal = new CountedPortal();
    portal.live(10);
    for (int i = 0; i < 20; i++) {
      portal.does("late" + i, "navigate", "/create", Instant.parse("2026-01-07T10:00:00Z"));
      portal.visits("now" + i, "/create");
    }
    assertThat(marks(portal)).isEqualTo(1);
    portal.clock.advance(LateMarks.AGAIN);
    portal.does("later", "navigate", "/create", Instant.parse("2026-01-07T10:00:00Z"));
    assertThat(marks(portal)).isEqualTo(2);
  }

  @Test
  void whatIsOverAlready_isNotCountedAway() {
    CountedPortal portal = new CountedPortal("actions: {search: {retention: 10}}");
    portal.live(40);
    String before = records(portal, "counts#default#week#series").get("2026-01-12");
    assertThat(before).contains("metric=ssearches\tvalue=l2");
    portal.does("late", "navigate", "/create", Instant.parse("2026-01-13T10:00:00Z"));
    portal.clock.advance(LateDays.RIPE);
    portal.count();
    assertThat(records(portal, "counts#default#week#series").get("2026-01-12")).isEqualTo(before);
    assertThat(records(portal, "counts#default#month#series").get("2026-01-01"))
        .as("of which no search of the first weeks was left")
        .contains("metric=ssearches\tvalue=n");
  }

  @Test
  void sealedDays_areCountedAsLiveOnes() {
    CountedPortal portal = new CountedPortal();
    portal.live(16, false);
    portal.seal();
    portal.count();
    RecordRange sealed = new RecordRange("days", "", "\uffff", Order.ASC, 10, true);
    assertThat(portal.kept.read(sealed)).isNotEmpty();
    assertThat(counted(portal)).isEqualTo(counted(quiet()));
  }

  @Test
  void breaks_anywhere_changeNothing() {
    Map<String, String> expected = counted(quiet());
    int call = 0;
    boolean broken;
    do {
      CountedPortal portal = new CountedPortal();
      portal.live(16, false);
      DisturbedRecords records = new DisturbedRecords(portal.kept);
      records.at(
          call++,
          () -> {
            throw new StoreUnavailableException("cut off");
          });
      try {
        portal.counting(records).run();
      } catch (StoreUnavailableException e) {
        assertThat(e).hasMessage("cut off");
      }
      broken = records.isOver();
      portal.count();
      assertThat(counted(portal)).as("call " + call).isEqualTo(expected);
    } while (broken);
    assertThat(call).isGreaterThan(30);
  }

  @Test
  void others_atAnyTime_changeNothing() {
    Map<String, String> expected = counted(quiet());
    for (int call = 1; call < 40; call++) {
      CountedPortal portal = new CountedPortal();
      portal.live(16, false);
      DisturbedRecords records = new DisturbedRecords(portal.kept);
      records.at(call - 1, portal::count);
      portal.counting(records).run();
      portal.count();
      assertThat(counted(portal)).as("call " + call).isEqualTo(expected);
    }
  }

  @Test
  void whatItsTimeIsTooShortFor_isDoneByTheNextRuns() {
    CountedPortal portal = new CountedPortal();
    portal.live(16, false);
    Counting slow =
        portal.counting(
            new CountedWrites(portal.kept, record -> portal.clock.advance(Duration.ofMinutes(2))));
    int runs = 1;
    while (slow.run() > 0) {
      runs++;
    }
    assertThat(runs).isGreaterThan(10);
    assertThat(counted(portal)).isEqualTo(counted(quiet()));
  }

  @Test
  void aPortalThatNobodyUses_costsFourWritesADay() {
    CountedPortal portal = new CountedPortal();
    portal.live(3);
    int[] writes = new int[1];
    Counting counting =
        portal.counting(
            new CountedWrites(portal.kept, record -> writes[0] += 1 + record.data().length / 1000));
    for (int hour = 0; hour < 24; hour++) {
      counting.run();
      portal.clock.advance(Duration.ofHours(1));
    }
    assertThat(writes[0]).isBetween(1, 4);
  }

  private static CountedPortal quiet() {
    CountedPortal portal = new CountedPortal();
    portal.live(16, false);
    portal.count();
    return portal;
  }

  private static int marks(CountedPortal portal) {
    return portal
        .kept
        .read(new RecordRange(LateMarks.PARTITION, "", "\uffff", Order.ASC, 1_000, true))
        .size();
  }

  private static Map<String, String> counted(CountedPortal portal) {
    Map<String, String> all = new TreeMap<>();
    for (Grain grain : Whole.GRAINS) {
      for (String shelf : new String[] {"series", "tables"}) {
        String partition = "counts#default#" + grain.word() + "#" + shelf;
        records(portal, partition).forEach((sort, text) -> all.put(partition + sort, text));
      }
    }
    all.put("until", String.valueOf(new CountStore(portal.kept).index("default").until()));
    return all;
  }

  private static Map<String, String> records(CountedPortal portal, String partition) {
    Map<String, String> texts = new TreeMap<>();
    for (StoredRecord record :
        portal.kept.read(new RecordRange(partition, "", "\uffff", Order.ASC, 1_000, true))) {
      texts.put(record.key().sort(), CountText.text(record.data()));
    }
    return texts;
  }
}
