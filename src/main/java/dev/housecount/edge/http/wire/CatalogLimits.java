package dev.housecount.edge.http.wire;

import dev.housecount.edge.http.problem.Problem;
import dev.housecount.edge.http.problem.ProblemException;
import java.util.Map;

/** What one page of the catalog may bring. */
public final class CatalogLimits {
  /** Bytes of a page, before and after decompression. */
  public static final int PAGE = 1 << 20;

  /** Bytes of one line without its end. */
  public static final int LINE = 256 << 10;

  /**
   * Levels of nesting in one entity. Forms of templates are the deepest that are met, at some
   * thirty.
   */
  static final int DEPTH = 100;

  private CatalogLimits() {}

  /** The answer to a page that is too large. */
  static ProblemException passed() {
    return new Problem(
            413,
            "too-large",
            "The page is too large",
            "Send at most %d bytes in one page, counted after decompression; make more pages."
                .formatted(PAGE),
            Map.of("limit", PAGE, "unit", "bytes"))
        .asException();
  }
}
