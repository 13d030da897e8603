package dev.housecount.edge.http;

import dev.housecount.collect.Batch;
import dev.housecount.collect.CollectResult;
import dev.housecount.collect.Collector;
import dev.housecount.collect.RejectionReason;
import dev.housecount.edge.http.gate.AccessFilter;
import dev.housecount.edge.http.gate.Caller;
import dev.housecount.edge.http.wire.BatchDecoder;
import dev.housecount.edge.http.wire.BodyReader;
import dev.housecount.edge.http.wire.CollectLimits;
import dev.housecount.edge.http.wire.CountingStream;
import dev.housecount.health.Figures;
import dev.housecount.health.Ledger;
import dev.housecount.telemetry.Collected;
import dev.housecount.telemetry.Telemetry;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** From a posted body to verdicts: the same for every path to which events are posted. */
@Singleton
class Intake {
  /**
   * What became of a batch.
   *
   * @param steps for the answer's {@code Server-Timing}
   */
  record Taken(CollectResult result, ServerTiming.Steps steps) {
    /** The rejected events as answers name them. */
    List<Map<String, Object>> rejected() {
      return result.rejected().stream().map(Taken::verdict).toList();
    }

    /** How much of the accepted events the policy did not let in. */
    Map<String, Integer> dropped() {
      return fields(result.dropped());
    }

    private static Map<String, Object> verdict(CollectResult.Rejection rejection) {
      Map<String, Object> verdict = new LinkedHashMap<>();
      verdict.put("index", rejection.index());
      verdict.put("reason", rejection.reason().code());
      verdict.put("detail", rejection.reason().detail());
      return verdict;
    }

    /** Whether something is wrong with events, and none is good. */
    boolean isAllWrong() {
      return result.accepted() == 0
          && result.rejected().stream().anyMatch(rejection -> !rejection.reason().isNoise());
    }
  }

  private final Collector collector;
  private final Clock clock;
  private final BodyReader reader;
  private final BatchDecoder decoder;
  private final SenderAddress sender;
  private final Telemetry telemetry;
  private final Ledger ledger;
  private final ServerTiming timing;

  Intake(
      Collector collector,
      Clock clock,
      CollectLimits limits,
      SenderAddress sender,
      Telemetry telemetry,
      Ledger ledger,
      ServerTiming timing) {
    this.collector = collector;
    this.clock = clock;
    this.reader = new BodyReader(limits);
    this.decoder = new BatchDecoder(limits);
    this.sender = sender;
    this.telemetry = telemetry;
    this.ledger = ledger;
    this.timing = timing;
  }

  /** Returns once everything accepted is durably stored. */
  Taken take(InputStream body, HttpHeaders headers, ContainerRequestContext request) {
    ServerTiming.Steps steps = timing.begin();
    CountingStream sent = new CountingStream(body);
    byte[] bytes =
        reader.read(
            sent,
            headers.getHeaderString(HttpHeaders.CONTENT_ENCODING),
            headers.getHeaderString(HttpHeaders.CONTENT_LENGTH));
    Caller caller = AccessFilter.caller(request);
    Batch batch = decoder.decode(bytes, clock.instant(), caller.portal(), sender.of(headers));
    steps.end("parse");
    CollectResult result = collector.collect(caller.sure() ? batch.sentBy(caller.user()) : batch);
    steps.add("scrub", result.scrubbing());
    steps.add("store", result.storing());
    Collected figures = figures(result, sent.count(), bytes.length);
    telemetry.collected(figures);
    ledger.add(batch.portal(), Figures.of(figures, result.arrived(), batch.sender().versions()));
    return new Taken(result, steps);
  }

  private static Collected figures(CollectResult result, long received, long inflated) {
    Map<Boolean, Map<String, Integer>> byNoise =
        result.rejected().stream()
            .map(CollectResult.Rejection::reason)
            .collect(
                Collectors.partitioningBy(
                    RejectionReason::isNoise,
                    Collectors.groupingBy(
                        RejectionReason::code, Collectors.summingInt(reason -> 1))));
    return new Collected(
        result.accepted(),
        byNoise.getOrDefault(false, Map.of()),
        byNoise.getOrDefault(true, Map.of()),
        fields(result.dropped()),
        result.duplicates(),
        received,
        inflated);
  }

  private static Map<String, Integer> fields(CollectResult.Dropped dropped) {
    return Map.of("attributes", dropped.attributes(), "context", dropped.context());
  }
}
