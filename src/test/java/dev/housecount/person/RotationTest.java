package dev.housecount.person;

import static dev.housecount.person.Deployment.subjects;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.housecount.event.HydratedEvent;
import dev.housecount.event.RawEvent;
import dev.housecount.keys.KeyRing;
import dev.housecount.store.InMemoryChunkStore;
import dev.housecount.store.StoreUnavailableException;
import dev.housecount.testing.Events;
import dev.housecount.testing.MutableClock;
import dev.housecount.testing.Pipeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two instances around the same stores: one from before a rotation of the keys, one from after. */
class RotationTest {
  private static final Instant NOW = Instant.parse("2100-11-20T12:00:00Z");
  private static final KeyRing ROTATED =
      new KeyRing(
          List.of(Pipeline.SECRET, "another secret of the tests, 32 bytes".getBytes(UTF_8)));

  private final InMemoryChunkStore store = new InMemoryChunkStore();
  private final PeopleStore people = new InMemoryPeopleStore();
  private final MutableClock clock = new MutableClock(NOW);
  private final Deployment before = deployment(Pipeline.KEYS);
  private final Deployment after = deployment(ROTATED);

  @Test
  void oneUserStaysOneUser() {
    before.collect(event("/a", "alice", 60), event("/b", "bob", 50));
    after.collect(event("/c", "User:default/Alice", 40));
    assertThat(after.all()).extracting(e -> e.event().user()).doesNotContainNull();
    assertThat(after.all().stream().map(e -> e.event().user()).distinct()).hasSize(2);
    assertThat(subjects(after.of("alice"))).containsExactly("/a", "/c");
    assertThat(after.of("alice"))
        .extracting(e -> e.event().user())
        .containsOnly(after.person("alice"));
  }

  @Test
  void resendAcrossTheRotation_countsOnce() {
    RawEvent event = event("/a", "alice", 60);
    before.collect(event);
    after.collect(event, event("/b", "alice", 10));
    assertThat(subjects(after.all())).containsExactly("/a", "/b");
  }

  @Test
  void lookedAtPersons_andSessions_areBroughtUpToDate() {
    RawEvent visit =
        new RawEvent(
            null,
            "navigate",
            "/catalog/default/user/alice",
            null,
            java.util.Map.of(),
            java.util.Map.of(),
            "bob",
            "session",
            NOW.minusSeconds(5));
    before.collect(visit);
    HydratedEvent found = after.all().get(0);
    String alice = after.person("alice").value();
    assertThat(found.event().subject()).isEqualTo("/catalog/default/user/" + alice);
    assertThat(found.entity()).hasToString("user:default/" + alice);
    assertThat(found.event().session()).isEqualTo(after.core.pseudonymizer().session("session"));
  }

  @Test
  void instanceOfOldKeys_duringADeployment_losesNothing() {
    after.collect(event("/new", "alice", 60));
    before.collect(event("/old", "alice", 50));
    assertThat(subjects(before.all())).containsExactly("/new", "/old");
    assertThat(subjects(after.of("alice"))).containsExactly("/new", "/old");
  }

  @Test
  void erasure_reachesEventsNamesAndAuditOfAllKeys() {
    before.collect(event("/a", "alice", 60), event("/catalog/default/user/alice", "bob", 50));
    before.audit.write("reader", "portal", before.person("alice"));
    // From an older export: it tells nobody under which key it is.
    after.audit.write("reader", "portal", before.person("alice"));
    after.collect(event("/b", "alice", 40));
    assertThat(after.names.find(after.person("alice"))).contains("user:default/alice");
    ErasureJob job = after.erasure.erase(after.person("alice"));
    assertThat(job.erased())
        .isEqualTo(
            new Erased(
                2,
                2,
                1,
                Map.of(
                    "removedNames", 2L,
                    "changedAuditEntries", 2L,
                    "removedFacts", 0L,
                    "removedFromRollups", 0L),
                0));
    assertThat(after.of("alice")).isEmpty();
    assertThat(before.of("alice")).isEmpty();
    assertThat(subjects(after.all())).containsExactly("/catalog/default/user/<person>");
    assertThat(after.audit.read("2100"))
        .extracting(AuditTrail.Entry::person)
        .containsExactly("<person>", "<person>");
    assertThat(before.names.find(before.person("alice"))).isEmpty();
    assertThat(after.names.find(after.person("alice"))).isEmpty();
  }

  @Test
  void erasure_tellsOfChunksUnderKeysThatItDoesNotKnow() {
    after.collect(event("/b", "alice", 40));
    assertThat(before.erasure.erase(before.person("alice")).erased().unknownKeys()).isOne();
    assertThat(subjects(after.of("alice"))).containsExactly("/b");
  }

  @Test
  void nameOfAnOlderKey_isStillRead() {
    before.collect(event("/a", "alice", 60));
    assertThat(after.names.find(after.person("alice"))).contains("user:default/alice");
  }

  @Test
  void optOut_outlivesARotation_inOthersEventsToo() {
    before.refusals.optOut(before.person("alice"));
    assertThat(after.refusals.isOptedOut(after.person("alice"))).isTrue();
    assertThat(after.collect(event("/a", "alice", 60)).accepted()).isZero();
    after.collect(event("/catalog/default/user/alice", "bob", 50));
    assertThat(subjects(after.all())).containsExactly("/catalog/default/user/<person>");
    after.refusals.optIn(after.person("alice"));
    assertThat(after.collect(event("/a", "alice", 60)).accepted()).isOne();
  }

  @Test
  void optOutUnderAKeyThatIsNotThere_storesNothing() {
    after.refusals.optOut(after.person("alice"));
    assertThatThrownBy(() -> before.collect(event("/a", "alice", 60)))
        .isInstanceOf(StoreUnavailableException.class);
    assertThat(after.all()).isEmpty();
  }

  private Deployment deployment(KeyRing keys) {
    return new Deployment(keys, clock, store, store, store, people);
  }

  private static RawEvent event(String subject, String user, int secondsAgo) {
    return Events.raw("navigate", subject, user, NOW.minus(Duration.ofSeconds(secondsAgo)));
  }
}
