package dev.housecount.edge.http.dashboard;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The files that {@code infra/web} made and put on the class path, each read when it is first asked
 * for.
 */
final class Files {
  private static final String FOLDER = "dashboard/";
  private static final Pattern NAME =
      Pattern.compile("(assets/)?[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+");

  /** Of files that there are: names that somebody made up would fill it. */
  private final Map<String, byte[]> read = new ConcurrentHashMap<>();

  /** A file in one of its forms. */
  record Content(Coding coding, byte[] bytes) {}

  /**
   * A file in the first of these forms that it has.
   *
   * @param name such as {@code assets/main-ABC.js}; anything
   */
  Optional<Content> find(String name, List<Coding> codings) {
    if (!NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    for (Coding coding : codings) {
      byte[] bytes = coding == Coding.IDENTITY ? inflated(name) : bytes(name + coding.suffix());
      if (bytes != null) {
        return Optional.of(new Content(coding, bytes));
      }
    }
    return Optional.empty();
  }

  private byte @Nullable [] inflated(String name) {
    byte[] bytes = bytes(name + Coding.GZIP.suffix());
    if (bytes == null) {
      return null;
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte @Nullable [] bytes(String name) {
    return read.computeIfAbsent(name, Files::load);
  }

  private static byte @Nullable [] load(String name) {
    try (InputStream in = Files.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
