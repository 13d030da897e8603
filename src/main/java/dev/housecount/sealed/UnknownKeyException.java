package dev.housecount.sealed;

/** Something is under a newer key than this instance has: sealed by it, one user would be two. */
final class UnknownKeyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownKeyException() {
    super("events are under a key that is not in the ring");
  }
}
