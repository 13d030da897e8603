package dev.housecount.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A portal's auth plugin on the loopback interface: signs users' tokens as Backstage does, with the
 * JDK alone, and publishes its keys.
 */
public final class PortalAuth implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What a key server may do instead of answering with its keys. */
  @FunctionalInterface
  public interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  /** A key with its id. */
  public record SigningKey(String id, KeyPair pair) {
    public static SigningKey create(String curve) {
      try {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return new SigningKey(UUID.randomUUID().toString(), generator.generateKeyPair());
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    /** As jose's exportJWK writes it. */
    public Map<String, Object> jwk() {
      ECPublicKey key = (ECPublicKey) pair.getPublic();
      int size = (key.getParams().getCurve().getField().getFieldSize() + 7) / 8;
      Map<String, Object> jwk = new LinkedHashMap<>();
      jwk.put("kty", "EC");
      jwk.put("x", base64(bytes(key.getW().getAffineX(), size)));
      jwk.put("y", base64(bytes(key.getW().getAffineY(), size)));
      jwk.put("crv", size == 32 ? "P-256" : "P-384");
      jwk.put("kid", id);
      jwk.put("alg", size == 32 ? "ES256" : "ES384");
      return jwk;
    }

    private static byte[] bytes(BigInteger number, int size) {
      byte[] bytes = new byte[size];
      byte[] signed = number.toByteArray();
      int count = Math.min(size, signed.length);
      System.arraycopy(signed, signed.length - count, bytes, size - count, count);
      return bytes;
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger fetches = new AtomicInteger();
  private final List<Map<String, Object>> published = new ArrayList<>();
  private volatile SigningKey key;
  private volatile Answer answer = this::keys;

  public PortalAuth() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          fetches.incrementAndGet();
          try (exchange) {
            answer.to(exchange);
          }
        });
    server.start();
    rotate();
  }

  public String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/auth";
  }

  /** How often keys were asked for. */
  public int fetches() {
    return fetches.get();
  }

  /** Publishes a new key and signs with it from now on; the old stays published. */
  public SigningKey rotate() {
    key = SigningKey.create("secp256r1");
    publish(key.jwk());
    return key;
  }

  public synchronized void publish(Map<String, Object> jwk) {
    published.add(jwk);
  }

  public synchronized void withdraw() {
    published.clear();
  }

  public SigningKey key() {
    return key;
  }

  /** What the key server does from now on; null for its proper answer. */
  public void answer(Answer instead) {
    answer = instead == null ? this::keys : instead;
  }

  private synchronized void keys(HttpExchange exchange) throws IOException {
    respond(exchange, 200, json(Map.of("keys", published)));
  }

  public static void respond(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  public Map<String, Object> header() {
    return fields("typ", "vnd.backstage.user", "alg", "ES256", "kid", key.id());
  }

  public Map<String, Object> claims(String user, Instant now) {
    return fields(
        "iss",
        issuer(),
        "sub",
        user,
        "aud",
        "backstage",
        "iat",
        now.getEpochSecond(),
        "exp",
        now.getEpochSecond() + 3600,
        "uip",
        base64(new byte[64]));
  }

  public String token(String user, Instant now) {
    return sign(header(), claims(user, now));
  }

  public String sign(Map<String, Object> header, Map<String, Object> claims) {
    return sign(json(header), json(claims), "SHA256withECDSAinP1363Format", key.pair());
  }

  public static String sign(String header, String claims, String algorithm, KeyPair pair) {
    String text = base64(header.getBytes(UTF_8)) + "." + base64(claims.getBytes(UTF_8));
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(pair.getPrivate());
      signature.update(text.getBytes(UTF_8));
      return text + "." + base64(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  public static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** A mutable object of names and values in turns. */
  public static Map<String, Object> fields(Object... namesAndValues) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return fields;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
