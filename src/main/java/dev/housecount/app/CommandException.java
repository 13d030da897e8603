package dev.housecount.app;

/** A command cannot be done as it was given; the message says why, for the person who gave it. */
final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CommandException(String message) {
    super(message);
  }
}
