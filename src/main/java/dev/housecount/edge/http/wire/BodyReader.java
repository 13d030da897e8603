package dev.housecount.edge.http.wire;

import dev.housecount.edge.http.problem.Problem;
import dev.housecount.edge.http.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Reads a request's body, within limits that are counted while it is read and inflated. */
public final class BodyReader {
  /**
   * A beacon avoids the CORS preflight by saying {@code text/plain}; a client may say nothing. That
   * it is a form is what curl and older libraries say of any text: JSON it has to be all the same.
   */
  private static final Set<String> MEDIA_TYPES =
      Set.of("application/json", "text/plain", "application/x-www-form-urlencoded");

  /** What a 415 answer says we take. */
  public static final String ACCEPT = "application/json, text/plain";

  private static final int BUFFER = 8192;

  private final CollectLimits limits;

  public BodyReader(CollectLimits limits) {
    this.limits = limits;
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
    if (limits.forbidLength(contentLength)) {
      throw tooManyBytes();
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

  /**
   * Throws when the body cannot be read because of its media type. A charset has no effect: JSON is
   * UTF-8, and has no such parameter (RFC 8259, sections 8.1 and 11).
   *
   * @throws ProblemException 415
   */
  public static void checkMediaType(@Nullable String contentType) {
    if (contentType == null || contentType.isBlank()) {
      return;
    }
    int end = contentType.indexOf(';');
    String essence = (end < 0 ? contentType : contentType.substring(0, end)).strip();
    if (!MEDIA_TYPES.contains(essence.toLowerCase(Locale.ROOT))) {
      throw unsupportedMediaType().asException();
    }
  }

  private static Problem unsupportedMediaType() {
    return Problem.of(
        415,
        "unsupported-media-type",
        "The body's media type is not supported",
        "Send " + ACCEPT + ", in UTF-8.");
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
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER];
    for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
      long total = (long) bytes.size() + count;
      boolean bomb = total > limits.bytes() && total > sent.count * CollectLimits.INFLATION;
      if (total > limits.readBytes() || bomb) {
        throw tooManyBytes();
      }
      bytes.write(buffer, 0, count);
    }
    return bytes.toByteArray();
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
      if (count > limits.readBytes()) {
        throw tooManyBytes();
      }
      return read;
    }
  }

  private ProblemException tooManyBytes() {
    return CollectLimits.passed("bytes", limits.bytes());
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
