package dev.housecount.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.catalog.CatalogStatus;
import dev.housecount.event.Versions;
import dev.housecount.recognition.KnownPeople;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Each piece of advice comes with what it is about, and goes when that is mended. */
class AdvisorTest {
  private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-27");
  private static final Figures GOOD = figures(100, Map.of(), Map.of(), 0);

  private Instant lastEvent = NOW;
  private final Map<Versions, Span> senders =
      new HashMap<>(Map.of(new Versions("0.2.0", "1.57.0"), new Span(NOW.minusSeconds(1), NOW)));
  private Figures yesterday = GOOD;
  private Figures today = GOOD;
  private Figures before = GOOD;
  private Findings.Share sample = new Findings.Share(1_000, 990, 200, 199, 0, NOW);
  private Double known = 0.97;
  private KnownPeople people = seen(null);
  private CatalogStatus catalog = catalog(NOW.minusSeconds(60), List.of());
  private MaintenanceLog.Run maintenance = new MaintenanceLog.Run(NOW, List.of());

  @Test
  void advise_allIsWell_saysNothing() {
    assertThat(codes()).isEmpty();
  }

  @Test
  void advise_nothingEverArrived_saysHowToBegin() {
    lastEvent = null;
    senders.clear();
    none();
    assertThat(codes()).containsExactly("no-events");
    today = figures(0, Map.of("bad_action", 1L), Map.of(), 0);
    assertThat(codes()).as("it arrives, but").containsExactly("all-rejected");
  }

  @Test
  void advise_silence_namesTheDay() {
    lastEvent = Instant.parse("2026-11-24T16:00:00Z");
    none();
    assertThat(codes()).containsExactly("silent");
    assertThat(advice().get(0).text()).contains("since Tuesday, 2026-11-24");
    assertThat(advice().get(0).todo()).contains("factory", "debug");
    lastEvent = NOW.minus(ArrivalAdvice.SILENCE);
    assertThat(codes()).as("a weekend").isEmpty();
  }

  @Test
  void advise_noUsers_goesWithTheFirstThatNamesOne() {
    sample = new Findings.Share(1_000, 500, 200, 0, 0, NOW);
    assertThat(codes()).containsExactly("no-users");
    assertThat(advice().get(0).todo()).contains("sendUser");
    sample = new Findings.Share(1_000, 501, 200, 99, 0, NOW);
    assertThat(codes()).containsExactly("few-users");
    sample = new Findings.Share(1_000, 600, 200, 100, 0, NOW);
    assertThat(codes()).isEmpty();
    sample = new Findings.Share(19, 0, 19, 0, 0, NOW);
    assertThat(codes()).as("too few to tell").isEmpty();
  }

  @Test
  void advise_onlyGuests_goesWithTheFirstPerson() {
    sample = new Findings.Share(3, 3, 3, 3, 3, NOW);
    assertThat(codes()).containsExactly("only-guests");
    assertThat(advice().get(0).todo()).contains("auth.providers.guest.userEntityRef");
    sample = new Findings.Share(3, 3, 3, 3, 2, NOW);
    assertThat(codes()).isEmpty();
  }

  @Test
  void advise_rejected_namesWhatMostHave_untilTwoDaysLater() {
    today = figures(90, Map.of("too_old", 2L, "bad_timestamp", 8L), Map.of(), 0);
    assertThat(codes()).containsExactly("rejected");
    assertThat(advice().get(0).text()).startsWith("5 % ");
    assertThat(advice().get(0).todo()).contains("bad_timestamp (8 of 10)", "ISO 8601");
    before = today;
    yesterday = figures(99, Map.of("bad_action", 1L), Map.of(), 0);
    today = GOOD;
    assertThat(codes()).as("one of two hundred").isEmpty();
  }

  @Test
  void advise_dropped_namesTheSetting() {
    today = figures(10, Map.of(), Map.of("bot", 1L, "excluded_host", 300L), 0);
    assertThat(codes()).containsExactly("dropped");
    assertThat(advice().get(0).level()).isEqualTo(Advice.Level.WARNING);
    assertThat(advice().get(0).todo()).contains("housecount.noise.only-hosts");
    today = figures(0, Map.of(), Map.of("bot", 10L), 0);
    yesterday = Figures.NONE;
    assertThat(advice().get(0).level()).as("all").isEqualTo(Advice.Level.ERROR);
    today = GOOD;
    assertThat(codes()).isEmpty();
  }

