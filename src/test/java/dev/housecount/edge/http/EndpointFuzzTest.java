package dev.housecount.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.housecount.collect.Batch;
import dev.housecount.collect.CollectResult;
import dev.housecount.collect.Sender;
import dev.housecount.edge.http.page.EventCsv;
import dev.housecount.edge.http.page.EventJson;
import dev.housecount.edge.http.problem.ProblemException;
import dev.housecount.edge.http.wire.BatchDecoder;
import dev.housecount.query.EventFilter;
import dev.housecount.query.EventPage;
import dev.housecount.query.EventQuery;
import dev.housecount.query.FoundEvent;
import dev.housecount.store.Chunk;
import dev.housecount.store.ChunkReader;
import dev.housecount.store.ChunkWriter;
import dev.housecount.store.InMemoryChunkStore;
import dev.housecount.store.Order;
import dev.housecount.store.Scan;
import dev.housecount.testing.MutableClock;
import dev.housecount.testing.Pipeline;
import java.io.IOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the bytes of a body: the sender gets a verdict for each event or a problem, and what was
 * accepted can be read again in every format. As {@link BodyFuzzTest}.
 */
public class EndpointFuzzTest {
  private static final Instant NOW = Instant.parse("2100-01-01T00:00:00Z");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final BatchDecoder DECODER = new BatchDecoder(FuzzedBody.LIMITS);
  private static final Emptied STORE = new Emptied();
  private static final Pipeline PIPELINE = new Pipeline(STORE, STORE, new MutableClock(NOW));
  private static final EventQuery ALL =
      new EventQuery(EventFilter.ANY, null, null, Order.DESC, EventQuery.MAX_LIMIT);

  @ParameterizedTest
  @MethodSource("dev.housecount.edge.http.FuzzedBody#seeds")
  void body_toTheStoreAndBack(byte[] seed) throws IOException {
    fuzzerTestOneInput(seed);
  }

  /** What Jazzer calls. */
  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    STORE.empty();
    Batch batch;
    try {
      batch = DECODER.decode(FuzzedBody.read(data), NOW, "default", Sender.of("test"));
    } catch (ProblemException e) {
      assertThat(e.problem().status()).isIn(400, 413);
      return;
    }
    CollectResult result = PIPELINE.collect(batch);
    assertThat(result.accepted() + result.rejected().size()).isEqualTo(batch.submissions().size());
    EventPage page = PIPELINE.finder().find(ALL, null);
    assertThat(page.events()).hasSizeLessThanOrEqualTo(result.accepted());
    assertThat(page.events().isEmpty()).isEqualTo(result.accepted() == 0);
    for (FoundEvent event : page.events()) {
      assertThat(JSON.readTree(EventJson.write(event)).isObject()).isTrue();
      assertThat(EventCsv.row(event)).endsWith('\r', '\n');
    }
  }

  /** A store that each execution finds empty. */
  private static final class Emptied implements ChunkWriter, ChunkReader {
    private InMemoryChunkStore store = new InMemoryChunkStore();

    void empty() {
      store = new InMemoryChunkStore();
    }

    @Override
    public void write(List<Chunk> chunks) {
      store.write(chunks);
    }

    @Override
    public Iterator<Chunk> read(Scan scan) {
      return store.read(scan);
    }

    @Override
    public boolean isReady() {
      return true;
    }
  }
}
