package dev.housecount.edge.http.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.housecount.edge.http.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTest {
  private static final CollectLimits LIMITS = new CollectLimits(100_000, 500);

  private final BodyReader reader = new BodyReader(LIMITS);

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZIP", " Gzip ", "x-gzip"})
  void read_gzip_inAnyCase(String encoding) throws IOException {
    InputStream body = new ByteArrayInputStream(gzip("text".getBytes(UTF_8)));
    assertThat(reader.read(body, encoding, null)).asString(UTF_8).isEqualTo("text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "IDENTITY", "", " "})
  void read_identity(String encoding) {
    InputStream body = new ByteArrayInputStream("text".getBytes(UTF_8));
    assertThat(reader.read(body, encoding, "4")).asString(UTF_8).isEqualTo("text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"600001", "10737418240", "9223372036854775807"})
  void read_announcedTooLarge_isNotReadAtAll(String announced) {
    Endless body = new Endless(" ".getBytes(UTF_8));
    assertTooLarge(body, null, announced);
    assertThat(body.given).isZero();
  }

  @Test
  void read_announcedAbsurdly_isCounted() {
    InputStream body = new ByteArrayInputStream("text".getBytes(UTF_8));
    assertThat(reader.read(body, null, "99999999999999999999, 4")).hasSize(4);
  }

  @Test
  void read_endlessBody_isCutOff() {
    Endless body = new Endless("[{},".getBytes(UTF_8));
    assertTooLarge(body, null, null);
    assertThat(body.given).isLessThan(LIMITS.readBytes() + 10_000L);
  }

  @Test
  void read_bomb_isCutOffAtTheLimit() throws IOException {
    // A whole member of a megabyte of zeros, over and over: a thousandfold.
    Endless body = new Endless(gzip(new byte[1 << 20]));
    assertTooLarge(body, "gzip", null);
    assertThat(body.given).isLessThan(10_000);
  }

  @Test
  void read_gzipThatNeverEndsAndInflatesToNothing_isCutOff() throws IOException {
    assertTooLarge(new Endless(gzip(new byte[0])), "gzip", null);
    byte[] endlessName = {0x1f, (byte) 0x8b, 8, 8, 1, 1, 1, 1, 1, 1};
    assertTooLarge(new Endless(endlessName), "gzip", null);
  }

  @Test
  void read_compressedWell_isFineWithinTheLimit() throws IOException {
    InputStream body = new ByteArrayInputStream(gzip(new byte[LIMITS.bytes()]));
    assertThat(reader.read(body, "gzip", null)).hasSize(LIMITS.bytes());
  }

  private void assertTooLarge(InputStream body, String encoding, String announced) {
    assertThatThrownBy(() -> reader.read(body, encoding, announced))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().status()).isEqualTo(413);
              assertThat(e.problem().members())
                  .containsEntry("limit", LIMITS.bytes())
                  .containsEntry("unit", "bytes");
            });
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream gzipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(gzipped)) {
      gzip.write(bytes);
    }
    return gzipped.toByteArray();
  }

  /** The same bytes for ever. */
  private static final class Endless extends InputStream {
    private final byte[] bytes;
    private long given;

    Endless(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes[(int) (given++ % bytes.length)] & 0xff;
    }
  }
}
