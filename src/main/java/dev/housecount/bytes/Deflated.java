package dev.housecount.bytes;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Deflate with a dictionary of what is often said. Safe for concurrent use. */
public final class Deflated {
  private final byte[] dictionary;

  /**
   * @param dictionary part of the format: what was written with it can be read with it only;
   *     frequent words last; empty for none
   */
  public Deflated(byte[] dictionary) {
    this.dictionary = dictionary.clone();
  }

  public byte[] pack(byte[] plain) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try {
      if (dictionary.length > 0) {
        deflater.setDictionary(dictionary);
      }
      deflater.setInput(plain);
      deflater.finish();
      ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 2 + 16);
      byte[] buffer = new byte[8192];
      while (!deflater.finished()) {
        packed.write(buffer, 0, deflater.deflate(buffer));
      }
      return packed.toByteArray();
    } finally {
      deflater.end();
    }
  }

  public byte[] unpack(byte[] packed) {
    Inflater inflater = new Inflater(true);
    try {
      if (dictionary.length > 0) {
        inflater.setDictionary(dictionary);
      }
      inflater.setInput(packed);
      ByteArrayOutputStream plain = new ByteArrayOutputStream(packed.length * 4 + 16);
      byte[] buffer = new byte[8192];
      while (!inflater.finished()) {
        int read = inflater.inflate(buffer);
        if (read == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          throw new IllegalStateException("a stored record ends too early");
        }
        plain.write(buffer, 0, read);
      }
      return plain.toByteArray();
    } catch (DataFormatException e) {
      throw new IllegalStateException("a stored record cannot be read", e);
    } finally {
      inflater.end();
    }
  }
}
