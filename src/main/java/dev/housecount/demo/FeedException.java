package dev.housecount.demo;

/** The server could not be fed; the message says what to do. */
public final class FeedException extends Exception {
  private static final long serialVersionUID = 1L;

  FeedException(String message) {
    super(message);
  }
}
