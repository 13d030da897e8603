package dev.housecount.scrub.detect;

/** What a detector can find: one of ours, or what an operator's pattern describes. */
public sealed interface Kind permits FindKind, OwnPattern {
  /** The kind's name in policies, for example {@code aws_key}; never changes. */
  String label();

  /** What replaces a find where no policy says otherwise; no detector finds anything in it. */
  String placeholder();

  /** The more certain kind has the lower rank: where two overlap, it wins. */
  int rank();
}
