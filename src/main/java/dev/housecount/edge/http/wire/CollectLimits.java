package dev.housecount.edge.http.wire;

import dev.housecount.edge.http.problem.Problem;
import dev.housecount.edge.http.problem.ProblemException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one request may bring.
 *
 * @param bytes of the body after decompression, without the members that no dialect has: they are
 *     passed over unread
 * @param events of one batch
 */
public record CollectLimits(int bytes, int events) {
  /** Characters of one text or name. */
  public static final int TEXT = 4096;

  /** Characters of all names and texts of one event, and a few for each value. */
  static final int EVENT = 16_384;

  /** Members of objects and elements of arrays in one event, at any depth. */
  static final int FIELDS = 256;

  /** Levels of nesting in one event, its own object included. */
  static final int DEPTH = 32;

  /**
   * Characters of one number. The exact decimal text of any double is shorter (at most 1,077), and
   * so is whatever a program prints.
   */
  static final int NUMBER = 1100;

  /**
   * Levels of nesting that the parser follows, so that a deep event costs only itself. A level
   * takes some 60 bytes of memory until the body is read.
   */
  static final int PARSED_DEPTH = 100_000;

  /** How many bytes of inflated body a byte sent may make, once {@link #bytes} are passed. */
  static final int INFLATION = 100;

  /**
   * A body larger than {@link #bytes} times this is not read to its end. By the default of 1 MiB,
   * it is about what Lambda hands over at most (6 MB).
   */
  static final int OVERSIZE = 6;

  /**
   * How many bytes are read at most, before and after decompression, whatever they are. More than
   * {@link #bytes}: the generic module sends its user's whole catalog entity with each event and
   * cannot split a batch; and whether a body that passes the limit is one event, which splitting
   * does not help, can be told from its end only.
   */
  public int readBytes() {
    return (int) Math.min(Integer.MAX_VALUE - 8L, (long) bytes * OVERSIZE);
  }

  /**
   * Whether a body is longer, as far as its head tells.
   *
   * @param header {@code Content-Length}, which no framework should make a number of: it can be
   *     larger
   */
  public static boolean isLonger(@Nullable String header, int bytes) {
    try {
      return header != null && Long.parseLong(header.strip()) > bytes;
    } catch (NumberFormatException e) {
      return false; // then it is counted while it is read
    }
  }

  /** The answer to a batch that passes a limit and can be split. */
  static ProblemException passed(String unit, int limit) {
    String detail =
        ("Send at most %d %s in one request, counted after decompression and without members that no"
                + " event has; split the batch.")
            .formatted(limit, unit);
    return new Problem(
            413,
            "too-large",
            "The batch is too large",
            detail,
            Map.of("limit", limit, "unit", unit))
        .asException();
  }
}
