package dev.housecount.edge.jwt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.security.PublicKey;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.Use;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Where a portal publishes its keys. */
final class KeyServer {
  /** Backstage publishes a handful, of 250 bytes each: one an hour, for three hours. */
  static final int MAX_BYTES = 64 * 1024;

  static final int MAX_KEYS = 100;

  private static final int MAX_UNDER_WAY = 5;
  private static final Duration CONNECT = Duration.ofSeconds(1);

  private final URI address;
  private final Supplier<Duration> patience;

  /** One that nobody waits for any more ends with the server, or when that sends nothing. */
  private final Semaphore free = new Semaphore(MAX_UNDER_WAY);

  /**
   * @param patience how long a fetch may take in all; asked when it begins
   */
  KeyServer(URI address, Supplier<Duration> patience) {
    this.address = address;
    this.patience = patience;
  }

  /**
   * Fetches the keys that can check a user's token, by their ids.
   *
   * @throws IOException when they cannot be had; says why, without what was answered
   */
  Map<String, PublicKey> fetch() throws IOException {
    int millis = Math.max(1, (int) patience.get().toMillis()); // 0 would be endless
    if (!free.tryAcquire()) {
      throw new IOException("the key server is still busy with the requests before");
    }
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setConnectTimeout(Math.min(millis, (int) CONNECT.toMillis()));
    connection.setReadTimeout(millis);
    // In a thread of its own: nothing here bounds looking up a name, nor a chunk's size that drips.
    FutureTask<Map<String, PublicKey>> answer = new FutureTask<>(() -> askOnce(connection));
    start(answer);
    try {
      return answer.get(millis, MILLISECONDS);
    } catch (TimeoutException e) {
      start(connection::disconnect); // it may have to wait for a read to end
      throw new IOException("the key server did not answer in time");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException cause
          ? cause
          : new IOException("asking the key server failed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  private Map<String, PublicKey> askOnce(HttpURLConnection connection) throws IOException {
    try {
      return keys(ask(connection));
    } finally {
      free.release();
    }
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "key-server");
    thread.setDaemon(true);
    thread.start();
  }

  private String ask(HttpURLConnection connection) throws IOException {
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setRequestProperty("Accept", "application/json");
    connection.setRequestProperty("Connection", "close");
    try {
      int status = connection.getResponseCode();
      if (status != HttpURLConnection.HTTP_OK) {
        throw new IOException("the key server answered " + status);
      }
      return read(connection);
    } finally {
      connection.disconnect();
    }
  }

  private static String read(HttpURLConnection connection) throws IOException {
    try (InputStream body = connection.getInputStream()) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
        bytes.write(buffer, 0, count);
        if (bytes.size() > MAX_BYTES) {
          throw new IOException("the key set is larger than " + MAX_BYTES + " bytes");
        }
      }
      return bytes.toString(UTF_8);
    }
  }

  private static Map<String, PublicKey> keys(String text) throws IOException {
    List<JsonWebKey> keys;
    try {
      keys = new JsonWebKeySet(text).getJsonWebKeys();
    } catch (JoseException | RuntimeException e) {
      // Its message repeats the answer.
      throw new IOException("the answer is no key set");
    }
    if (keys.size() > MAX_KEYS) {
      throw new IOException("the key set has more than " + MAX_KEYS + " keys");
    }
    Map<String, PublicKey> usable = new LinkedHashMap<>();
    for (JsonWebKey key : keys) {
      if (key instanceof EllipticCurveJsonWebKey curve && isUsable(curve)) {
        usable.putIfAbsent(key.getKeyId(), curve.getECPublicKey());
      }
    }
    return usable;
  }

  private static boolean isUsable(EllipticCurveJsonWebKey key) {
    return key.getKeyId() != null
        && EllipticCurves.P_256.equals(key.getCurveName())
        && (key.getUse() == null || key.getUse().equals(Use.SIGNATURE))
        && (key.getKeyOps() == null || key.getKeyOps().contains("verify"))
        && (key.getAlgorithm() == null
            || key.getAlgorithm().equals(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256));
  }
}
