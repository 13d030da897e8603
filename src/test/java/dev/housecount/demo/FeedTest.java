package dev.housecount.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the feed makes of what servers answer. */
class FeedTest {
  private static final LocalDate END = LocalDate.parse("2026-11-24");
  private static final Plan PLAN = new Plan(1, 10, 2, END);
  private static final Clock LATER = at(Instant.parse("2026-12-24T00:00:00Z"));

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Integer> sizes = new ConcurrentLinkedQueue<>();
  private HttpServer server;
  private volatile int collectStatus = 202;
  private volatile int catalogStatus = 202;
  private volatile int busy;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/collect", exchange -> answer(exchange, collectStatus));
    server.createContext("/catalog", exchange -> answer(exchange, catalogStatus));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void feed_everythingTaken_sendsEachEvent() throws Exception {
    assertThat(feed(LATER).accepted()).isEqualTo(sent(LATER));
    assertThat(out.toString(UTF_8)).contains("Catalog: ");
    assertThat(sizes).allMatch(size -> size <= Bodies.EVENTS);
  }

  @Test
  void feed_duringTheDay_sendsNothingThatHasNotHappened() throws Exception {
    Clock noon = at(END.atTime(12, 0).toInstant(ZoneOffset.UTC));
    assertThat(sent(noon)).isLessThan(sent(LATER));
    assertThat(feed(noon).accepted()).isEqualTo(sent(noon));
  }

  @Test
  void feed_serverWithoutCatalog_saysSoAndGoesOn() throws Exception {
    catalogStatus = 404;
    assertThat(feed(LATER).accepted()).isEqualTo(sent(LATER));
    assertThat(out.toString(UTF_8)).contains("takes none (404)");
  }

  @Test
  void feed_serverIsBusy_sendsTheSameAgain() throws Exception {
    busy = 3;
    assertThat(feed(LATER).accepted()).isEqualTo(sent(LATER));
  }

  @Test
  void feed_batchTooLarge_isSplitUntilItIsOneEvent() throws Exception {
    collectStatus = 413;
    assertThat(feed(LATER).rejected()).isEqualTo(Map.of("too_large", sent(LATER)));
  }

  @Test
  void feed_tokenMissing_saysHowToGetOne() {
    collectStatus = 401;
    assertThatThrownBy(() -> feed(LATER))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining("token PORTAL write");
    collectStatus = 202;
    catalogStatus = 403;
    assertThatThrownBy(() -> feed(LATER))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining("CATALOG_TOKEN");
  }

  @Test
  void feed_refused_saysWhatTheServerSays() {
    collectStatus = 400;
    assertThatThrownBy(() -> feed(LATER))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining("400");
    collectStatus = 404;
    assertThatThrownBy(() -> feed(LATER))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining("--url");
  }

  @Test
  void feed_nobodyThere_saysHowToStartAServer() {
    Target nobody = new Target(URI.create("http://127.0.0.1:1"), null, null);
    assertThatThrownBy(() -> new Feed(PLAN, nobody, LATER, new PrintStream(out)).run())
        .isInstanceOf(FeedException.class)
        .hasMessageContaining("Start the server first");
  }

  private Verdicts feed(Clock clock) throws FeedException, InterruptedException {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    return new Feed(PLAN, new Target(url, "w", "c"), clock, new PrintStream(out)).run();
  }

  /** How many events are sent until then, again and again included. */
  private static int sent(Clock clock) {
    List<Batch> batches = Portal.of(PLAN).batches();
    return (int)
        batches.stream()
            .flatMap(batch -> batch.events().stream())
            .filter(event -> event.timestamp() <= clock.millis())
            .count();
  }

  private void answer(HttpExchange exchange, int status) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    int turn =
        asked
            .computeIfAbsent(exchange.getRequestURI().getPath(), path -> new AtomicInteger())
            .getAndIncrement();
    boolean now = turn >= busy;
    int events = status == 202 ? Post.JSON.readTree(firstLine(body)).path("events").size() : 0;
    if (events > 0) {
      sizes.add(events);
    }
    byte[] answer = ("{\"accepted\": " + events + ", \"rejected\": []}").getBytes(UTF_8);
    if (!now) {
      exchange.getResponseHeaders().add("Retry-After", "0");
    }
    exchange.sendResponseHeaders(now ? status : 503, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private static String firstLine(byte[] body) {
    return new String(body, UTF_8).lines().findFirst().orElse("{}");
  }

  private static Clock at(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }
}
