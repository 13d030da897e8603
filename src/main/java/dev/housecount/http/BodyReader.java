package dev.housecount.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads a request's body whole, within limits that are counted while it is read and inflated. */
final class BodyReader {
  /** A beacon avoids the CORS preflight by saying {@code text/plain}; a client may say nothing. */
  private static final Set<String> MEDIA_TYPES = Set.of("application/json", "text/plain");

  /** What a 415 answer says we take. */
  static final String ACCEPT = "application/json, text/plain";

  private final CollectLimits limits;

  BodyReader(CollectLimits limits) {
    this.limits = limits;
  }

  byte[] read(InputStream body, @Nullable String contentEncoding) {
    String encoding =
        contentEncoding == null ? "identity" : contentEncoding.strip().toLowerCase(Locale.ROOT);
    try {
      byte[] sent = readAll(body);
      return switch (encoding) {
        case "identity", "" -> sent;
        case "gzip", "x-gzip" -> inflate(sent);
        default -> throw unsupportedEncoding();
      };
    } catch (IOException e) {
      throw Problem.badRequest("unreadable-body", "The body ended early or could not be read.")
          .asException();
    }
  }

  /**
   * Throws when the body cannot be read because of its media type.
   *
   * @throws ProblemException 415
   */
  static void checkMediaType(@Nullable String contentType) {
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

  private byte[] inflate(byte[] sent) throws IOException {
    try (InputStream inflated = new GZIPInputStream(new java.io.ByteArrayInputStream(sent))) {
      return readAll(inflated);
    } catch (java.util.zip.ZipException | java.io.EOFException e) {
      throw Problem.badRequest(
              "unreadable-body", "The body is no gzip, although Content-Encoding says so.")
          .asException();
    }
  }

  private byte[] readAll(InputStream stream) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
      if (bytes.size() + count > limits.bytes()) {
        throw tooLarge(
            "bytes",
            limits.bytes(),
            "Send at most "
                + limits.bytes()
                + " bytes in one request, counted after decompression; split the batch.");
      }
      bytes.write(buffer, 0, count);
    }
    return bytes.toByteArray();
  }

  static ProblemException tooLarge(String unit, int limit, String detail) {
    return new Problem(
            413,
            "too-large",
            "The batch is too large",
            detail,
            Map.of("limit", limit, "unit", unit))
        .asException();
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
