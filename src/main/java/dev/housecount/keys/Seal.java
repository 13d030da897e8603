package dev.housecount.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts short texts with AES-256-GCM (NIST SP 800-38D) under keys derived from the secret ones,
 * for the few records that must be read again. Safe for concurrent use.
 */
public final class Seal {
  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final KeyRing keys;
  private final Map<String, SecretKeySpec> byId = new HashMap<>();
  private final SecureRandom random = new SecureRandom();

  public Seal(KeyRing keys) {
    this.keys = keys;
    for (int i = 0; i < keys.ids().size(); i++) {
      byte[] key = KeyedHash.derive(keys.secrets().get(i), "seal");
      byId.put(keys.ids().get(i), new SecretKeySpec(key, "AES"));
    }
  }

  /** The text under the newest key, with the key's id; the same text looks different each time. */
  public String close(String text) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, keys.id(), nonce, text.getBytes(UTF_8));
    byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
    System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
    return keys.id() + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  /** The id of the key under which a text was sealed. */
  public static String keyId(String sealed) {
    return sealed.substring(0, sealed.indexOf('.'));
  }

  /** Whether the key is at hand. */
  public boolean canOpen(String sealed) {
    return byId.containsKey(keyId(sealed));
  }

  /**
   * The text that was sealed.
   *
   * @throws IllegalStateException when it was altered, or the key is not at hand
   */
  public String open(String sealed) {
    byte[] all = Base64.getUrlDecoder().decode(sealed.substring(sealed.indexOf('.') + 1));
    byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
    byte[] text = Arrays.copyOfRange(all, NONCE_BYTES, all.length);
    return new String(run(Cipher.DECRYPT_MODE, keyId(sealed), nonce, text), UTF_8);
  }

  private byte[] run(int mode, String keyId, byte[] nonce, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance(ALGORITHM);
      cipher.init(mode, byId.get(keyId), new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a sealed text was altered, or its key is not configured", e);
    }
  }
}
