package dev.housecount.edge.http.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class GunzipTest {
  /** Magic, deflate, flags, time, extra flags, operating system: RFC 1952, section 2.3. */
  private static final int FLAGS_AT = 3;

  private static final int HEADER = 10;

  @Test
  void read_whatGzipWrote_isTheSame() throws IOException {
    Random random = new Random(7);
    for (int length : new int[] {0, 1, 8191, 8192, 8193, 300_000}) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      assertThat(gunzip(gzip(bytes))).isEqualTo(bytes);
      assertThat(new Gunzip(new Dripping(gzip(bytes))).readAllBytes()).isEqualTo(bytes);
    }
  }

  @Test
  void read_severalMembers_areOne() throws IOException {
    byte[] members =
        join(gzip("one ".getBytes(UTF_8)), gzip(new byte[0]), gzip("two".getBytes(UTF_8)));
    assertThat(gunzip(members)).asString(UTF_8).isEqualTo("one two");
  }

  @Test
  void read_manyEmptyMembers_endsWithoutError() throws IOException {
    byte[] empty = gzip(new byte[0]);
    byte[] members = new byte[empty.length * 100_000];
    for (int i = 0; i < members.length; i++) {
      members[i] = empty[i % empty.length];
    }
    assertThat(gunzip(members)).isEmpty();
  }

  @Test
  void read_garbageBehind_isIgnored() throws IOException {
    byte[] member = gzip("text".getBytes(UTF_8));
    for (byte[] garbage :
        new byte[][] {{0}, {0x1f}, {0x1f, (byte) 0x8b, 8}, "more".getBytes(UTF_8)}) {
      assertThat(gunzip(join(member, garbage))).asString(UTF_8).isEqualTo("text");
    }
  }

  @Test
  void read_cutOffAnywhere_fails() throws IOException {
    byte[] whole = gzip("a text that is long enough".getBytes(UTF_8));
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> gunzip(part)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void read_damagedAnywhere_failsOrIsTheSame() throws IOException {
    byte[] text = "a text that is long enough".getBytes(UTF_8);
    byte[] whole = gzip(text);
    for (int bit = 0; bit < whole.length * 8; bit++) {
      byte[] damaged = whole.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      try {
        assertThat(gunzip(damaged)).isEqualTo(text);
      } catch (IOException e) {
        assertThat(e).hasMessageNotContaining("text");
      }
    }
  }

  @Test
  void read_optionalHeaderFields_arePassedOver() throws IOException {
    byte[] plain = gzip("text".getBytes(UTF_8));
    byte[] header = Arrays.copyOf(plain, HEADER);
    header[FLAGS_AT] = 2 | 4 | 8 | 16;
    byte[] fields = {3, 0, 'a', 'b', 'c', 'n', 0, 'c', 'o', 0, 1, 2};
    byte[] rest = Arrays.copyOfRange(plain, HEADER, plain.length);
    assertThat(gunzip(join(header, fields, rest))).asString(UTF_8).isEqualTo("text");
  }

  private static byte[] gunzip(byte[] bytes) throws IOException {
    try (Gunzip gunzip = new Gunzip(new ByteArrayInputStream(bytes))) {
      return gunzip.readAllBytes();
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream gzipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(gzipped)) {
      gzip.write(bytes);
    }
    return gzipped.toByteArray();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }

  /** As a slow network: a byte at a time. */
  private static final class Dripping extends InputStream {
    private final ByteArrayInputStream bytes;

    Dripping(byte[] bytes) {
      this.bytes = new ByteArrayInputStream(bytes);
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      return bytes.read(target, offset, Math.min(length, 1));
    }
  }
}
