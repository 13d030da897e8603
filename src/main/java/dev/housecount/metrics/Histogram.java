package dev.housecount.metrics;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** How long the requests of one route and status took, in Prometheus' buckets. */
final class Histogram {
  private static final String NAME = "housecount_request_duration_seconds";

  /** The upper ends of the buckets, in seconds: Prometheus' own default, but up to our time-out. */
  private static final double[] ENDS = {.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30};

  private final String labels;
  private final AtomicLongArray counts = new AtomicLongArray(ENDS.length + 1);
  private final LongAdder nanos = new LongAdder();

  Histogram(String labels) {
    this.labels = labels;
  }

  void add(Duration took) {
    double seconds = took.toNanos() / 1e9;
    int bucket = 0;
    while (bucket < ENDS.length && seconds > ENDS[bucket]) {
      bucket++;
    }
    counts.incrementAndGet(bucket);
    nanos.add(took.toNanos());
  }

  static void appendHead(StringBuilder text) {
    text.append("# HELP ").append(NAME).append(" Time until a request was answered.\n");
    text.append("# TYPE ").append(NAME).append(" histogram\n");
  }

  void appendTo(StringBuilder text) {
    long sum = 0;
    for (int i = 0; i <= ENDS.length; i++) {
      sum += counts.get(i);
      String end = i == ENDS.length ? "+Inf" : String.valueOf(ENDS[i]);
      line(text, "_bucket", labels + ",le=\"" + end + '"').append(sum).append('\n');
    }
    line(text, "_sum", labels).append(nanos.sum() / 1e9).append('\n');
    line(text, "_count", labels).append(sum).append('\n');
  }

  private static StringBuilder line(StringBuilder text, String suffix, String labels) {
    return text.append(NAME).append(suffix).append('{').append(labels).append("} ");
  }
}
