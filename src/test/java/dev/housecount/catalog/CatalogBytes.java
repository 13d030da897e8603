package dev.housecount.catalog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.housecount.event.Pseudonym;
import java.math.BigInteger;
import java.util.Arrays;

/** What is in a record of the catalog's table, whatever stands in front of its deflated part. */
public final class CatalogBytes {
  private static final int LOW_BYTES = 14;

  private CatalogBytes() {}

  /** All that can be inflated of it, as text and as bytes. */
  public static String inflated(byte[] data) {
    StringBuilder text = new StringBuilder();
    for (int start = 0; start < data.length; start++) {
      try {
        byte[] plain = CatalogWords.DEFLATED.unpack(Arrays.copyOfRange(data, start, data.length));
        text.append(new String(plain, UTF_8)).append(new String(plain, ISO_8859_1));
      } catch (IllegalStateException e) {
        // Nothing deflated begins here.
      }
    }
    return text.toString();
  }

  /**
   * Most of a pseudonym's bits, as leaves hold them, for a search in bytes that are shown as text.
   */
  public static String bits(Pseudonym pseudonym) {
    BigInteger number = BigInteger.ZERO;
    for (char c : pseudonym.value().substring(1).toCharArray()) {
      number = number.shiftLeft(5).add(BigInteger.valueOf(c <= '7' ? c - '2' : c - 'a' + 6));
    }
    byte[] bytes = number.mod(BigInteger.ONE.shiftLeft(LOW_BYTES * 8)).toByteArray();
    byte[] low = new byte[LOW_BYTES];
    int length = Math.min(LOW_BYTES, bytes.length);
    System.arraycopy(bytes, bytes.length - length, low, LOW_BYTES - length, length);
    return new String(low, ISO_8859_1);
  }
}
