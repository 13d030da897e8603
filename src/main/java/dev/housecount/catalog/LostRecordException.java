package dev.housecount.catalog;

/**
 * What was referred to is there no more: the catalog has become another meanwhile. Whoever reads
 * its head again finds what is.
 */
final class LostRecordException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LostRecordException() {
    super("the catalog changed while it was read", null, false, false);
  }
}
