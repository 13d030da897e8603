package dev.housecount.benchmark;

import dev.housecount.event.EventTime;
import dev.housecount.event.FieldValue;
import dev.housecount.event.RawEvent;
import dev.housecount.scrub.BatchNotes;
import dev.housecount.scrub.Receipt;
import dev.housecount.scrub.Scrubber;
import dev.housecount.scrub.detect.Detectors;
import dev.housecount.scrub.detect.FindKind;
import dev.housecount.testing.Detection;
import dev.housecount.testing.Pipeline;
import dev.housecount.testing.PortalTraffic;
import dev.housecount.testing.ScrubCorpus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Batches as browsers send them, each of one user in one session; one event in fifty holds a
 * personal value. Run by ScrubBenchmark.
 */
@State(Scope.Thread)
public class ScrubThroughput {
  static final int EVENTS = 1_000;
  private static final int BATCH = 20;
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final Detectors detectors = Detection.of(FindKind.DEFAULT);
  private final RegexChain chain = new RegexChain();
  private final Scrubber scrubber = Pipeline.scrubber();
  private List<List<RawEvent>> batches = List.of();
  private List<String> texts = List.of();
  private List<String> keys = List.of();

  @Setup
  public void generate() {
    batches = new ArrayList<>();
    PortalTraffic traffic = new PortalTraffic(1, true, false);
    ScrubCorpus corpus = new ScrubCorpus(1);
    FindKind[] kinds = FindKind.values();
    for (int i = 0; i < EVENTS; i += BATCH) {
      List<RawEvent> batch = traffic.session("user:default/person-" + i, NOW, BATCH);
      for (int k = (50 - i % 50) % 50; k < BATCH; k += 50) {
        String term = corpus.planted(kinds[(i + k) / 50 % kinds.length]).text();
        batch.set(k, searched(term, batch.get(k)));
      }
      batches.add(batch);
    }
    texts = new ArrayList<>();
    keys = new ArrayList<>();
    batches.forEach(batch -> batch.forEach(this::addTexts));
  }

  private static RawEvent searched(String term, RawEvent other) {
    return new RawEvent(
        null,
        "search",
        term,
        3.0,
        Map.of(),
        other.context(),
        other.user(),
        other.sessionId(),
        other.timestamp());
  }

  private void addTexts(RawEvent event) {
    texts.add(event.action());
    texts.add(event.subject());
    addTexts(event.attributes());
    addTexts(event.context());
  }

  private void addTexts(Map<String, FieldValue> fields) {
    fields.forEach(
        (key, value) -> {
          keys.add(key);
          if (value instanceof FieldValue.Text text) {
            texts.add(text.value());
          }
        });
  }

  /** Over every text, keys included: they cannot know which keys a policy names. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void detectors(Blackhole sink) {
    texts.forEach(text -> sink.consume(Detection.scrub(detectors, text)));
    keys.forEach(key -> sink.consume(Detection.scrub(detectors, key)));
  }

  /** Over the same texts as the detectors. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void regexChain(Blackhole sink) {
    texts.forEach(text -> sink.consume(chain.scrub(text)));
    keys.forEach(key -> sink.consume(chain.scrub(key)));
  }

  /** Over what detectors see of an event whose keys are all on a policy's lists. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void regexChainWithoutKeys(Blackhole sink) {
    texts.forEach(text -> sink.consume(chain.scrub(text)));
  }

  /**
   * All of scrubbing, as the collector calls it: policy, allow-lists, URLs, people, detectors,
   * pseudonyms and the ids of events whose sender gave none.
   */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void scrubber(Blackhole sink) {
    for (List<RawEvent> batch : batches) {
      BatchNotes notes = new BatchNotes();
      for (RawEvent event : batch) {
        EventTime time = new EventTime(NOW, true);
        sink.consume(scrubber.scrub(event, time, new Receipt(NOW, 0, "x"), notes));
      }
    }
  }
}
