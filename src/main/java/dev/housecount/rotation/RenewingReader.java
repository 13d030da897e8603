package dev.housecount.rotation;

import dev.housecount.event.Pseudonym;
import dev.housecount.store.Chunk;
import dev.housecount.store.ChunkReader;
import dev.housecount.store.Scan;
import java.util.Iterator;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads chunks of all keys as if they were of the newest. */
public final class RenewingReader implements ChunkReader {
  private final ChunkReader reader;
  private final Renewal renewal;

  public RenewingReader(ChunkReader reader, Renewal renewal) {
    this.reader = reader;
    this.renewal = renewal;
  }

  @Override
  public Iterator<Chunk> read(Scan scan) {
    if (renewal.isIdle()) {
      return reader.read(scan);
    }
    // The store cannot know whose a pseudonym of an older key is. That costs no more to read: a
    // filter of DynamoDB's is applied behind what is billed.
    Scan everybody = new Scan(scan.band(), scan.from(), scan.to(), scan.order(), null, scan.now());
    return stream(reader.read(everybody))
        .map(renewal::renew)
        .filter(chunk -> isOf(scan.user(), chunk))
        .iterator();
  }

  @Override
  public boolean isReady() {
    return reader.isReady();
  }

  private static boolean isOf(@Nullable Pseudonym user, Chunk chunk) {
    return user == null || Objects.equals(user, chunk.user());
  }

  private static Stream<Chunk> stream(Iterator<Chunk> chunks) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(chunks, Spliterator.ORDERED), false);
  }
}
