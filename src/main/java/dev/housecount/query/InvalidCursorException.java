package dev.housecount.query;

/** A cursor that this deployment did not make for this query. */
public final class InvalidCursorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidCursorException() {
    super("not a cursor of this query");
  }

  public InvalidCursorException(Throwable cause) {
    super("not a cursor of this query", cause);
  }
}
