package dev.housecount.person;

import static dev.housecount.person.Deployment.subjects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.housecount.edge.dynamodb.DynamoDbChunkStore;
import dev.housecount.edge.dynamodb.DynamoDbChunkSweeper;
import dev.housecount.edge.dynamodb.DynamoDbPeopleStore;
import dev.housecount.edge.dynamodb.RawTables;
import dev.housecount.event.RawEvent;
import dev.housecount.store.Chunk;
import dev.housecount.store.ChunkKey;
import dev.housecount.store.ChunkSweeper;
import dev.housecount.store.InMemoryChunkStore;
import dev.housecount.store.StoreUnavailableException;
import dev.housecount.testing.DynamoDbLocal;
import dev.housecount.testing.Events;
import dev.housecount.testing.FaultyDynamoDb;
import dev.housecount.testing.MutableClock;
import dev.housecount.testing.Pipeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class ErasureTest {
  private static final Instant NOW = Instant.parse("2100-11-20T12:00:00Z");

  private final InMemoryChunkStore store = new InMemoryChunkStore();
  private final PeopleStore people = new InMemoryPeopleStore();
  private final MutableClock clock = new MutableClock(NOW);

  @Test
  void longErasure_goesOnWhereTheRequestBeforeEnded() {
    Deployment all = deployment(slow(Duration.ofSeconds(5)));
    for (int i = 0; i < 30; i++) {
      all.collect(event("/" + i, i % 2 == 0 ? "alice" : "bob", 10 + i));
    }
    ErasureJob first = all.erasure.erase(all.person("alice"));
    assertThat(first.isCompleted()).isFalse();
    assertThat(first.position()).isNotNull();
    assertThat(all.erase("alice")).isGreaterThan(1);
    assertThat(subjects(all.all())).hasSize(15).doesNotContain("/0", "/28");
    assertThat(all.receipts.find(all.person("alice"), NOW))
        .singleElement()
        .satisfies(
            receipt ->
                assertThat(receipt)
                    .extracting(Receipt::id, r -> r.erased().events())
                    .containsExactly(first.id(), 15L));
  }

  @Test
  void brokenOffErasure_isContinuedByMaintenance() {
    Deployment failing = deployment(failingAfter(4));
    for (int i = 0; i < 30; i++) {
      failing.collect(event("/" + i, "alice", 10 + i));
    }
    assertThatThrownBy(() -> failing.erase("alice")).isInstanceOf(StoreUnavailableException.class);
    Deployment sound = deployment(store);
    assertThat(sound.all()).isNotEmpty();
    assertThat(sound.erasure.proceed()).isOne(); // the second look is not yet due
    assertThat(sound.all()).isEmpty();
    clock.advance(Erasure.SETTLING);
    assertThat(sound.erasure.proceed()).isZero();
    assertThat(sound.receipts.find(sound.person("alice"), NOW)).hasSize(1);
  }

  /** An instance that does not know of the erasure yet stores what the portal sends again. */
  @Test
  void whatWasWrittenMeanwhile_isFoundByTheSecondLook_newEventsStay() {
    Deployment other = deployment(store);
    other.collect(event("/before", "carol", 60)); // it has read the list of refusals
    Deployment erasing = deployment(store);
    erasing.erase("alice");
    other.collect(event("/late", "alice", 60), event("/catalog/default/user/alice", "bob", 50));
    clock.advance(Erasure.SETTLING);
    RawEvent fresh = Events.raw("navigate", "/new", "alice", clock.instant());
    assertThat(other.collect(fresh, event("/late", "alice", 60)).accepted()).isOne();
    assertThat(erasing.erasure.proceed()).isZero();
    assertThat(subjects(erasing.of("alice"))).containsExactly("/new");
    assertThat(subjects(erasing.all()))
        .containsExactly("/before", "/catalog/default/user/<person>", "/new");
    Erased erased = erasing.receipts.find(erasing.person("alice"), NOW).get(0).erased();
    assertThat(erased.events()).isOne();
    assertThat(erased.changed()).isOne();
  }

  @Test
  void chunkOfOldAndNewEvents_keepsTheNewOnes() {
    Deployment all = deployment(store);
    RawEvent old = Events.raw("navigate", "/old", "alice", NOW);
    RawEvent fresh = Events.raw("navigate", "/new", "alice", NOW.plusSeconds(1));
    MutableClock later = new MutableClock(NOW.plusSeconds(2));
    new Deployment(Pipeline.KEYS, later, store, store, store, people).collect(old, fresh);
    all.erase("alice");
    clock.set(NOW.plusSeconds(2));
    assertThat(subjects(all.of("alice"))).containsExactly("/new");
  }

  @Test
  void twoErasuresInOneChunk_loseNeither() {
    Deployment plain = deployment(store);
    plain.collect(
        event("/catalog/default/user/alice", "bob", 20),
        event("/catalog/default/user/carol", "bob", 20));
    boolean[] once = {false};
    ChunkSweeper interrupted =
        new Wrapped(store) {
          @Override
          public boolean replace(Found found, Chunk chunk) {
            if (!once[0]) {
              once[0] = true;
              plain.erase("carol");
            }
            return super.replace(found, chunk);
          }
        };
    deployment(interrupted).erase("alice");
    assertThat(subjects(plain.all())).containsOnly("/catalog/default/user/<person>");
  }

  @Test
  void expiredButNotYetDeleted_isErasedToo() {
    Deployment all = deployment(store);
    all.collect(event("/a", "alice", 60));
    clock.advance(Duration.ofDays(400));
    assertThat(all.erasure.erase(all.person("alice")).erased().events()).isOne();
    assertThat(store.next(null).found()).isEmpty();
  }

  /** Every call may fail in every way; the same request again goes on until all is gone. */
  @Test
  void faults_leaveNothingBehind() {
    DynamoDbClient sound = DynamoDbLocal.client();
    String events = DynamoDbLocal.table(sound);
    String records = DynamoDbLocal.table(sound);
    DynamoDbChunkStore chunks = new DynamoDbChunkStore(sound, events);
    Deployment writer =
        new Deployment(
            Pipeline.KEYS,
            clock,
            chunks,
            chunks,
            new DynamoDbChunkSweeper(sound, events),
            new DynamoDbPeopleStore(sound, records));
    IntStream.range(0, 300)
        .forEach(
            i ->
                writer.collect(
                    event("/" + i, "alice", 10 + i),
                    event("/catalog/default/user/alice", "u" + i, 10 + i),
                    event("/kept", "u" + i, 10 + i)));
    int failures = 0;
    try (FaultyDynamoDb faulty = new FaultyDynamoDb(0.05, 7)) {
      DynamoDbClient client = DynamoDbLocal.impatientClient(faulty.endpoint());
      Deployment failing =
          new Deployment(
              Pipeline.KEYS,
              clock,
              new DynamoDbChunkStore(client, events),
              chunks,
              new DynamoDbChunkSweeper(client, events),
              new DynamoDbPeopleStore(client, records));
      while (!isErased(failing)) {
        failures++;
      }
    }
    assertThat(failures).isPositive();
    assertThat(RawTables.text(sound, events, records))
        .doesNotContain(writer.person("alice").value());
    assertThat(subjects(writer.all()).stream().filter("/kept"::equals)).hasSize(300);
  }

  private static boolean isErased(Deployment deployment) {
    try {
      return deployment.erasure.erase(deployment.person("alice")).isCompleted();
    } catch (StoreUnavailableException e) {
      return false;
    }
  }

  private Deployment deployment(ChunkSweeper sweeper) {
    return new Deployment(Pipeline.KEYS, clock, store, store, sweeper, people);
  }

  /** Every step takes a while. */
  private ChunkSweeper slow(Duration step) {
    return new Wrapped(store) {
      @Override
      public Step next(String position) {
        clock.advance(step);
        return super.next(position);
      }
    };
  }

  private ChunkSweeper failingAfter(int steps) {
    List<String> taken = new ArrayList<>();
    return new Wrapped(store) {
      @Override
      public Step next(String position) {
        taken.add(String.valueOf(position));
        if (taken.size() > steps) {
          throw new StoreUnavailableException("the process ended");
        }
        return super.next(position);
      }
    };
  }

  /** A sweeper that a test changes in one point. */
  private static class Wrapped implements ChunkSweeper {
    private final ChunkSweeper sweeper;

    Wrapped(ChunkSweeper sweeper) {
      this.sweeper = sweeper;
    }

    @Override
    public Step next(String position) {
      return sweeper.next(position);
    }

    @Override
    public void delete(List<ChunkKey> keys) {
      sweeper.delete(keys);
    }

    @Override
    public boolean replace(Found found, Chunk chunk) {
      return sweeper.replace(found, chunk);
    }
  }

  private static RawEvent event(String subject, String user, int secondsAgo) {
    return Events.raw("navigate", subject, user, NOW.minus(Duration.ofSeconds(secondsAgo)));
  }
}
