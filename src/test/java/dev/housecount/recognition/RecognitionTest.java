package dev.housecount.recognition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.app.Composition;
import dev.housecount.app.Inputs;
import dev.housecount.catalog.PushedPage;
import dev.housecount.collect.Batch;
import dev.housecount.collect.Sender;
import dev.housecount.collect.Submission;
import dev.housecount.event.FieldValue;
import dev.housecount.event.RawEvent;
import dev.housecount.keys.KeyRing;
import dev.housecount.person.InMemoryPeopleStore;
import dev.housecount.recognition.KnownPeople.Count;
import dev.housecount.store.InMemoryChunkStore;
import dev.housecount.store.InMemoryRecordStore;
import dev.housecount.store.ReadMeter;
import dev.housecount.store.RecordKey;
import dev.housecount.testing.CountingRecordStore;
import dev.housecount.testing.MutableClock;
import dev.housecount.testing.Pipeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is said of people whom the catalog does not know. */
class RecognitionTest {
  private static final String PORTAL = "default";
  private static final KeyRing ROTATED =
      new KeyRing(List.of(Pipeline.SECRET, "a newer secret of tests, 32 bytes!!".getBytes(UTF_8)));

  private final MutableClock clock = new MutableClock(Instant.parse("2026-03-02T12:00:00Z"));
  private final InMemoryRecordStore kept = new InMemoryRecordStore(clock);
  private final CountingRecordStore records = new CountingRecordStore(kept);
  private final InMemoryChunkStore chunks = new InMemoryChunkStore();
  private final InMemoryPeopleStore people = new InMemoryPeopleStore();
  private Composition core = core(Pipeline.KEYS);
  private Recognition recognition = core.recognition(ReadMeter.NONE);

  private Composition core(KeyRing keys) {
    Inputs.Stores stores =
        new Inputs.Stores(chunks, chunks, chunks, people, records, new InMemoryRecordStore(clock));
    return new Composition(Pipeline.inputs(stores, clock).withKeys(keys));
  }

  @Test
  void look_whereTheCatalogKnowsEverybody_saysHowManyTheyAre() {
    push("g1", "u", 30);
    day("u", 20);
    assertThat(seen().count()).isEqualTo(new Count(20, 20));
    assertThat(seen().problem()).isNull();
  }

  @Test
  void look_whereThereIsNoCatalog_saysAndWritesNothing() {
    day("u", 20);
    day("x", 20);
    assertThat(recognition.of(PORTAL)).isEmpty();
    assertThat(recognition.lastSeen()).isEmpty();
  }

  @Test
  void look_whenAnotherResolverNamesPeople_warnsAndSaysWhatToDo() {
    push("g1", "u", 30);
    IntStream.range(0, 5).forEach(i -> day("u", 20));
    day("mail-of-u", 20);
    assertThat(seen().count()).isEqualTo(new Count(20, 0));
    assertThat(seen().problem()).contains("20 of 20", "100%", "0% in the days", "resolver");
    day("u", 20);
    assertThat(seen().problem()).isNull();
  }

  @Test
  void look_whenTheCatalogLosesPeople_warns() {
    push("g1", "u", 30);
    IntStream.range(0, 5).forEach(i -> day("u", 30));
    push("g2", "u", 10);
    day("u", 30);
    assertThat(seen().count()).isEqualTo(new Count(30, 10));
    assertThat(seen().jump()).isNotNull();
  }

  @Test
  void look_wherePeopleWereNeverKnown_doesNotWarn() {
    push("g1", "other", 30);
    IntStream.range(0, 6).forEach(i -> day("u", 20));
    assertThat(seen().count()).isEqualTo(new Count(20, 0));
    assertThat(seen().problem()).isNull();
  }

  @Test
  void look_byAnInstanceThatHasJustStarted_knowsWhatWasUsual() {
    push("g1", "u", 30);
    IntStream.range(0, 3).forEach(i -> day("u", 20));
    restart(Pipeline.KEYS);
    day("x", 20);
    assertThat(seen().problem()).isNotNull();
    restart(Pipeline.KEYS);
    assertThat(seen().problem()).isNotNull();
    assertThat(recognition.lastSeen()).isEmpty();
    assertThat(recognition.look()).as("what another one saw is news here").isNotEmpty();
    assertThat(recognition.lastSeen().get(PORTAL)).isEqualTo(seen());
  }

  @Test
  void look_withinTheHour_asksNobody() {
    push("g1", "u", 30);
    day("u", 20);
    records.reset();
    clock.advance(Duration.ofMinutes(49));
    assertThat(recognition.look()).isEmpty();
    assertThat(records.calls()).isZero();
    clock.advance(Duration.ofMinutes(1));
    assertThat(recognition.look()).isNotEmpty();
    assertThat(records.writeUnits()).isEqualTo(1);
  }

