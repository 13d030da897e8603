package dev.housecount.catalog;

import dev.housecount.bytes.ByteReader;
import dev.housecount.bytes.ByteWriter;
import dev.housecount.event.Pseudonym;
import java.util.ArrayList;
import java.util.List;

/** Sorted pseudonyms: 130 random bits each, of which the order tells the first. */
final class PseudonymColumn {
  private static final int CHARACTER_BITS = 5;

  /** What is written as it is; the bits before stand as distances from the one before. */
  private static final int LOW_BYTES = 14;

  private static final int HIGH_BITS = 130 - LOW_BYTES * Byte.SIZE;

  private PseudonymColumn() {}

  static void write(ByteWriter body, ByteWriter random, List<String> keys) {
    long before = 0;
    byte[] low = new byte[LOW_BYTES];
    for (String key : keys) {
      long high = split(LeafCodec.user(key).value(), low);
      body.signed(high - before);
      random.raw(low);
      before = high;
    }
  }

  static List<String> read(ByteReader body, ByteReader random, int count) {
    List<String> keys = new ArrayList<>(count);
    long high = 0;
    for (int i = 0; i < count; i++) {
      high += body.signed();
      keys.add(Entry.key(new Pseudonym(join(high, random.raw(LOW_BYTES)))));
    }
    return keys;
  }

  private static long split(String pseudonym, byte[] low) {
    long high = -1;
    long bits = 0;
    int count = 0;
    int filled = 0;
    for (int i = 1; i < pseudonym.length(); i++) {
      bits = bits << CHARACTER_BITS | digit(pseudonym.charAt(i));
      count += CHARACTER_BITS;
      if (high < 0 && count >= HIGH_BITS) {
        count -= HIGH_BITS;
        high = bits >>> count;
        bits &= (1L << count) - 1;
      }
      while (high >= 0 && count >= Byte.SIZE) {
        count -= Byte.SIZE;
        low[filled++] = (byte) (bits >>> count);
        bits &= (1L << count) - 1;
      }
    }
    return high;
  }

  private static String join(long high, byte[] low) {
    StringBuilder pseudonym = new StringBuilder().append(Pseudonym.MARK);
    long bits = high;
    int count = HIGH_BITS;
    for (int i = 0; ; i++) {
      while (count >= CHARACTER_BITS) {
        count -= CHARACTER_BITS;
        pseudonym.append(character((int) (bits >>> count) & 31));
        bits &= (1L << count) - 1;
      }
      if (i == LOW_BYTES) {
        return pseudonym.toString();
      }
      bits = bits << Byte.SIZE | low[i] & 0xff;
      count += Byte.SIZE;
    }
  }

  /** In the order of the characters, so that bits are ordered as keys are. */
  private static int digit(char c) {
    return c <= '7' ? c - '2' : c - 'a' + 6;
  }

  private static char character(int digit) {
    return (char) (digit < 6 ? '2' + digit : 'a' + digit - 6);
  }
}
