package dev.housecount.edge.http;

import com.sun.management.ThreadMXBean;
import dev.housecount.collect.Sender;
import dev.housecount.edge.http.problem.ProblemException;
import dev.housecount.edge.http.wire.BatchDecoder;
import dev.housecount.edge.http.wire.BodyReader;
import dev.housecount.edge.http.wire.CollectLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/**
 * What the worst bodies cost: bombs that inflate to 10 GB, and JSON that makes much of a megabyte.
 * Run with {@code ./mvnw test -Dtest=BodyBenchmark}. The bytes allocated in all are a bound of the
 * heap that is needed at any time.
 */
class BodyBenchmark {
  private static final CollectLimits LIMITS = new CollectLimits(1 << 20, 500);
  private static final BodyReader READER = new BodyReader(LIMITS);
  private static final BatchDecoder DECODER = new BatchDecoder(LIMITS);
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void worstBodies() throws IOException {
    byte[] gigabyte = gzip(new byte[1 << 20], 1024);
    byte[] bomb = new byte[gigabyte.length * 10];
    for (int i = 0; i < bomb.length; i++) {
      bomb[i] = gigabyte[i % gigabyte.length];
    }
    byte[] twice = gzip(bomb, 1);
    for (int round = 0; round < 3; round++) { // the first ones also load classes
      measure("bomb of " + bomb.length + " bytes, 10 GB inflated", bomb, "gzip");
      measure("the same, its length not announced", bomb, "gzip", null);
      measure("a bomb in a gzip of " + twice.length + " bytes", twice, "gzip");
      measure("an empty gzip, 50,000 times", repeat(gzip(new byte[0], 1), 1 << 20), "gzip");
      measure("1 MiB of [", bytes("[", "", 1 << 20), null);
      measure("1 MiB of {\"a\":", bytes("{\"a\":", "", 1 << 20), null);
      measure("1 MiB of 0,", bytes("0,", "[", 1 << 20), null);
      measure("an event of 1 MiB of fields", fields(), null);
      measure("500 events of 2 KB", events(), null);
    }
  }

  private static void measure(String name, byte[] body, String encoding) {
    measure(name, body, encoding, String.valueOf(body.length));
  }

  @SuppressWarnings("SystemOut") // the benchmark's result
  private static void measure(String name, byte[] body, String encoding, String length) {
    InputStream stream = new ByteArrayInputStream(body);
    long thread = Thread.currentThread().getId();
    long allocated = THREADS.getThreadAllocatedBytes(thread);
    long started = System.nanoTime();
    String outcome = outcome(stream, encoding, length);
    long micros = (System.nanoTime() - started) / 1000;
    allocated = THREADS.getThreadAllocatedBytes(thread) - allocated;
    System.out.printf(
        Locale.ROOT,
        "%-45s %-20s %8.1f MB allocated %8.1f ms%n",
        name,
        outcome,
        allocated / 1e6,
        micros / 1e3);
  }

  private static String outcome(InputStream stream, String encoding, String length) {
    try {
      byte[] body = READER.read(stream, encoding, length);
      int size =
          DECODER.decode(body, Instant.EPOCH, "default", Sender.of("test")).submissions().size();
      return size + " verdicts";
    } catch (ProblemException e) {
      return e.problem().status() + " " + e.problem().code();
    }
  }

  private static byte[] fields() {
    StringBuilder fields =
        new StringBuilder("[{\"action\":\"a\",\"subject\":\"s\",\"attributes\":{");
    for (int i = 0; fields.length() < (1 << 20) - 30; i++) {
      fields.append("\"k").append(i).append("\":").append(i).append(',');
    }
    return fields.append("\"k\":1}}]").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] events() {
    String event =
        "{\"action\":\"a\",\"subject\":\"s\",\"attributes\":{\"to\":\"" + "x".repeat(2000) + "\"}}";
    return bytes(event + ",", "[", (event.length() + 1) * 500);
  }

  /** The text over and over; where it is a list, without its last comma and with its end. */
  private static byte[] bytes(String text, String start, int length) {
    String all = start + text.repeat(length / text.length());
    String whole = start.isEmpty() ? all : all.substring(0, all.length() - 1) + "]";
    return whole.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] repeat(byte[] part, int length) {
    byte[] whole = new byte[length / part.length * part.length];
    for (int i = 0; i < whole.length; i++) {
      whole[i] = part[i % part.length];
    }
    return whole;
  }

  private static byte[] gzip(byte[] bytes, int times) throws IOException {
    ByteArrayOutputStream gzipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(gzipped)) {
      for (int i = 0; i < times; i++) {
        gzip.write(bytes);
      }
    }
    return gzipped.toByteArray();
  }
}
