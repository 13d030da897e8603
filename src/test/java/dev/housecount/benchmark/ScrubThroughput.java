package dev.housecount.benchmark;

import dev.housecount.event.EventTime;
import dev.housecount.event.FieldValue;
import dev.housecount.event.RawEvent;
import dev.housecount.scrub.Receipt;
import dev.housecount.scrub.ScrubTally;
import dev.housecount.scrub.Scrubber;
import dev.housecount.scrub.detect.Detectors;
import dev.housecount.scrub.detect.FindKind;
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

/** Events of a portal, of which one in fifty holds a personal value. Run by ScrubBenchmark. */
@State(Scope.Thread)
public class ScrubThroughput {
  static final int EVENTS = 1_000;
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final Detectors detectors = new Detectors();
  private final RegexChain chain = new RegexChain();
  private final Scrubber scrubber = Pipeline.scrubber();
  private List<RawEvent> events = List.of();
  private List<String> texts = List.of();

  @Setup
  public void generate() {
    events = new ArrayList<>();
    PortalTraffic traffic = new PortalTraffic(1, true, false);
    for (int i = 0; i < EVENTS / 20; i++) {
      events.addAll(traffic.session("user:default/person-" + i, NOW, 20));
    }
    ScrubCorpus corpus = new ScrubCorpus(1);
    FindKind[] kinds = FindKind.values();
    for (int i = 0; i < events.size(); i += 50) {
      events.set(i, searched(corpus.planted(kinds[i / 50 % kinds.length]).text()));
    }
    texts = new ArrayList<>();
    events.forEach(this::addTexts);
  }

  private static RawEvent searched(String term) {
    return new RawEvent(null, "search", term, 3.0, Map.of(), Map.of(), "alice", "s", NOW);
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
          texts.add(key);
          if (value instanceof FieldValue.Text text) {
            texts.add(text.value());
          }
        });
  }

  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void detectors(Blackhole sink) {
    for (String text : texts) {
      sink.consume(detectors.scrub(text));
    }
  }

  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void regexChain(Blackhole sink) {
    for (String text : texts) {
      sink.consume(chain.scrub(text));
    }
  }

  /** With allow-list, URLs, pseudonyms and ids; for comparison. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void scrubber(Blackhole sink) {
    for (RawEvent event : events) {
      sink.consume(
          scrubber.scrub(
              event, new EventTime(NOW, true), new Receipt(NOW, 0, "x"), new ScrubTally()));
    }
  }
}
