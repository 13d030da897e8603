package dev.housecount.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.event.Pseudonym;
import dev.housecount.sealed.Rollups;
import dev.housecount.store.Chunk;
import dev.housecount.store.ChunkSweeper;
import dev.housecount.store.Chunker;
import dev.housecount.store.StoreUnavailableException;
import dev.housecount.testing.DisturbedRecords;
import dev.housecount.testing.Pipeline;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.BeforeTry;

/** What is told of a time of which a part is sealed is what live events tell. */
class RollupsPropertyTest {
  private static final Asked MONTHS =
      SealedDays.asked(
          LocalDate.parse("2026-02-01").atStartOfDay(SealedDays.ZONE).toInstant(),
          LocalDate.parse("2026-03-20").atStartOfDay(SealedDays.ZONE).toInstant());

  private SealedDays days;

  @BeforeTry
  void begin() {
    days = new SealedDays(RandomDays.NOW, Pipeline.RETENTION);
  }

  @Property(tries = 300, seed = "14")
  void sealed_isWhatLiveEventsTell(@ForAll Random random) {
    RandomDays randomDays = new RandomDays(random, false);
    days.changes = randomDays.changes();
    all(randomDays).forEach(chunk -> days.chunks.write(List.of(chunk)));
    Rollups rollups = days.rollups(days.records);
    SealedDays.sealAll(rollups);
    compare(rollups, random);
    assertThat(rollups.digest()).isZero();
    compare(rollups, random);
    compareLater(rollups, random);
  }

  @Property(tries = 300, seed = "14")
  void late_isSealedAgain(@ForAll Random random) {
    RandomDays randomDays = new RandomDays(random, false);
    days.changes = randomDays.changes();
    Rollups rollups = days.rollups(days.records);
    for (Chunk chunk : all(randomDays)) {
      rollups.noting(days.chunks).write(List.of(chunk));
      if (random.nextInt(4) == 0) {
        days.clock.advance(Duration.ofSeconds(random.nextInt(200)));
        rollups.seal();
        rollups.digest();
      }
    }
    days.clock.advance(Duration.ofMinutes(4));
    SealedDays.sealAll(rollups);
    compare(rollups, random);
    days.clock.advance(Duration.ofHours(random.nextInt(30))); // late events make digests useless
    SealedDays.sealAll(rollups);
    rollups.digest();
    compare(rollups, random);
    compareLater(rollups, random);
  }

  @Property(tries = 300, seed = "14")
  void twoAtOnce_killedAnywhere_doNoHarm(@ForAll Random random) {
    RandomDays randomDays = new RandomDays(random, false);
    days.changes = randomDays.changes();
    DisturbedRecords disturbed = new DisturbedRecords(days.records);
    Rollups one = days.rollups(disturbed);
    Rollups other = days.rollups(days.records);
    Deque<Chunk> all = new ArrayDeque<>(all(randomDays));
    while (!all.isEmpty()) {
      other.noting(days.chunks).write(List.of(all.pop()));
      if (random.nextInt(4) == 0) {
        days.clock.advance(Duration.ofSeconds(random.nextInt(200)));
        disturbed.by(
            random,
            () -> {
              if (random.nextInt(3) == 0) {
                throw new StoreUnavailableException("killed");
              }
              if (!all.isEmpty() && random.nextBoolean()) { // it takes minutes meanwhile
                other.noting(days.chunks).write(List.of(all.pop()));
                days.clock.advance(Duration.ofMinutes(4));
              }
              other.seal();
              other.digest();
            });
        try {
          one.seal();
          one.digest();
        } catch (StoreUnavailableException e) {
          // The next run goes on.
        }
      }
    }
    disturbed.by(random, () -> {});
    days.clock.advance(Duration.ofHours(3));
    SealedDays.sealAll(one);
    compare(one, random);
    compare(other, random);
    days.clock.advance(Duration.ofDays(1));
    SealedDays.sealAll(one);
    assertThat(one.digest()).isZero();
    compare(one, random);
    compareLater(other, random);
  }

  @Property(tries = 200, seed = "14")
  void erased_areNeverTold_andGoneAtRest(@ForAll Random random) {
    RandomDays randomDays = new RandomDays(random, false);
    days.changes = randomDays.changes();
    Rollups rollups = days.rollups(days.records);
    List<Chunk> all = all(randomDays);
    all.forEach(chunk -> days.chunks.write(List.of(chunk)));
    if (random.nextBoolean()) {
      rollups.seal();
      rollups.digest();
    }
    Rollups before = days.rollups(days.records); // has read all, and is told nothing
    told(before, random);
    Pseudonym ann = Told.pseudonym("ann");
    rollups.forget(ann, days.clock.instant());
    assertNobody(before, ann, random);
    if (random.nextBoolean()) {
      SealedDays.sealAll(rollups);
      rollups.digest();
    }
    assertNobody(before, ann, random);
    all.stream()
        .filter(chunk -> ann.equals(chunk.user()))
        .forEach(chunk -> days.chunks.delete(List.of(chunk.key())));
    while (rollups.purge() > 0) {
      continue;
    }
    days.clock.advance(Duration.ofDays(3));
    SealedDays.sealAll(rollups);
    compare(before, random);
    rollups.digest();
    compare(before, random);
    compareLater(rollups, random);
    compare(days.rollups(days.records), random);
  }

  private void assertNobody(Rollups rollups, Pseudonym person, Random random) {
    Listed told = told(rollups, random);
    assertThat(
            Stream.of(
                    told.visits.stream().map(Visit::who),
                    told.present.stream().map(Present::who),
                    told.seen.stream().map(Seen::who),
                    told.runs.stream().map(Run::who),
                    told.searches.stream().map(Search::who))
                .flatMap(whose -> whose))
        .noneMatch(who -> person.equals(who.user()));
  }

  private static List<Chunk> all(RandomDays days) {
    List<Chunk> all = new ArrayList<>();
    String position = null;
    do {
      ChunkSweeper.Step step = days.store.next(position);
      step.found().forEach(found -> all.add(found.chunk()));
      position = step.next();
    } while (position != null);
    return all;
  }

  private static Asked range(Random random) {
    Instant one = Present.quarter(RandomDays.NOW.minusSeconds(random.nextInt(230_000)));
    Instant other = Present.quarter(RandomDays.NOW.minusSeconds(random.nextInt(230_000)));
    return one.isBefore(other)
        ? SealedDays.asked(one, other)
        : SealedDays.asked(other, one.plusSeconds(900));
  }

  /** Some days later, when there are digests of February, its runs among them. */
  private void compareLater(Rollups rollups, Random random) {
    days.clock.advance(Duration.ofDays(7));
    Told later = Told.visit("/later").at(days.clock.instant().minus(Duration.ofDays(1)));
    days.chunks.write(
        new Chunker(days.retention, Pipeline.POLICY.version(), Pipeline.KEYS.id())
            .cut(List.of(later.hydrated(true))));
    SealedDays.sealAll(rollups);
    assertThat(rollups.digest()).isZero();
    compare(rollups, random);
    days.compare(rollups, Pipeline.KEYS, MONTHS);
  }

  private void compare(Rollups rollups, Random random) {
    for (int i = 0; i < 3; i++) {
      days.compare(rollups, Pipeline.KEYS, range(random));
    }
  }

  private Listed told(Rollups rollups, Random random) {
    return days.told(rollups, Pipeline.KEYS, range(random));
  }
}
