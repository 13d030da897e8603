package dev.housecount.edge.http.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Inflates gzip (RFC 1952) as it is read, member after member; what follows the last member is
 * ignored, as gzip itself does. The JDK's GZIPInputStream recurses once for every empty member: a
 * small body of thousands of them overflows its stack.
 */
final class Gunzip extends InputStream {
  private static final int MAGIC = 0x1f8b;
  private static final int DEFLATE = 8;
  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xe0;

  private final InputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] buffer = new byte[8192];
  private int start;
  private int end;
  private boolean ended;

  Gunzip(InputStream in) throws IOException {
    this.in = in;
    if (!readHeader()) {
      throw new ZipException("no gzip");
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    try {
      while (!ended) {
        int count = inflater.inflate(target, offset, length);
        if (count > 0) {
          crc.update(target, offset, count);
          return count;
        }
        if (inflater.finished()) {
          start = end - inflater.getRemaining();
          readTrailer();
          ended = !readHeader();
        } else if (inflater.needsDictionary()) {
          throw new ZipException("needs a dictionary");
        } else {
          fill();
          inflater.setInput(buffer, start, end - start);
        }
      }
      return -1;
    } catch (DataFormatException e) {
      throw new ZipException("no deflate");
    }
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }

  /** Whether another member begins here. */
  private boolean readHeader() throws IOException {
    if (start == end && !tryFill()) {
      return false;
    }
    try {
      if ((next() << 8 | next()) != MAGIC || next() != DEFLATE) {
        return false;
      }
      int flags = next();
      skip(6); // time, extra flags, operating system
      if ((flags & RESERVED) != 0) {
        return false;
      }
      skipOptional(flags);
    } catch (EOFException e) {
      return false;
    }
    inflater.reset();
    inflater.setInput(buffer, start, end - start);
    crc.reset();
    return true;
  }

  private void skipOptional(int flags) throws IOException {
    if ((flags & EXTRA) != 0) {
      skip(next() | next() << 8);
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CRC) != 0) {
      skip(2);
    }
  }

  private void readTrailer() throws IOException {
    long sum = nextInt();
    long size = nextInt();
    if (sum != crc.getValue() || size != (inflater.getBytesWritten() & 0xffff_ffffL)) {
      throw new ZipException("the checksum differs");
    }
  }

  private long nextInt() throws IOException {
    return next() | next() << 8 | next() << 16 | (long) next() << 24;
  }

  private void skipText() throws IOException {
    for (int c = next(); c != 0; c = next()) {
      // up to the zero
    }
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      next();
    }
  }

  private int next() throws IOException {
    if (start == end) {
      fill();
    }
    return buffer[start++] & 0xff;
  }

  private void fill() throws IOException {
    if (!tryFill()) {
      throw new EOFException();
    }
  }

  private boolean tryFill() throws IOException {
    start = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }
}
