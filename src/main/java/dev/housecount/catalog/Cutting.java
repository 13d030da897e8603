package dev.housecount.catalog;

import java.util.ArrayList;
import java.util.List;

/** Cuts entries into leaves. */
final class Cutting {
  private static final int FIRST_GUESS = 200;

  private final LeafCodec codec;
  private final int most;
  private final long born;

  /**
   * @param most bytes of a leaf, where more than one entry fits
   * @param born when most of the entries began to hold, in milliseconds since 1970
   */
  Cutting(LeafCodec codec, int most, long born) {
    this.codec = codec;
    this.most = most;
    this.born = born;
  }

  /** A leaf to be. */
  record Part(List<Entry> entries, byte[] data) {}

  /**
   * As few leaves as hold all entries. The last two share what they have: a leaf that was full and
   * has grown by an entry becomes two halves, and not itself and a sliver each time.
   *
   * @param entries of one kind, sorted
   */
  List<Part> cut(List<Entry> entries) {
    List<Part> parts = new ArrayList<>();
    Fitting fitting = new Fitting(codec, most, born);
    int guess = FIRST_GUESS;
    for (int from = 0; from < entries.size(); from += guess) {
      Fitting.Fit fit = fitting.fit(entries.subList(from, entries.size()), guess);
      guess = fit.count();
      parts.add(new Part(entries.subList(from, from + guess), fit.data()));
    }
    if (parts.size() > 1) {
      share(parts, entries);
    }
    return parts;
  }

  private void share(List<Part> parts, List<Entry> entries) {
    int last = parts.size() - 1;
    int rest = parts.get(last - 1).entries().size() + parts.get(last).entries().size();
    int begin = entries.size() - rest;
    Part one = part(entries.subList(begin, begin + rest / 2));
    Part other = part(entries.subList(begin + rest / 2, entries.size()));
    if (one.data().length <= most && other.data().length <= most) {
      parts.set(last - 1, one);
      parts.set(last, other);
    }
  }

  private Part part(List<Entry> entries) {
    return new Part(entries, codec.encode(entries, born));
  }
}
