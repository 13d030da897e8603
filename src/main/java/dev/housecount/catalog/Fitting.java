package dev.housecount.catalog;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds how many entries fit into a leaf: how well they deflate is known only when it is done. */
final class Fitting {
  private static final int ATTEMPTS = 10;
  private static final double FULL = 0.985;
  private static final double CAUTION = 0.997;

  private final LeafCodec codec;
  private final int most;
  private final long born;

  Fitting(LeafCodec codec, int most, long born) {
    this.codec = codec;
    this.most = most;
    this.born = born;
  }

  /** The first so many entries, encoded. */
  record Fit(int count, byte[] data) {}

  /**
   * As many as fit, and at least one.
   *
   * @param guess about how many that are
   */
  Fit fit(List<Entry> entries, int guess) {
    Fit best = null;
    int count = Math.min(guess, entries.size());
    for (int attempt = 0; attempt < ATTEMPTS || best == null; attempt++) {
      Fit fit = new Fit(count, codec.encode(entries.subList(0, count), born));
      best = better(fit, best);
      int next = next(fit, entries.size());
      if (next == count || (best != null && best.data.length >= FULL * most)) {
        break;
      }
      count = next;
    }
    return Objects.requireNonNull(best);
  }

  private @Nullable Fit better(Fit fit, @Nullable Fit best) {
    boolean fits = fit.data.length <= most || fit.count == 1;
    return fits && (best == null || fit.count > best.count) ? fit : best;
  }

  private int next(Fit fit, int all) {
    int next = (int) ((long) fit.count * most / fit.data.length * CAUTION);
    int limit = fit.data.length > most ? fit.count - 1 : all;
    return Math.max(1, Math.min(limit, next));
  }
}