  @Test
  void look_ofManyInstances_isOneLook() {
    push("g1", "u", 30);
    day("u", 20);
    records.reset();
    clock.advance(Duration.ofHours(1));
    for (int i = 0; i < 5; i++) {
      restart(Pipeline.KEYS);
      assertThat(recognition.look()).isNotEmpty();
    }
    assertThat(records.writeUnits()).isEqualTo(1);
  }

  @Test
  void look_whereNobodyCame_writesNothing() {
    push("g1", "u", 30);
    day("u", 20);
    clock.advance(Duration.ofDays(3));
    records.reset();
    recognition.look();
    assertThat(records.writeUnits()).isZero();
  }

  @Test
  void look_leavesOutWhoIsNobodyAndWhoOptedOut() {
    push("g1", "u", 30);
    visit("user:default/guest", Map.of());
    visit("user:development/guest", Map.of());
    visit("user:default/robot", Map.of("origin", new FieldValue.Text("agent")));
    visit("user:default/job", Map.of("origin", new FieldValue.Text("service")));
    visit("user:default/u1", Map.of());
    visit("user:default/stranger", Map.of());
    visit("user:default/private", Map.of());
    core.refusals().optOut(core.pseudonymizer().user("user:default/private"));
    recognition.look();
    assertThat(seen().count()).isEqualTo(new Count(2, 1));
  }

  @Test
  void look_acrossARotationOfKeys_knowsWhomItKnew() {
    push("g1", "u", 30);
    IntStream.range(0, 3).forEach(i -> day("u", 20));
    Recognition unaware = recognition;
    restart(ROTATED);
    day("u", 20);
    assertThat(seen().count()).isEqualTo(new Count(20, 20));
    clock.advance(Duration.ofHours(2));
    unaware.look();
    assertThat(seen().count())
        .as("what it cannot tell it does not count")
        .isEqualTo(new Count(20, 20));
  }

  @Test
  void look_tellsPortalsApart() {
    push("g1", "u", 30);
    day("u", 20);
    visit("user:default/stranger", Map.of(), "without-a-catalog");
    clock.advance(Duration.ofHours(1));
    recognition.look();
    assertThat(seen().count()).isEqualTo(new Count(20, 20));
    assertThat(recognition.of("without-a-catalog")).isEmpty();
  }

  @Test
  void look_ofALargePortal_seesSomeOfEachPartOfTheDay() {
    push("g1", "u", 3000);
    for (int hour = 0; hour < 24; hour++) {
      for (int i = 0; i < 125; i++) {
        visit("user:default/" + (hour < 4 ? "x" : "u") + (125 * hour + i), Map.of());
      }
      clock.advance(Duration.ofMinutes(59));
    }
    recognition.look();
    Count count = seen().count();
    assertThat(count.people()).isEqualTo(Sample.PARTS * Sample.PEOPLE);
    assertThat(count.unknown()).isEqualTo(Sample.PEOPLE);
  }

  @Test
  void look_keepsNothingOfAnybody() {
    push("g1", "u", 30);
    day("u", 20);
    byte[] data = kept.get(List.of(new RecordKey("recognition", "portals")), true).get(0).data();
    assertThat(new String(data, UTF_8)).doesNotContain("~").doesNotContain("u1");
  }

  private KnownPeople seen() {
    return recognition.of(PORTAL).orElseThrow();
  }

  private void restart(KeyRing keys) {
    core = core(keys);
    recognition = core.recognition(ReadMeter.NONE);
  }

  /** A day on which so many people come, and looks as often as the schedule has it. */
  private void day(String names, int count) {
    for (int hour = 0; hour < 24; hour++) {
      for (int i = hour % 6; i < count && hour >= 6; i += 6) {
        visit("user:default/" + names + i, Map.of());
      }
      clock.advance(Duration.ofHours(1));
      recognition.look();
    }
  }

  private void visit(String user, Map<String, FieldValue> attributes) {
    visit(user, attributes, PORTAL);
  }

  private void visit(String user, Map<String, FieldValue> attributes, String portal) {
    RawEvent event =
        new RawEvent(null, "navigate", "/x", null, attributes, Map.of(), user, null, null);
    core.collector()
        .collect(
            new Batch(
                List.of(Submission.of(event)), null, clock.instant(), portal, Sender.of("test")));
  }

  private void push(String generation, String names, int count) {
    List<PushedPage.Line> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Map<String, Object> user =
          Map.of(
              "kind",
              "User",
              "metadata",
              Map.of("name", names + i),
              "spec",
              Map.of("memberOf", List.of()));
      lines.add(new PushedPage.Line(i + 1, user));
    }
    core.catalog().take(new PushedPage(PORTAL, generation, 1, lines));
    core.catalog().complete(PORTAL, generation, 1, false);
  }
}
