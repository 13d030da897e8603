package dev.housecount.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.collect.Batch;
import dev.housecount.collect.CollectResult;
import dev.housecount.collect.Sender;
import dev.housecount.collect.Submission;
import dev.housecount.event.Versions;
import dev.housecount.store.InMemoryChunkStore;
import dev.housecount.store.InMemoryRecordStore;
import dev.housecount.telemetry.Collected;
import dev.housecount.testing.CountingRecordStore;
import dev.housecount.testing.Events;
import dev.housecount.testing.MutableClock;
import dev.housecount.testing.Pipeline;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which software recorded events since when: from what is stored, and from counters. */
class SendersTest {
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
  private static final Versions OLD = new Versions("0.1.0", "1.50.2");
  private static final Versions NEW = new Versions("0.2.0", "1.50.2");
  private static final Duration HOUR = SenderWatch.INTERVAL;

  private final MutableClock clock = new MutableClock(NOW);
  private final InMemoryChunkStore chunks = new InMemoryChunkStore();
  private final CountingRecordStore records =
      new CountingRecordStore(new InMemoryRecordStore(clock));
  private final Pipeline pipeline = new Pipeline(chunks, chunks, clock);
  private final Ledger ledger = new Ledger(records, "one", clock, ZoneOffset.UTC);
  private final Senders senders = new Senders(records, clock);
  private final SenderWatch watch =
      new SenderWatch(
          new Newest(chunks, Duration.ofDays(90), clock), ledger, senders, clock, ZoneOffset.UTC);

  @Test
  void run_newVersion_isKnownLongerThanItsEvents() {
    collect("acme", OLD, NOW);
    watch.run();
    clock.advance(HOUR);
    collect("acme", NEW, clock.instant());
    collect("beta", Versions.NONE, clock.instant());
    watch.run();
    clock.advance(Duration.ofDays(395));
    watch.run();
    assertThat(senders.read())
        .isEqualTo(
            Map.of(
                "acme",
                Map.of(OLD, new Span(NOW, NOW), NEW, new Span(NOW.plus(HOUR), NOW.plus(HOUR))),
                "beta",
                Map.of(Versions.NONE, new Span(NOW.plus(HOUR), NOW.plus(HOUR)))));
    assertThat(VersionChange.of(senders.read().get("acme"), ZoneOffset.UTC))
        .containsExactly(
            new VersionChange(LocalDate.parse("2026-11-25"), VersionChange.MODULE, "0.2.0"));
    clock.advance(Duration.ofDays(10));
    assertThat(senders.read().getOrDefault("acme", Map.of())).isEmpty();
  }

  @Test
  void run_idlePortal_writesNothing_busyOneFourTimesADay() {
    collect("acme", OLD, NOW);
    watch.run();
    records.reset();
    for (int hour = 0; hour < 24; hour++) {
      clock.advance(HOUR);
      watch.run();
    }
    assertThat(records.writeUnits()).as("idle").isZero();
    for (int hour = 0; hour < 24; hour++) {
      clock.advance(HOUR);
      collect("acme", OLD, clock.instant());
      watch.run();
    }
    assertThat(records.writeUnits()).as("busy").isLessThanOrEqualTo(4);
  }

  @Test
  void run_withinTheHour_readsNothing() {
    watch.run();
    records.reset();
    clock.advance(HOUR.minusSeconds(1));
    watch.run();
    assertThat(records.calls()).isZero();
  }

  /** Whoever sends a year at once has its events in no hour's sample. */
  @Test
  void run_backfill_isKnownByItsOwnDays() {
    Instant then = NOW.minus(Duration.ofDays(60));
    collect("acme", OLD, then);
    collect("acme", NEW, then.plus(Duration.ofDays(20)));
    for (int i = 0; i <= Newest.CHUNKS; i++) {
      collect("acme", NEW, NOW.minusSeconds(i));
    }
    watch.run();
    assertThat(VersionChange.of(senders.read().get("acme"), ZoneOffset.UTC))
        .containsExactly(
            new VersionChange(LocalDate.parse("2026-10-16"), VersionChange.MODULE, "0.2.0"));
    assertThat(senders.read().get("acme").get(OLD)).isEqualTo(new Span(then, then));
  }

  @Test
  void sample_countsUsersOfTheNewest_withoutGuests() {
    for (int i = 0; i < 300; i++) {
      String user = i < 100 ? null : "user:default/" + (i == 299 ? "guest" : "u" + i % 7);
      pipeline.collect(
          NOW, List.of(Events.raw("navigate", "/" + i, user, NOW.minusSeconds(300 - i))));
    }
    Sample sample =
        Sample.of(
            new Newest(chunks, Duration.ofDays(90), clock).read(chunk -> true),
            Set.of(Events.PSEUDONYMS.user("user:default/guest")));
    assertThat(sample.events()).isEqualTo(Newest.CHUNKS);
    assertThat(sample.withUser()).isEqualTo(200);
    assertThat(sample.recent()).isEqualTo(Sample.RECENT);
    assertThat(sample.recentWithUser()).isEqualTo(200);
    assertThat(sample.recentGuests()).isEqualTo(1);
    assertThat(sample.people()).hasSize(7);
    assertThat(sample.since()).isEqualTo(NOW.minusSeconds(250));
  }

  @Test
  void maintenance_isWrittenWhenItIsNews() {
    MaintenanceLog log = new MaintenanceLog(records, clock);
    MaintenanceLog elsewhere = new MaintenanceLog(records, clock);
    assertThat(elsewhere.read()).isNull();
    for (int minute = 0; minute < 180; minute++) {
      log.note(List.of());
      clock.advance(Duration.ofMinutes(1));
    }
    assertThat(records.writeUnits()).isEqualTo(1);
    assertThat(log.read()).isEqualTo(new MaintenanceLog.Run(NOW.plusSeconds(179 * 60), List.of()));
    assertThat(elsewhere.read()).isEqualTo(new MaintenanceLog.Run(NOW, List.of()));
    log.note(List.of("table of events", "pull"));
    assertThat(elsewhere.read())
        .isEqualTo(new MaintenanceLog.Run(clock.instant(), List.of("pull", "table of events")));
  }

  @Test
  void late_isWhatNobodySentOnPurpose() {
    collect("default", NEW, NOW.minus(Duration.ofHours(2)), false);
    collect("default", NEW, NOW.minus(Duration.ofHours(3)), true);
    LocalDate today = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
    Figures figures = ledger.read("default", today, today).get(today);
    assertThat(figures.accepted()).isEqualTo(2);
    assertThat(figures.late()).isEqualTo(1);
  }

  private void collect(String portal, Versions versions, Instant at) {
    collect(portal, versions, at, false);
  }

  private void collect(String portal, Versions versions, Instant at, boolean backfill) {
    Batch batch =
        new Batch(
            List.of(Submission.of(Events.raw("navigate", "/catalog", "user:default/ann", at))),
            null,
            clock.instant(),
            portal,
            Sender.of("test").recordingWith(versions),
            backfill);
    CollectResult result = pipeline.collect(batch);
    Collected figures = new Collected(result.accepted(), Map.of(), Map.of(), Map.of(), 0, 1, 1);
    ledger.add(portal, Figures.of(figures, result.arrived(), versions));
  }
}