  @Test
  void advise_late_asksAboutTheSender() {
    today = figures(100, Map.of(), Map.of(), 50);
    assertThat(codes()).containsExactly("late");
    today = figures(100, Map.of(), Map.of(), 20);
    assertThat(codes()).isEmpty();
  }

  @Test
  void advise_catalog_missingOldOrOfOthers() {
    known = 0.5;
    assertThat(codes()).containsExactly("users-unknown");
    known = null;
    catalog = catalog(null, List.of());
    assertThat(codes()).containsExactly("no-catalog");
    catalog = catalog(NOW.minus(UpkeepAdvice.CATALOG).minusSeconds(1), List.of("a", "b"));
    assertThat(codes()).containsExactly("catalog-old", "catalog-problems");
    catalog = catalog(NOW, List.of());
    assertThat(codes()).isEmpty();
  }

  @Test
  void advise_peopleJump_saysSoInThePlaceOfTheShare() {
    known = 0.5;
    people = seen(new KnownPeople.Jump(NOW, new KnownPeople.Count(90, 88)));
    assertThat(codes()).containsExactly("users-jump");
    assertThat(advice().get(0).text()).contains("Friday, 2026-11-27", "12 of 40");
    people = null;
    assertThat(codes()).as("nobody has looked").containsExactly("users-unknown");
  }

  @Test
  void advise_maintenance_silentOrFailed() {
    maintenance = null;
    assertThat(codes()).containsExactly("maintenance-silent");
    maintenance = new MaintenanceLog.Run(NOW.minus(Duration.ofHours(8)), List.of("pull"));
    assertThat(codes()).containsExactly("maintenance-silent");
    maintenance = new MaintenanceLog.Run(NOW.minus(Duration.ofHours(4)), List.of("pull"));
    assertThat(codes()).containsExactly("maintenance-failed");
    assertThat(advice().get(0).text()).endsWith(": pull.");
  }

  @Test
  void advise_severalModules_untilTheOldOneIsSilent() {
    senders.put(new Versions("0.1.0", "1.57.0"), new Span(NOW, NOW));
    senders.put(new Versions(null, "1.57.0"), new Span(NOW, NOW));
    assertThat(codes()).containsExactly("old-module");
    Instant lastWeek = NOW.minus(UpkeepAdvice.UPDATE);
    senders.put(new Versions("0.1.0", "1.57.0"), new Span(lastWeek, lastWeek));
    assertThat(codes()).isEmpty();
  }

  @Test
  void advise_several_theWorstFirst() {
    catalog = catalog(null, List.of());
    sample = new Findings.Share(1_000, 0, 200, 0, 0, NOW);
    today = figures(100, Map.of(), Map.of(), 100);
    assertThat(codes()).containsExactly("no-users", "no-catalog", "late");
  }

  private void none() {
    before = yesterday = today = Figures.NONE;
  }

  private List<String> codes() {
    return advice().stream().map(Advice::code).toList();
  }

  private List<Advice> advice() {
    return new Findings(
            "acme",
            NOW,
            ZoneOffset.UTC,
            lastEvent,
            senders,
            new TreeMap<>(),
            new TreeMap<>(
                Map.of(TODAY.minusDays(2), before, TODAY.minusDays(1), yesterday, TODAY, today)),
            sample,
            known,
            people,
            catalog,
            maintenance)
        .advice();
  }

  private static Figures figures(
      int accepted, Map<String, Long> rejected, Map<String, Long> dropped, int late) {
    return new Figures(accepted, accepted, late, rejected, dropped, Map.of(), Map.of());
  }

  private static KnownPeople seen(KnownPeople.Jump jump) {
    return new KnownPeople(NOW, new KnownPeople.Count(40, 28), jump);
  }

  private static CatalogStatus catalog(Instant asOf, List<String> problems) {
    return new CatalogStatus(asOf, 1, Map.of(), 1, 1, 0, null, problems);
  }
}
