package dev.housecount.bytes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link ByteWriter} wrote. */
public final class ByteReader {
  private final ByteBuffer bytes;

  public ByteReader(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes);
  }

  public long number() {
    long value = 0;
    int shift = 0;
    byte next = bytes.get();
    while (next < 0) {
      value |= (long) (next & 0x7f) << shift;
      shift += 7;
      next = bytes.get();
    }
    return value | (long) next << shift;
  }

  public int integer() {
    return Math.toIntExact(number());
  }

  public long signed() {
    long value = number();
    return (value >>> 1) ^ -(value & 1);
  }

  public boolean flag() {
    return number() == 1;
  }

  public String text() {
    return new String(bytes(), UTF_8);
  }

  public String textAfter(String before) {
    return before.substring(0, integer()) + text();
  }

  public String textUntilZero() {
    int begin = bytes.position();
    while (bytes.get() != 0) {
      continue;
    }
    return new String(bytes.array(), begin, bytes.position() - begin - 1, UTF_8);
  }

  public List<String> texts() {
    int count = integer();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(text());
    }
    return texts;
  }

  public byte[] bytes() {
    return raw(integer());
  }

  public byte[] raw(int length) {
    byte[] value = new byte[length];
    bytes.get(value);
    return value;
  }

  public byte[] rest() {
    return raw(bytes.remaining());
  }
}
