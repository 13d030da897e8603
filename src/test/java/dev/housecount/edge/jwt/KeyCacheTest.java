package dev.housecount.edge.jwt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import dev.housecount.access.TokenUnverifiableException;
import dev.housecount.testing.MutableClock;
import dev.housecount.testing.PortalAuth;
import dev.housecount.testing.PortalAuth.SigningKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the key server is asked, counted by itself. */
@Timeout(600)
class KeyCacheTest {
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

  /** The JDK asks once more when a connection ends without a word. */
  private static final int A_FETCH = 2;

  /** Short enough to wait for, where the key server is to fail. */
  private static final Duration SHORT = Duration.ofSeconds(1);

  /** Where it is to answer, a loaded machine is no fault. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final PortalAuth portal = new PortalAuth();
  private final MutableClock clock = new MutableClock(NOW);
  private volatile Duration patience = PATIENCE;
  private final BackstageTokens tokens =
      new BackstageTokens(
          List.of(TrustedPortal.parse("acme=" + portal.issuer())), clock, () -> patience);

  @AfterEach
  void stop() {
    portal.close();
  }

  @Test
  void knownKey_isFetchedOnce() {
    for (int i = 0; i < 100; i++) {
      assertThat(tokens.verify(token())).isPresent();
    }
    assertThat(portal.fetches()).isEqualTo(1);
  }

  @Test
  void rotation_newKeyIsFetched_oldStaysValid() {
    String old = token();
    assertThat(tokens.verify(old)).isPresent();
    portal.rotate();
    assertThat(tokens.verify(token())).isPresent();
    assertThat(tokens.verify(old)).isPresent();
    assertThat(portal.fetches()).isEqualTo(2);
  }

  @Test
  void withdrawnKey_isRefused_onceKeysAreFetchedAnew() {
    String old = token();
    assertThat(tokens.verify(old)).isPresent();
    portal.withdraw();
    clock.advance(KeyCache.FRESH.minusSeconds(1));
    assertThat(tokens.verify(old)).isPresent();
    clock.advance(Duration.ofSeconds(1));
    assertThat(tokens.verify(old)).isEmpty();
  }

  @Test
  void oneUnknownKey_isLookedForOnce() {
    assertThat(tokens.verify(token())).isPresent();
    String forged = unknown();
    for (int i = 0; i < 100; i++) {
      assertThat(tokens.verify(forged)).isEmpty();
    }
    assertThat(portal.fetches()).isEqualTo(2);
  }

  @Test
  void floodOfUnknownKeys_costsAFewFetches_andKnownKeysNothing() {
    assertThat(tokens.verify(token())).isPresent();
    int refused = 0;
    int later = 0;
    for (int i = 0; i < 1000; i++) {
      try {
        assertThat(tokens.verify(unknown())).isEmpty();
        refused++;
      } catch (TokenUnverifiableException e) {
        assertThat(e.isFlooded()).isTrue();
        assertThat(e.retryAfter()).isPositive().isLessThanOrEqualTo(FetchBudget.REFILL);
        later++;
      }
      assertThat(tokens.verify(token())).isPresent();
    }
    assertThat(portal.fetches()).isEqualTo(FetchBudget.BURST);
    assertThat(refused).isEqualTo(FetchBudget.BURST - 1);
    assertThat(later).isEqualTo(1000 - refused);

    // A key that is new in the midst of it gets through after the time that it was told.
    portal.rotate();
    String fresh = token();
    assertThatThrownBy(() -> tokens.verify(fresh)).isInstanceOf(TokenUnverifiableException.class);
    clock.advance(FetchBudget.REFILL);
    assertThat(tokens.verify(fresh)).isPresent();
  }

  @Test
  void tokensOlderThanOurKeys_cannotHaveOthers() {
    assertThat(tokens.verify(token())).isPresent();
    Instant before = NOW.minus(KeyCache.SKEW).minusSeconds(1);
    for (int i = 0; i < 100; i++) {
      assertThat(tokens.verify(signedBy(SigningKey.create("secp256r1"), before))).isEmpty();
    }
    assertThat(portal.fetches()).isEqualTo(1);
  }

  @Test
  void worthlessTokens_fetchNothing() {
    Map<String, Object> claims = portal.claims("user:default/alice", NOW.minusSeconds(7200));
    assertThat(tokens.verify(portal.sign(portal.header(), claims))).isEmpty();
    Map<String, Object> header = portal.header();
    header.put("typ", "JWT");
    assertThat(tokens.verify(portal.sign(header, portal.claims("user:default/a", NOW)))).isEmpty();
    assertThat(tokens.verify("not.a.token")).isEmpty();
    assertThat(portal.fetches()).isZero();
  }

  static List<PortalAuth.Answer> failures() {
    return List.of(
        exchange -> PortalAuth.respond(exchange, 500, "{}"),
        exchange -> PortalAuth.respond(exchange, 404, ""),
        exchange -> PortalAuth.respond(exchange, 200, "<html>Sign in</html>"),
        exchange -> PortalAuth.respond(exchange, 200, "[]"),
        exchange -> PortalAuth.respond(exchange, 200, "{\"keys\":7}"),
        exchange -> PortalAuth.respond(exchange, 200, "{\"keys\":[" + " ".repeat(70_000) + "]}"),
        exchange -> PortalAuth.respond(exchange, 200, manyKeys()),
        KeyCacheTest::redirect,
        exchange -> exchange.close(),
        KeyCacheTest::hang,
        KeyCacheTest::drip);
  }

  /** Whatever goes wrong there: retryable here, asked rarely, and good again when it is good. */
  @ParameterizedTest
  @MethodSource("failures")
  void keyServerFails_isRetryable_thenRecovers(PortalAuth.Answer failure) {
    fail(failure);
    for (int i = 0; i < 20; i++) {
      TokenUnverifiableException e =
          catchThrowableOfType(TokenUnverifiableException.class, () -> tokens.verify(token()));
      assertThat(e).isNotNull();
      assertThat(e.isFlooded()).isFalse();
      assertThat(e.retryAfter()).isPositive().isLessThanOrEqualTo(FetchBudget.PAUSE);
    }
    assertThat(portal.fetches()).isLessThanOrEqualTo(A_FETCH);
    portal.answer(null);
    patience = PATIENCE;
    clock.advance(FetchBudget.PAUSE);
    assertThat(tokens.verify(token())).isPresent();
  }

