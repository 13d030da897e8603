package dev.housecount.timeline;

import dev.housecount.store.Band;
import dev.housecount.store.Chunk;
import dev.housecount.store.ChunkReader;
import dev.housecount.store.Order;
import dev.housecount.store.Scan;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Walks all bands together: always the one that is farthest behind. */
class BandMerge {
  private final List<BandCursor> bands;
  private final Comparator<Instant> order;
  private final Instant end;

  BandMerge(ChunkReader reader, Order order, Function<Band, Scan> scans) {
    this.bands =
        Arrays.stream(Band.values())
            .map(band -> new BandCursor(reader, scans.apply(band)))
            .toList();
    this.order = order == Order.ASC ? Comparator.naturalOrder() : Comparator.reverseOrder();
    this.end = order == Order.ASC ? Instant.MAX : Instant.MIN;
  }

  /** Reads one more chunk, where there is one. */
  void advance(Consumer<Chunk> visitor) {
    unfinished()
        .min(Comparator.comparing(BandCursor::settled, order))
        .ifPresent(band -> band.advance(visitor));
  }

  boolean isExhausted() {
    return unfinished().findAny().isEmpty();
  }

  /** The time up to which all is known of events whose time is exact; the end when all is read. */
  Instant settled() {
    return unfinished().map(BandCursor::settled).min(order).orElse(end);
  }

  /** The same for events that may have copies apart from them by a drift, in any band. */
  Instant settled(Duration drift) {
    return unfinished().map(band -> band.settled(drift)).min(order).orElse(end);
  }

  private Stream<BandCursor> unfinished() {
    return bands.stream().filter(band -> !band.isExhausted());
  }
}
