package dev.housecount.keys;

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

  /** The hash's name in documents (RFC 2104, FIPS 180-4). */
  public static final String NAME = "HMAC-SHA-256";

  private static final String ALGORITHM = "HmacSHA256";

  /** Never used itself: a copy needs neither a look-up of the algorithm nor the key again. */
  private final Mac keyed;

  /**
   * @param secret at least {@link #MIN_KEY_BYTES} bytes
   * @param domain what the hashes stand for, for example {@code user}
   * @throws IllegalArgumentException when the secret is too short
   */
  public KeyedHash(byte[] secret, String domain) {
    this.keyed = mac(derive(secret, domain));
  }

  /** The key of a domain: 32 bytes. */
  static byte[] derive(byte[] secret, String domain) {
    if (secret.length < MIN_KEY_BYTES) {
      throw new IllegalArgumentException("a secret key has at least " + MIN_KEY_BYTES + " bytes");
    }
    return mac(secret).doFinal(("housecount/1/" + domain).getBytes(UTF_8));
  }

  /** Hashes the parts, each preceded by its length, so that no two lists of parts are alike. */
  public byte[] hash(String... parts) {
    Mac mac = copy();
    for (String part : parts) {
      byte[] bytes = part.getBytes(UTF_8);
      mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
      mac.update(bytes);
    }
    return mac.doFinal();
  }

  private Mac copy() {
    try {
      return (Mac) keyed.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the JDK's own " + ALGORITHM + " can be cloned", e);
    }
  }

  private static Mac mac(byte[] key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "every Java platform has " + ALGORITHM + " (java.security spec)", e);
    }
  }
}
