package dev.housecount.edge.backstage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** So many bytes, and no more. */
final class Bounded extends FilterInputStream {
  /** There was more. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private long left;

  Bounded(InputStream in, long most) {
    super(in);
    this.left = most;
  }

  @Override
  public int read() throws IOException {
    return count(super.read(), 1);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = super.read(bytes, offset, length);
    return count(count, Math.max(count, 0));
  }

  private int count(int result, int bytes) throws TooLarge {
    if (result >= 0) {
      left -= bytes;
    }
    if (left < 0) {
      throw new TooLarge();
    }
    return result;
  }
}
