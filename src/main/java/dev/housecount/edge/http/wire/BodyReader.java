package dev.housecount.edge.http.wire;

import dev.housecount.edge.http.problem.Problem;
import dev.housecount.edge.http.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Reads a request's body, within limits that are counted while it is read and inflated. */
public final class BodyReader {
  private static final int BUFFER = 8192;

  private final int bytes;
  private final int readBytes;
  private final Supplier<ProblemException> tooManyBytes;

  public BodyReader(CollectLimits limits) {
    this(limits.bytes(), limits.readBytes(), () -> CollectLimits.passed("bytes", limits.bytes()));
  }

  private BodyReader(int bytes, int readBytes, Supplier<ProblemException> tooManyBytes) {
    this.bytes = bytes;
    this.readBytes = readBytes;
    this.tooManyBytes = tooManyBytes;
  }

  /** For pages of the catalog: what passes {@link CatalogLimits#PAGE} is not read to its end. */
  public static BodyReader ofCatalog() {
    return new BodyReader(CatalogLimits.PAGE, CatalogLimits.PAGE, CatalogLimits::passed);
  }

  /**
   * The body, inflated; it may pass {@link CollectLimits#bytes()}, but not {@link
   * CollectLimits#readBytes()}.
   *
   * @param contentLength the header, which no framework should make a number of: it can be larger
   * @throws ProblemException 413 as soon as a limit is passed, 415, 400
   */
  public byte[] read(
      InputStream body, @Nullable String contentEncoding, @Nullable String contentLength) {
    String encoding =
        contentEncoding == null ? "identity" : contentEncoding.strip().toLowerCase(Locale.ROOT);
    if (CollectLimits.isLonger(contentLength, readBytes)) {
      throw tooManyBytes.get();
    }
    Sent sent = new Sent(body);
    try {
      return switch (encoding) {
        case "identity", "" -> readAll(sent, sent);
        case "gzip", "x-gzip" -> inflate(sent);
        default -> throw unsupportedEncoding();
      };
    } catch (IOException e) {
      throw Problem.badRequest("unreadable-body", "The body ended early or could not be read.")
          .asException();
    }
  }

  private byte[] inflate(Sent sent) throws IOException {
    try (Gunzip inflated = new Gunzip(sent)) {
      return readAll(inflated, sent);
    } catch (ZipException | EOFException e) {
      throw Problem.badRequest(
              "unreadable-body",
              "The body is no gzip, or no whole one, although Content-Encoding says so.")
          .asException();
    }
  }

  private byte[] readAll(InputStream stream, Sent sent) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER];
    for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
      long total = (long) body.size() + count;
      boolean bomb = total > bytes && total > sent.count * CollectLimits.INFLATION;
      if (total > readBytes || bomb) {
        throw tooManyBytes.get();
      }
      body.write(buffer, 0, count);
    }
    return body.toByteArray();
  }

  /** Counts what the request brings: gzip can be endless and inflate to nothing. */
  private final class Sent extends FilterInputStream {
    private long count;

    Sent(InputStream body) {
      super(body);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      count += Math.max(0, read);
      if (count > readBytes) {
        throw tooManyBytes.get();
      }
      return read;
    }
  }

  private static ProblemException unsupportedEncoding() {
    return Problem.of(
            415,
            "unsupported-content-encoding",
            "The body's content encoding is not supported",
            "Send gzip or no Content-Encoding.")
        .asException();
  }
}
