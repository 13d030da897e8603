package dev.housecount.sealed;

import dev.housecount.event.HydratedEvent;
import dev.housecount.rollup.Fold;
import dev.housecount.rollup.Present;
import dev.housecount.store.Chunk;
import dev.housecount.store.ChunkWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Notes which times change when events arrive late, before they are stored: after a crash between
 * the two something is sealed again in vain, and nothing is forgotten.
 */
final class NotingWriter implements ChunkWriter {
  /** What is older than this when it arrives may be sealed. */
  static final Duration LATE = Duration.ofMinutes(60);

  /** So far apart an event changes what others are: visits, searches and their marks. */
  private static final Duration REACH = Fold.SAME_VISIT.plusMinutes(5);

  /** More are noted as one with what is between: a key has room for so many. */
  private static final int MOST_RANGES = 8;

  private final ChunkWriter writer;
  private final Marks marks;
  private final Clock clock;

  NotingWriter(ChunkWriter writer, Marks marks, Clock clock) {
    this.writer = writer;
    this.marks = marks;
    this.clock = clock;
  }

  @Override
  public void write(List<Chunk> chunks) {
    List<Marks.Range> late = late(chunks);
    if (!late.isEmpty()) {
      marks.note(late);
    }
    writer.write(chunks);
  }

  private List<Marks.Range> late(List<Chunk> chunks) {
    Instant before = clock.instant().minus(LATE);
    List<Instant> times =
        chunks.stream()
            .flatMap(chunk -> chunk.events().stream())
            .map(NotingWriter::at)
            .filter(at -> at.isBefore(before))
            .sorted()
            .toList();
    List<Marks.Range> ranges = new ArrayList<>();
    for (Instant at : times) {
      Instant from = Present.quarter(at.minus(REACH));
      Instant to = Present.quarter(at.plus(REACH)).plus(Present.QUARTER);
      Marks.Range last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
      if (last != null && (!from.isAfter(last.to()) || ranges.size() == MOST_RANGES)) {
        ranges.set(ranges.size() - 1, new Marks.Range(last.from(), to));
      } else {
        ranges.add(new Marks.Range(from, to));
      }
    }
    return ranges;
  }

  private static Instant at(HydratedEvent event) {
    return event.event().time().at();
  }
}
