package dev.housecount.edge.backstage;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.housecount.edge.backstage.CatalogException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** One request at a time to the portal, bounded in time and in bytes, whatever the portal does. */
final class Fetch {
  private static final int MAX_UNDER_WAY = 3;
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final int TOO_MANY_REQUESTS = 429;
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private final Supplier<String> token;
  private final Supplier<Duration> patience;
  private final long maxBytes;

  /** One that nobody waits for any more ends with the portal, or when that sends nothing. */
  private final Semaphore free = new Semaphore(MAX_UNDER_WAY);

  /**
   * @param token asked for with each request; empty to send none
   * @param patience how long a request may take in all; asked when it begins
   * @param maxBytes of an answer, after decompression
   */
  Fetch(Supplier<String> token, Supplier<Duration> patience, long maxBytes) {
    this.token = token;
    this.patience = patience;
    this.maxBytes = maxBytes;
  }

  /** Makes something of an answer while it arrives. */
  interface Reader<T> {
    T read(InputStream json) throws IOException, CatalogException;
  }

  /**
   * Asks, and reads the answer of a 200.
   *
   * @param body JSON to post; null to get
   */
  <T> T ask(URI address, byte @Nullable [] body, Reader<T> reader) throws CatalogException {
    String secret = token.get();
    int millis = (int) Math.max(1, patience.get().toMillis()); // 0 would be endless
    if (!free.tryAcquire()) {
      throw new CatalogException(Reason.SLOW);
    }
    FutureTask<T> answer;
    HttpURLConnection connection;
    try {
      connection = open(address, secret, millis);
    } catch (IOException e) {
      free.release();
      throw new CatalogException(Reason.UNREACHABLE);
    }
    // In a thread of its own: nothing here bounds looking up a name, nor an answer that drips.
    answer = new FutureTask<>(() -> askOnce(connection, body, reader));
    start(answer);
    return await(answer, connection, millis);
  }

  private HttpURLConnection open(URI address, String secret, int millis) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setConnectTimeout(Math.min(millis, (int) CONNECT.toMillis()));
    connection.setReadTimeout(millis);
    connection.setInstanceFollowRedirects(false); // the token is for this address only
    connection.setUseCaches(false);
    connection.setRequestProperty("Accept", "application/json");
    connection.setRequestProperty("Accept-Encoding", "gzip");
    if (!secret.isEmpty()) {
      connection.setRequestProperty("Authorization", "Bearer " + secret);
    }
    return connection;
  }

  private static <T> T await(FutureTask<T> answer, HttpURLConnection connection, int millis)
      throws CatalogException {
    try {
      return answer.get(millis, MILLISECONDS);
    } catch (TimeoutException e) {
      start(connection::disconnect); // it may have to wait for a read to end
      throw new CatalogException(Reason.SLOW);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof CatalogException cause
          ? cause
          : new CatalogException(Reason.NO_CATALOG);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CatalogException(Reason.SLOW);
    }
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "catalog-client");
    thread.setDaemon(true);
    thread.start();
  }

  private <T> T askOnce(HttpURLConnection connection, byte @Nullable [] body, Reader<T> reader)
      throws CatalogException {
    try {
      send(connection, body);
      check(connection);
      try (InputStream answer = stream(connection)) {
        return reader.read(new Bounded(answer, maxBytes));
      }
    } catch (Bounded.TooLarge e) {
      throw new CatalogException(Reason.TOO_LARGE);
    } catch (SocketTimeoutException e) {
      throw new CatalogException(Reason.SLOW);
    } catch (com.fasterxml.jackson.core.JacksonException e) {
      throw new CatalogException(Reason.NO_CATALOG); // its message repeats the answer
    } catch (IOException e) {
      throw new CatalogException(Reason.UNREACHABLE);
    } finally {
      connection.disconnect();
      free.release();
    }
  }

  private static void send(HttpURLConnection connection, byte @Nullable [] body)
      throws IOException {
    if (body != null) {
      connection.setDoOutput(true);
      connection.setRequestProperty("Content-Type", "application/json");
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body);
      }
    }
  }

  private static void check(HttpURLConnection connection) throws IOException, CatalogException {
    int status = connection.getResponseCode();
    if (status != HttpURLConnection.HTTP_OK) {
      throw new CatalogException(reason(status), retryAfter(connection));
    }
  }

  private static Reason reason(int status) {
    return switch (status) {
      case HttpURLConnection.HTTP_UNAUTHORIZED, HttpURLConnection.HTTP_FORBIDDEN -> Reason.REFUSED;
      case HttpURLConnection.HTTP_NOT_FOUND -> Reason.NOT_THERE;
      case TOO_MANY_REQUESTS, HttpURLConnection.HTTP_UNAVAILABLE -> Reason.BUSY;
      default -> {
        if (status >= 500) {
          yield Reason.FAILING;
        }
        if (status >= 400) {
          yield Reason.NOT_UNDERSTOOD;
        }
        yield status >= 300 ? Reason.REDIRECTED : Reason.NO_CATALOG;
      }
    };
  }

  /** In seconds or as a date, by the portal's own clock. */
  private static @Nullable Duration retryAfter(HttpURLConnection connection) {
    String text = connection.getHeaderField("Retry-After");
    if (text == null) {
      return null;
    }
    long seconds =
        text.strip().matches("[0-9]{1,9}")
            ? Long.parseLong(text.strip())
            : (connection.getHeaderFieldDate("Retry-After", 0) - connection.getDate()) / 1000;
    Duration wait = Duration.ofSeconds(Math.max(0, seconds));
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }

  private static InputStream stream(HttpURLConnection connection) throws IOException {
    InputStream plain = connection.getInputStream();
    return "gzip".equalsIgnoreCase(connection.getContentEncoding())
        ? new GZIPInputStream(plain)
        : plain;
  }
}
