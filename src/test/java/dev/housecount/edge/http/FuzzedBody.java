package dev.housecount.edge.http;

import dev.housecount.edge.http.problem.ProblemException;
import dev.housecount.edge.http.wire.BodyReader;
import dev.housecount.edge.http.wire.CollectLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A request's body made of a fuzzer's bytes: the first says how the others are sent. */
final class FuzzedBody {
  static final CollectLimits LIMITS = new CollectLimits(64_000, 50);

  private static final BodyReader READER = new BodyReader(LIMITS);

  private FuzzedBody() {}

  /**
   * @throws ProblemException as the endpoint does
   */
  static byte[] read(byte[] data) {
    byte[] sent = data.length == 0 ? data : Arrays.copyOfRange(data, 1, data.length);
    return switch (data.length == 0 ? 0 : data[0]) {
      case 'z' -> READER.read(new ByteArrayInputStream(gzip(sent)), "gzip", null);
      case 'g' -> READER.read(new ByteArrayInputStream(sent), "gzip", null);
      default -> READER.read(new ByteArrayInputStream(sent), null, null);
    };
  }

  /** Bodies of every dialect, from which the fuzzer starts. */
  static List<byte[]> seeds() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(Path.of("src", "test", "resources", "fuzz"))) {
      for (Path file : files) {
        seeds.add(Files.readAllBytes(file));
      }
    }
    return seeds;
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream gzipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(gzipped)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return gzipped.toByteArray();
  }
}
