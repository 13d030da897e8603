package dev.housecount.scrub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256 under a key of its own for each domain, so that a value of one domain tells nothing
 * about the same value in another. Safe for concurrent use.
 */
public final class KeyedHash {
  /** The least length of a secret key, in bytes: as long as the hash (RFC 2104, section 3). */
  public static final int MIN_KEY_BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  /**
   * @param secret at least {@link #MIN_KEY_BYTES} bytes
   * @param domain what the hashes stand for, for example {@code user}
   * @throws IllegalArgumentException when the secret is too short
   */
  public KeyedHash(byte[] secret, String domain) {
    this.key = new SecretKeySpec(derive(secret, domain), ALGORITHM);
  }

  /** The key of a domain: 32 bytes. */
  static byte[] derive(byte[] secret, String domain) {
    if (secret.length < MIN_KEY_BYTES) {
      throw new IllegalArgumentException("a secret key has at least " + MIN_KEY_BYTES + " bytes");
    }
    Mac mac = mac(new SecretKeySpec(secret, ALGORITHM));
    return mac.doFinal(("housecount/1/" + domain).getBytes(UTF_8));
  }

  /** Hashes the parts, each preceded by its length, so that no two lists of parts are alike. */
  public byte[] hash(String... parts) {
    Mac mac = mac(key);
    for (String part : parts) {
      byte[] bytes = part.getBytes(UTF_8);
      mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
      mac.update(bytes);
    }
    return mac.doFinal();
  }

  private static Mac mac(SecretKeySpec key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "every Java platform has " + ALGORITHM + " (java.security spec)", e);
    }
  }
}
