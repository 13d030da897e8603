package dev.housecount.keys;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The secret keys, oldest first. A new key is added at the end; the others stay, because each
 * pseudonym is made of the one under the key before. See RATIONALE.md.
 */
public final class KeyRing {
  /** Bytes of an id: enough to tell a few keys apart, little enough to stand in every item. */
  public static final int ID_BYTES = 4;

  private final List<byte[]> secrets;
  private final List<String> ids = new ArrayList<>();

  /**
   * @param secrets at least one, each of at least {@link KeyedHash#MIN_KEY_BYTES} bytes
   * @throws IllegalArgumentException when one is too short or there twice
   */
  public KeyRing(List<byte[]> secrets) {
    if (secrets.isEmpty()) {
      throw new IllegalArgumentException("there is no secret key");
    }
    this.secrets = secrets.stream().map(byte[]::clone).toList();
    String id = "";
    for (byte[] secret : this.secrets) {
      // Of the keys before it too: in another order they are other keys.
      byte[] hash = new KeyedHash(secret, "key-id").hash(id);
      id = HexFormat.of().formatHex(Arrays.copyOf(hash, ID_BYTES));
      ids.add(id);
    }
    if (this.secrets.stream().map(ByteBuffer::wrap).distinct().count() < ids.size()) {
      throw new IllegalArgumentException("a secret key is there twice");
    }
  }

  /** A ring of one key. */
  public static KeyRing of(byte[] secret) {
    return new KeyRing(List.of(secret));
  }

  /** The key that has always been there: for what must stay the same across rotations. */
  public byte[] oldest() {
    return secrets.get(0).clone();
  }

  /** The key for what need not outlive it. */
  public byte[] newest() {
    return secrets.get(secrets.size() - 1).clone();
  }

  /** The id of the newest key, in hexadecimal: tells nothing about the key. */
  public String id() {
    return ids.get(ids.size() - 1);
  }

  /** The ids of all keys, oldest first. */
  public List<String> ids() {
    return List.copyOf(ids);
  }

  /**
   * How many keys are older; -1 for an unknown key.
   *
   * @param keyId empty for the oldest key: what was stored before keys had ids
   */
  int generation(String keyId) {
    return keyId.isEmpty() ? 0 : ids.indexOf(keyId);
  }

  List<byte[]> secrets() {
    return secrets;
  }
}
