package dev.housecount.rollup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.keys.KeyRing;
import dev.housecount.sealed.Rollups;
import dev.housecount.store.Chunk;
import dev.housecount.store.Chunker;
import dev.housecount.store.Order;
import dev.housecount.store.RecordRange;
import dev.housecount.store.RetentionPolicy;
import dev.housecount.store.StoredRecord;
import dev.housecount.testing.CountingRecordStore;
import dev.housecount.testing.DisturbedRecords;
import dev.housecount.testing.Pipeline;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sealing where keys rotate, events expire, nothing happens, or something goes on and on. */
class RollupsTest {
  private static final Instant NOW = Told.NOON.plus(Duration.ofDays(2));
  private static final KeyRing ROTATED =
      new KeyRing(
          List.of(Pipeline.SECRET, "another secret of the tests, 32 bytes".getBytes(UTF_8)));
  private static final Asked ALL =
      SealedDays.asked(Told.NOON.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(30)));

  private SealedDays days = new SealedDays(NOW, Pipeline.RETENTION);

  @Test
  void rotation_changesWhoTheOrdinalsAre_andMentions() {
    write(Told.visit("/catalog/default/user/" + Told.pseudonym("bob")), Told.visit("/a").by("bob"));
    SealedDays.sealAll(days.rollups(days.records));
    Rollups rotated = days.rollups(days.records, ROTATED);
    days.compare(rotated, ROTATED, ALL);
    late(Told.visit("/b").by("bob"), rotated);
    days.clock.advance(Duration.ofMinutes(4));
    SealedDays.sealAll(rotated);
    days.compare(rotated, ROTATED, ALL);
    assertThat(days.told(rotated, ROTATED, ALL).present).hasSize(2);
  }

  @Test
  void anInstanceWithoutTheNewestKey_sealsNothing_andReadsLive() {
    Rollups before = days.rollups(days.records);
    days.chunks.write(
        new Chunker(Pipeline.RETENTION, Pipeline.POLICY.version(), ROTATED.id())
            .cut(List.of(Told.visit("/a").at(NOW.minus(Duration.ofHours(14))).hydrated(true))));
    days.clock.advance(Duration.ofHours(4));
    assertThat(before.seal()).isOne();
    assertThat(records("days")).isEmpty();
    Rollups after = days.rollups(days.records, ROTATED);
    SealedDays.sealAll(after);
    assertThat(records("days")).isNotEmpty();
    days.compare(before, Pipeline.KEYS, ALL);
    days.compare(after, ROTATED, ALL);
  }

  @Test
  void lateVisit_neverWipesWhatExpiredSince() {
    RetentionPolicy retention =
        new RetentionPolicy(
            Duration.ofDays(90),
            Map.of("search", Duration.ofDays(7), "create", Duration.ofDays(7)));
    days = new SealedDays(NOW, retention);
    write(
        Told.search("kafka").by("ann"),
        Told.create("template:default/a").by("bob"),
        Told.visit("/old").by("carol"));
    Rollups rollups = days.rollups(days.records);
    SealedDays.sealAll(rollups);
    days.clock.advance(Duration.ofDays(10));
    late(Told.visit("/late").by("dan"), rollups);
    days.clock.advance(Duration.ofMinutes(4));
    SealedDays.sealAll(rollups);
    Listed told = days.told(rollups, Pipeline.KEYS, ALL);
    assertThat(told.visits).extracting(Visit::page).containsExactlyInAnyOrder("/old", "/late");
    assertThat(told.runs).hasSize(1);
    assertThat(told.present).hasSize(4);
    assertThat(told.searches).as("never longer than their events").isEmpty();
  }

  @Test
  void searchThatGoesOn_isToldAsItIs_andSealedOnceItIsOver() {
    Rollups rollups = days.rollups(days.records);
    Instant begin = NOW.minus(Duration.ofMinutes(20 * 150L));
    IntStream.range(0, 150)
        .mapToObj(i -> begin.plus(Duration.ofMinutes(20L * i)))
        .forEach(at -> write(Told.search("kafka").at(at).value(at.equals(begin) ? 0 : 1)));
    SealedDays.sealAll(rollups);
    days.compare(rollups, Pipeline.KEYS, ALL);
    assertThat(records("searches#default")).isEmpty();
    days.clock.advance(Duration.ofDays(3));
    SealedDays.sealAll(rollups);
    days.compare(rollups, Pipeline.KEYS, ALL);
    assertThat(records("searches#default")).hasSize(1);
  }

  @Test
  void lateEvent_whileAnotherInstanceFoldsItsTime_isNotLost() {
    for (int call = 0; call < 15; call++) {
      days = new SealedDays(NOW, Pipeline.RETENTION);
      DisturbedRecords disturbed = new DisturbedRecords(days.records);
      Rollups folding = days.rollups(disturbed);
      Rollups mending = days.rollups(days.records);
      mending.seal(); // there is nothing, so that it seals nothing for a while
      write(Told.visit("/a"));
      disturbed.at(
          call,
          () -> {
            late(Told.visit("/late"), mending);
            days.clock.advance(Duration.ofMinutes(4));
            mending.seal();
          });
      folding.seal();
      SealedDays.sealAll(folding);
      disturbed.at(0, () -> {}); // where it took fewer calls
      days.compare(folding, Pipeline.KEYS, ALL);
    }
  }

  @Test
  void erasure_whileAnotherInstanceFoldsOrDigests_isNotUndone() {
    for (int call = 0; call < 40; call++) {
      days = new SealedDays(NOW, Pipeline.RETENTION);
      List<Chunk> bobs = chunker().cut(List.of(Told.visit("/a").by("bob").hydrated(true)));
      days.chunks.write(bobs);
      write(Told.visit("/about").by("dan"));
      DisturbedRecords disturbed = new DisturbedRecords(days.records);
      Rollups folding = days.rollups(disturbed);
      Rollups erasing = days.rollups(days.records);
      disturbed.at(
          call,
          () -> {
            erasing.forget(Told.pseudonym("bob"), NOW);
            days.chunks.delete(bobs.stream().map(Chunk::key).toList());
            erasing.purge();
          });
      folding.seal();
      folding.digest();
      disturbed.at(0, () -> {});
      days.clock.advance(Duration.ofDays(3)); // nobody minds any more that bob was erased
      erasing.purge();
      SealedDays.sealAll(folding);
      folding.digest();
      days.compare(folding, Pipeline.KEYS, ALL);
    }
  }

  /** An hour on either side of the erasure, within one day of the portal's zone. */
  @Test
  void whoWasErased_andComesBack_countsFromThenOn_alsoInDigests() {
    Rollups rollups = days.rollups(days.records);
    List<Chunk> before =
        chunker().cut(List.of(Told.visit("/a").by("bob").at(hours(-1)).hydrated(true)));
    days.chunks.write(before);
    write(Told.visit("/c").by("dan").at(hours(-1)));
    rollups.forget(Told.pseudonym("bob"), NOW);
    days.chunks.delete(before.stream().map(Chunk::key).toList());
    write(Told.visit("/b").by("bob").at(hours(1)), Told.visit("/d").by("dan").at(hours(26)));
    days.clock.advance(Duration.ofDays(1).plusHours(6));
    SealedDays.sealAll(rollups);
    assertThat(rollups.digest()).isZero();
    assertThat(records("day#uses#default")).isNotEmpty();
    days.compare(rollups, Pipeline.KEYS, ALL);
  }

  private static Instant hours(long hours) {
    return NOW.plus(Duration.ofHours(hours));
  }

  @Test
  void digests_areReadInsteadOfSegments_andRemadeAfterLateEvents() {
    Rollups rollups = days.rollups(days.records);
    IntStream.range(0, 2_000)
        .mapToObj(i -> Told.visit("/" + i % 2).by("u").after(Duration.ofMinutes(-40 * i)))
        .forEach(this::write);
    SealedDays.sealAll(rollups);
    assertThat(visits(rollups)).hasSizeGreaterThan(1_000);
    assertThat(rollups.digest()).isZero();
    assertThat(visits(rollups)).as("two of October, two a day since").hasSize(2 + 2 * 27);
    late(Told.visit("/late").after(Duration.ofDays(-20)), rollups);
    days.clock.advance(Duration.ofMinutes(4));
    SealedDays.sealAll(rollups);
    days.compare(rollups, Pipeline.KEYS, MONTHS);
    assertThat(visits(rollups)).hasSizeGreaterThan(2 + 2 * 27 + 1);
    rollups.digest();
    assertThat(visits(rollups)).as("more may come").hasSizeGreaterThan(2 + 2 * 27 + 1);
    days.clock.advance(Duration.ofMinutes(11));
    rollups.digest();
    days.compare(rollups, Pipeline.KEYS, MONTHS);
    assertThat(visits(rollups)).hasSize(2 + 2 * 27 + 1);
    assertThat(records("month#uses#default")).as("the old ones are gone").hasSize(1);
  }

  /** Many days, from the begin of a month in the portal's zone on. */
  private static final Asked MONTHS =
      new Asked(
          LocalDate.parse("2026-10-01").atStartOfDay(SealedDays.ZONE).toInstant(),
          LocalDate.parse("2026-11-28").atStartOfDay(SealedDays.ZONE).toInstant(),
          Set.of("default"),
          Set.of(Part.VISITS),
          false);

  @Test
  void retentionThatIsLengthened_findsWhatDigestsLeftOut() {
    RetentionPolicy weeks =
        new RetentionPolicy(Duration.ofDays(90), Map.of("not-found", Duration.ofDays(25)));
    days = new SealedDays(NOW, weeks);
    write(Told.event("not-found", "/gone").after(Duration.ofDays(-10)));
    write(Told.visit("/a").after(Duration.ofDays(-10)));
    days.clock.advance(Duration.ofDays(8)); // so that November is over, and the begin of it
    write(Told.visit("/b").at(days.clock.instant().minus(Duration.ofDays(2))));
    Rollups rollups = days.rollups(days.records);
    SealedDays.sealAll(rollups);
    assertThat(rollups.digest()).isZero();
    assertThat(records("month#uses#default")).hasSize(1);
    assertThat(records("month#misses#default")).isEmpty();
    days.retention = Pipeline.RETENTION;
    days.compare(days.rollups(days.records), Pipeline.KEYS, NOVEMBER);
    assertThat(days.told(rollups, Pipeline.KEYS, NOVEMBER).misses).hasSize(1);
  }

  private List<Visit> visits(Rollups rollups) {
    return days.told(rollups, Pipeline.KEYS, MONTHS).visits;
  }

  @Test
  void whatWasReadLately_isNotReadAgain() {
    CountingRecordStore counting = new CountingRecordStore(days.records);
    IntStream.range(0, 2_000)
        .mapToObj(i -> Told.visit("/" + i).by("u" + i % 90).after(Duration.ofMinutes(-10 * i)))
        .forEach(this::write);
    Rollups rollups = days.rollups(counting);
    SealedDays.sealAll(rollups);
    double first = units(rollups, counting);
    double second = units(rollups, counting);
    assertThat(second).isLessThan(first / 2);
    days.compare(rollups, Pipeline.KEYS, ALL);
  }

  private static final Asked NOVEMBER =
      SealedDays.asked(
          LocalDate.parse("2026-11-01").atStartOfDay(SealedDays.ZONE).toInstant(),
          LocalDate.parse("2026-12-01").atStartOfDay(SealedDays.ZONE).toInstant());

  private double units(Rollups rollups, CountingRecordStore counting) {
    counting.reset();
    Instant begin = NOW.minus(Duration.ofDays(30));
    Listed unused = days.told(rollups, Pipeline.KEYS, SealedDays.asked(begin, NOW));
    return counting.readUnits();
  }

  @Test
  void nothingHappens_nothingIsWritten() {
    CountingRecordStore counting = new CountingRecordStore(days.records);
    write(Told.visit("/a"));
    Rollups rollups = days.rollups(counting);
    SealedDays.sealAll(rollups);
    tend(rollups, Duration.ofDays(2));
    counting.reset();
    tend(rollups, Duration.ofDays(3));
    assertThat(counting.writeUnits()).isZero();
  }

  private void tend(Rollups rollups, Duration time) {
    Instant end = days.clock.instant().plus(time);
    while (days.clock.instant().isBefore(end)) {
      days.clock.advance(Duration.ofMinutes(5));
      rollups.seal();
      rollups.purge();
      rollups.digest();
    }
  }

  @Test
  void daysWithoutAnything_arePassedOver() {
    write(Told.visit("/a"), Told.visit("/b").after(Duration.ofDays(-40)));
    Rollups rollups = days.rollups(days.records);
    SealedDays.sealAll(rollups);
    assertThat(records("days")).hasSize(2);
    late(Told.visit("/c").after(Duration.ofDays(-20)), rollups);
    days.clock.advance(Duration.ofMinutes(4));
    SealedDays.sealAll(rollups);
    days.compare(rollups, Pipeline.KEYS, SealedDays.asked(NOW.minus(Duration.ofDays(60)), NOW));
  }

  @Test
  void digests_tellVisitsOfEveryKind_toWhoeverAsksForThem() {
    for (int day = 1; day < 60; day += 2) {
      for (String page :
          List.of(
              "/catalog/default/component/a",
              "/catalog/default/component/a/docs/guide",
              "/catalog/default/template/node",
              "/catalog/default/template/node/docs",
              "/docs/default/template/node",
              "/docs/default/component/a/guide",
              "/create/templates/default/node",
              "/kubernetes")) {
        write(Told.visit(page).by("u" + day % 4).after(Duration.ofHours(-25L * day)));
      }
    }
    Rollups rollups = days.rollups(days.records);
    SealedDays.sealAll(rollups);
    assertThat(rollups.digest()).isZero();
    assertThat(records("month#tab_visits#default")).isNotEmpty();
    days.compare(rollups, Pipeline.KEYS, SealedDays.asked(MONTHS.from(), NOW));
  }

  @Test
  void runsOfAMonth_areToldWithoutTheirEvents_onceTheyAreOver() {
    Instant last = Instant.parse("2026-10-31T18:00:00Z"); // of October, in Kathmandu
    write(run("a", "open", last), run("a", "completed", last.plusSeconds(80_000)));
    write(run("b", "open", last.minusSeconds(9)), run("b", "failed", last));
    write(run("before", "open", MONTHS.from().minusSeconds(60)));
    write(run("before", "completed", MONTHS.from().plusSeconds(60)));
    write(Told.create("template:default/node").by("ann").at(last.plusSeconds(3_000)));
    Rollups rollups = days.rollups(days.records);
    SealedDays.sealAll(rollups);
    assertThat(rollups.digest()).isZero();
    assertThat(records("month#whole_runs#default")).as("one may go on").isEmpty();
    write(Told.visit("/a").after(Duration.ofDays(-1)));
    days.clock.advance(Duration.ofDays(2));
    SealedDays.sealAll(rollups);
    assertThat(rollups.digest()).isZero();
    assertThat(records("month#whole_runs#default")).hasSize(1);
    days.compare(rollups, Pipeline.KEYS, SealedDays.asked(MONTHS.from(), NOW));
    records("runs#default").forEach(record -> days.records.delete(List.of(record.key())));
    Asked october = SealedDays.asked(MONTHS.from(), last.plus(Duration.ofMinutes(15)));
    assertThat(days.told(rollups, Pipeline.KEYS, october).runs)
        .extracting(Run::outcome)
        .containsExactlyInAnyOrder(Run.Outcome.COMPLETED, Run.Outcome.FAILED);
  }

  @Test
  void runsOfAMonth_areMadeAgain_whenSomethingLateIsToldBehindIt() {
    Instant last = Instant.parse("2026-10-31T18:00:00Z");
    write(run("a", "open", last), Told.visit("/a").after(Duration.ofDays(-1)));
    Rollups rollups = days.rollups(days.records);
    SealedDays.sealAll(rollups);
    assertThat(rollups.digest()).isZero();
    assertThat(records("month#whole_runs#default")).hasSize(1);
    late(run("a", "failed", last.plusSeconds(36_000)), rollups); // in November
    days.clock.advance(Duration.ofMinutes(4));
    SealedDays.sealAll(rollups);
    days.compare(rollups, Pipeline.KEYS, SealedDays.asked(MONTHS.from(), NOW));
    assertThat(days.told(rollups, Pipeline.KEYS, MONTHS_RUNS).runs)
        .extracting(Run::outcome)
        .containsExactly(Run.Outcome.FAILED);
  }

  private static final Asked MONTHS_RUNS =
      new Asked(MONTHS.from(), MONTHS.to(), Set.of("default"), Set.of(Part.RUNS));

  private static Told run(String task, String state, Instant at) {
    return Told.task(state, task).of("template:default/node").by("ann").at(at);
  }

  @Test
  void digestsOfAnOlderFormat_areMadeAgain() {
    for (int hour = 0; hour < 900; hour++) {
      write(Told.visit("/a").by("ann").after(Duration.ofHours(-hour)));
    }
    SealedDays.sealAll(days.rollups(days.records));
    assertThat(days.rollups(days.records).digest()).isZero();
    for (StoredRecord record : records("digests")) {
      byte[] older = record.data().clone();
      older[0] = 1; // the format
      StoredRecord changed =
          new StoredRecord(record.key(), record.version() + 1, older, record.expiresAt());
      assertThat(days.records.put(changed, record.version())).isTrue();
    }
    Rollups rollups = days.rollups(days.records);
    assertThat(visits(rollups)).hasSizeGreaterThan(500);
    days.compare(rollups, Pipeline.KEYS, MONTHS);
    assertThat(rollups.digest()).isZero();
    assertThat(visits(rollups)).hasSizeLessThan(100);
    days.compare(rollups, Pipeline.KEYS, MONTHS);
  }

  @Test
  void eventsOfRuns_areReadLiveWithAllElse_once() {
    Rollups rollups = days.rollups(days.records);
    for (int i = 0; i < 100; i++) {
      write(Told.visit("/" + i).at(NOW.minusSeconds(i)));
    }
    write(run("a", "open", NOW.minusSeconds(9)));
    int visits = chunksRead(rollups, Set.of(Part.VISITS));
    assertThat(visits).isGreaterThan(100);
    assertThat(chunksRead(rollups, Set.of(Part.VISITS, Part.RUNS))).isLessThan(visits + 100);
  }

  private int chunksRead(Rollups rollups, Set<Part> parts) {
    int before = days.chunksRead;
    Asked asked = new Asked(NOW.minusSeconds(3_600), NOW, Set.of("default"), parts);
    assertThat(days.told(rollups, Pipeline.KEYS, asked).visits).isNotEmpty();
    return days.chunksRead - before;
  }

  @Test
  void betweenWhatIsSealed_nothingIsReadAgain() {
    write(Told.visit("/a"), Told.visit("/b").after(Duration.ofDays(-40)));
    Rollups rollups = days.rollups(days.records);
    SealedDays.sealAll(rollups);
    write(Told.visit("/unnoted").after(Duration.ofDays(-20))); // as no writer does
    Asked all = SealedDays.asked(NOW.minus(Duration.ofDays(60)), NOW);
    Asked within = SealedDays.asked(NOW.minus(Duration.ofDays(25)), NOW);
    assertThat(days.told(rollups, Pipeline.KEYS, all).visits).hasSize(2);
    assertThat(days.told(rollups, Pipeline.KEYS, within).visits)
        .as("nobody looks far for what is sealed before: it is read live")
        .hasSize(2);
  }

  @Test
  void moreThanIsFoldedAtOnce_isSeveralSegments() {
    IntStream.range(0, 13_000)
        .mapToObj(i -> Told.visit("/" + i % 7).by("u" + i % 90).after(Duration.ofSeconds(i)))
        .forEach(this::write);
    Rollups rollups = days.rollups(days.records);
    SealedDays.sealAll(rollups);
    assertThat(records("presence#default")).hasSizeGreaterThan(1);
    days.compare(rollups, Pipeline.KEYS, ALL);
  }

  @Test
  void peopleAreKeptShorterThanEvents_whatIsOverIsReadLive() {
    write(Told.visit("/old").after(Duration.ofDays(-40)), Told.visit("/new"));
    Rollups rollups = days.rollups(days.records, Duration.ofDays(30));
    SealedDays.sealAll(rollups);
    assertThat(records("days")).hasSize(1);
    days.compare(rollups, Pipeline.KEYS, SealedDays.asked(NOW.minus(Duration.ofDays(60)), NOW));
  }

  private void write(Told... events) {
    for (Told event : events) {
      days.chunks.write(chunker().cut(List.of(event.hydrated(true))));
    }
  }

  private void late(Told event, Rollups rollups) {
    rollups.noting(days.chunks).write(chunker().cut(List.of(event.hydrated(true))));
  }

  private Chunker chunker() {
    return new Chunker(days.retention, Pipeline.POLICY.version(), Pipeline.KEYS.id());
  }

  private List<StoredRecord> records(String partition) {
    return days.records.read(new RecordRange(partition, "", "~", Order.ASC, 1_000, true));
  }
}
