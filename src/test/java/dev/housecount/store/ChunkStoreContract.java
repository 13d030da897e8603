package dev.housecount.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.event.HydratedEvent;
import dev.housecount.event.Pseudonym;
import dev.housecount.testing.Events;
import dev.housecount.testing.Pipeline;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store keeps to. A store passes by extending this and naming itself. */
public abstract class ChunkStoreContract {
  /** Far ahead: DynamoDB Local really deletes what is over by the clock of this machine. */
  protected static final Instant NOW = Instant.parse("2100-03-02T00:30:00.123Z");

  private static final Instant BEGIN = NOW.minus(Duration.ofDays(100));
  private static final Instant END = NOW.plus(Duration.ofDays(1));

  private final Chunker chunker =
      new Chunker(
          new RetentionPolicy(Duration.ofDays(90), Map.of("search", Duration.ofDays(7))),
          Pipeline.KEYS.id());

  protected abstract ChunkWriter writer();

  protected abstract ChunkReader reader();

  @Test
  void read_emptyStore() {
    assertThat(read(Band.TIGHT, BEGIN, END, Order.DESC)).isEmpty();
    assertThat(read(Band.LOOSE, BEGIN, END, Order.ASC)).isEmpty();
  }

  @Test
  void write_returnsEverythingAsItWas() {
    List<Chunk> chunks =
        chunker.cut(List.of(event("a", "navigate", "alice", NOW), event("b", "search", null, NOW)));
    writer().write(chunks);
    assertThat(read(Band.TIGHT, BEGIN, END, Order.ASC)).containsExactlyInAnyOrderElementsOf(chunks);
  }

  @Test
  void write_again_replacesItself() {
    List<HydratedEvent> events =
        List.of(
            event("a", "navigate", "alice", NOW),
            event("b", "navigate", "alice", NOW.minusSeconds(3)));
    writer().write(chunker.cut(events));
    writer().write(chunker.cut(List.of(events.get(1), events.get(0))));
    assertThat(ids(Order.DESC)).containsExactly("a", "b");
  }

  @Test
  void write_manyChunks() {
    List<HydratedEvent> events =
        IntStream.range(0, 260)
            .mapToObj(i -> event("e" + i, "navigate", "user" + i, NOW.minusSeconds(i)))
            .toList();
    writer().write(chunker.cut(events));
    assertThat(ids(Order.DESC))
        .isEqualTo(events.stream().map(e -> e.event().id().value()).toList());
  }

  @Test
  void read_inBothOrders_acrossMonths() {
    List<String> ids = new ArrayList<>();
    for (int days = 0; days < 70; days += 7) {
      ids.add("day" + days);
      writer()
          .write(
              chunker.cut(
                  List.of(
                      event("day" + days, "navigate", null, NOW.minus(days, ChronoUnit.DAYS)))));
    }
    assertThat(ids(Order.DESC)).isEqualTo(ids);
    assertThat(ids(Order.ASC))
        .isEqualTo(ids.stream().sorted(Comparator.comparing(ids::indexOf).reversed()).toList());
  }

  @Test
  void read_boundsAreInclusive_toTheMillisecond() {
    for (int millis = -1; millis <= 1; millis++) {
      writer()
          .write(
              chunker.cut(List.of(event("at" + millis, "navigate", null, NOW.plusMillis(millis)))));
    }
    assertThat(ids(read(Band.TIGHT, NOW, NOW, Order.DESC))).containsExactly("at0");
    assertThat(ids(read(Band.TIGHT, NOW.plusMillis(2), END, Order.DESC))).isEmpty();
    assertThat(ids(read(Band.TIGHT, END, BEGIN, Order.DESC))).isEmpty();
  }

  @Test
  void read_keepsBandsApart() {
    writer().write(chunker.cut(List.of(event("exact", "navigate", null, NOW))));
    writer().write(chunker.cut(List.of(Events.stored("received", "navigate", null, NOW, false))));
    assertThat(ids(read(Band.TIGHT, BEGIN, END, Order.DESC))).containsExactly("exact");
    assertThat(ids(read(Band.LOOSE, BEGIN, END, Order.DESC))).containsExactly("received");
  }

  @Test
  void read_oneUser() {
    writer()
        .write(
            chunker.cut(
                List.of(
                    event("a", "navigate", "alice", NOW),
                    event("b", "navigate", "bob", NOW),
                    event("c", "navigate", null, NOW))));
    Pseudonym alice = Events.PSEUDONYMS.user("alice");
    Scan scan = new Scan(Band.TIGHT, BEGIN, END, Order.DESC, alice, NOW);
    List<Chunk> chunks = new ArrayList<>();
    reader().read(scan).forEachRemaining(chunks::add);
    assertThat(ids(chunks)).containsExactly("a");
  }

  @Test
  void read_leavesOutWhatExpired_byAction() {
    writer()
        .write(
            chunker.cut(
                List.of(
                    event("kept", "navigate", null, NOW.minus(8, ChronoUnit.DAYS)),
                    event("over", "search", null, NOW.minus(8, ChronoUnit.DAYS)))));
    assertThat(ids(Order.DESC)).containsExactly("kept");
  }

  @Test
  void isReady() {
    assertThat(reader().isReady()).isTrue();
  }

  private static HydratedEvent event(String id, String action, String user, Instant at) {
    return Events.stored(id, action, user, at, true);
  }

  private List<Chunk> read(Band band, Instant from, Instant to, Order order) {
    List<Chunk> chunks = new ArrayList<>();
    reader().read(new Scan(band, from, to, order, null, NOW)).forEachRemaining(chunks::add);
    return chunks;
  }

  private List<String> ids(Order order) {
    return ids(read(Band.TIGHT, BEGIN, END, order));
  }

  private static List<String> ids(List<Chunk> chunks) {
    return chunks.stream()
        .flatMap(chunk -> chunk.events().stream())
        .map(event -> event.event().id().value())
        .toList();
  }
}
