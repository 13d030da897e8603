package dev.housecount.bytes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Collection;

/** Writes what {@link ByteReader} reads: numbers take as few bytes as they need (LEB128). */
public final class ByteWriter {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 12);

  /** Numbers from 0 on. */
  public ByteWriter number(long value) {
    long left = value;
    while ((left & ~0x7fL) != 0) {
      bytes.write((int) (left & 0x7f) | 0x80);
      left >>>= 7;
    }
    bytes.write((int) left);
    return this;
  }

  /** Any number; those near 0 are short. */
  public ByteWriter signed(long value) {
    return number((value << 1) ^ (value >> 63));
  }

  public ByteWriter flag(boolean value) {
    return number(value ? 1 : 0);
  }

  public ByteWriter text(String text) {
    return bytes(text.getBytes(UTF_8));
  }

  /** A text that begins as the one before often does. */
  public ByteWriter textAfter(String before, String text) {
    int shared = shared(before, text);
    return number(shared).text(text.substring(shared));
  }

  /** With how many characters of the one before a text begins. */
  public static int shared(String before, String text) {
    int shared = 0;
    int most = Math.min(before.length(), text.length());
    while (shared < most && before.charAt(shared) == text.charAt(shared)) {
      shared++;
    }
    // Half of a character is none in UTF-8.
    return shared > 0 && Character.isHighSurrogate(text.charAt(shared - 1)) ? shared - 1 : shared;
  }

  /** A text that has no character 0. */
  public ByteWriter textUntilZero(String text) {
    return raw(text.getBytes(UTF_8)).number(0);
  }

  public ByteWriter texts(Collection<String> texts) {
    number(texts.size());
    texts.forEach(this::text);
    return this;
  }

  public ByteWriter bytes(byte[] value) {
    number(value.length);
    return raw(value);
  }

  public ByteWriter raw(byte[] value) {
    bytes.write(value, 0, value.length);
    return this;
  }

  public byte[] toBytes() {
    return bytes.toByteArray();
  }
}
