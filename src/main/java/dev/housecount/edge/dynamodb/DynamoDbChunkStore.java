package dev.housecount.edge.dynamodb;

import dev.housecount.store.Chunk;
import dev.housecount.store.ChunkReader;
import dev.housecount.store.ChunkWriter;
import dev.housecount.store.Scan;
import dev.housecount.store.TimeLeft;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Both storage ports on one DynamoDB table. Safe for concurrent use. */
public final class DynamoDbChunkStore implements ChunkWriter, ChunkReader {
  /**
   * After this no call begins any more: an answer that says "send it again" is better than none.
   * With the last call's own time-out (application.yaml) that is less than a request usually has.
   */
  private static final Duration WRITE_BUDGET = Duration.ofSeconds(12);

  private final DynamoDbClient client;
  private final String table;
  private final ChunkItems items = new ChunkItems();
  private final BatchPut batchPut;
  private final TimeLeft timeLeft;

  /** For whoever waits as long as it takes. */
  public DynamoDbChunkStore(DynamoDbClient client, String table) {
    this(client, table, TimeLeft.ENDLESS);
  }

  public DynamoDbChunkStore(DynamoDbClient client, String table, TimeLeft timeLeft) {
    this.client = client;
    this.table = table;
    this.batchPut = new BatchPut(client, table);
    this.timeLeft = timeLeft;
  }

  @Override
  public void write(List<Chunk> chunks) {
    List<Map<String, AttributeValue>> puts = chunks.stream().map(items::item).toList();
    long deadline = System.nanoTime() + timeLeft.share(WRITE_BUDGET).toNanos();
    for (int start = 0; start < puts.size(); start += BatchPut.MAX_ITEMS) {
      batchPut.put(
          puts.subList(start, Math.min(puts.size(), start + BatchPut.MAX_ITEMS)), deadline);
    }
  }

  @Override
  public Iterator<Chunk> read(Scan scan) {
    return new PageIterator<>(
        client,
        new ChunkRequests(table, scan),
        item -> Optional.of(items.chunk(scan.band(), item)));
  }

  @Override
  public boolean isReady() {
    return Probe.isAnswered(client, table);
  }
}