  @ParameterizedTest
  @MethodSource("failures")
  void keyServerFails_knownKeysStayUsable_forAWhile(PortalAuth.Answer failure) {
    assertThat(tokens.verify(token())).isPresent();
    fail(failure);
    clock.advance(KeyCache.FRESH);
    for (int i = 0; i < 20; i++) {
      assertThat(tokens.verify(token(clock.instant()))).isPresent();
    }
    assertThat(portal.fetches()).isLessThanOrEqualTo(1 + A_FETCH);
    clock.advance(KeyCache.USABLE.minus(KeyCache.FRESH));
    assertThatThrownBy(() -> tokens.verify(token(clock.instant())))
        .isInstanceOf(TokenUnverifiableException.class);
  }

  @Test
  void oneFetchAtATime_whoeverWaitsHasItsAnswer() {
    CountDownLatch asked = new CountDownLatch(1);
    portal.answer(
        exchange -> {
          asked.countDown();
          await();
          PortalAuth.respond(
              exchange, 200, PortalAuth.json(Map.of("keys", List.of(portal.key().jwk()))));
        });
    List<CompletableFuture<Boolean>> answers =
        IntStream.range(0, 20)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> tokens.verify(token()).isPresent()))
            .toList();
    assertThat(answers.stream().map(CompletableFuture::join)).containsOnly(true);
    assertThat(portal.fetches()).isEqualTo(1);
  }

  @Test
  void slowKeyServer_knownKeysDoNotWait() {
    assertThat(tokens.verify(token())).isPresent();
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    portal.answer(
        exchange -> {
          asked.countDown();
          quietly(release);
        });
    CompletableFuture<Void> stuck =
        CompletableFuture.runAsync(
            () ->
                assertThatThrownBy(() -> tokens.verify(unknown()))
                    .isInstanceOf(TokenUnverifiableException.class));
    quietly(asked);
    Set<Boolean> seen = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      seen.add(tokens.verify(token()).isPresent());
    }
    clock.advance(KeyCache.FRESH);
    seen.add(tokens.verify(token()).isPresent());
    boolean stillFetching = !stuck.isDone();
    release.countDown();
    stuck.join();
    assertThat(seen).containsOnly(true);
    assertThat(stillFetching).isTrue();
  }

  private void fail(PortalAuth.Answer failure) {
    portal.answer(failure);
    patience = SHORT;
  }

  private String token() {
    return token(NOW);
  }

  private String token(Instant at) {
    return portal.token("user:default/alice", at);
  }

  private String unknown() {
    return signedBy(SigningKey.create("secp256r1"), NOW);
  }

  private String signedBy(SigningKey key, Instant at) {
    Map<String, Object> header = portal.header();
    header.put("kid", key.id());
    return PortalAuth.sign(
        PortalAuth.json(header),
        PortalAuth.json(portal.claims("user:default/mallory", at)),
        "SHA256withECDSAinP1363Format",
        key.pair());
  }

  /** A header and a chunk's size that never end, each byte in time. */
  @ParameterizedTest
  @ValueSource(strings = {"X-Slow: ", "Transfer-Encoding: chunked\r\n\r\n1;"})
  void slowAnswer_isNotWaitedFor(String beginning) throws IOException {
    CountDownLatch enough = new CountDownLatch(1);
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture.runAsync(
          () -> dripAfter("HTTP/1.1 200 OK\r\n" + beginning, server, enough));
      URI address = URI.create("http://127.0.0.1:" + server.getLocalPort());
      KeyServer slow = new KeyServer(address, () -> Duration.ofMillis(500));
      assertThatThrownBy(slow::fetch).isInstanceOf(IOException.class);
    } finally {
      enough.countDown();
    }
  }

  private static void dripAfter(String beginning, ServerSocket server, CountDownLatch enough) {
    try (Socket socket = server.accept()) {
      socket.getOutputStream().write(beginning.getBytes(UTF_8));
      while (!enough.await(100, MILLISECONDS)) {
        socket.getOutputStream().write('a');
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e); // it was cut off
    }
  }

  private static String manyKeys() {
    Map<String, Object> jwk = SigningKey.create("secp256r1").jwk();
    return PortalAuth.json(
        Map.of("keys", java.util.Collections.nCopies(KeyServer.MAX_KEYS + 1, jwk)));
  }

  /** To where keys would be, if one followed. */
  private static void redirect(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Location", "/elsewhere");
    exchange.sendResponseHeaders(302, -1);
  }

  private static void hang(HttpExchange exchange) {
    quietly(new CountDownLatch(1));
  }

  /** A byte at a time, each in time: only the whole is too slow. */
  private static void drip(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    for (int i = 0; i < 1000; i++) {
      exchange.getResponseBody().write(' ');
      exchange.getResponseBody().flush();
      await();
    }
  }

  private static void await() {
    try {
      Thread.sleep(100); // the other side's slowness, not ours
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void quietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
