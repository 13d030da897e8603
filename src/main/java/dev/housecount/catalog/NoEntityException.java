package dev.housecount.catalog;

/** What was sent is no entity; the message says why, and nothing of what was sent. */
public final class NoEntityException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoEntityException(String reason) {
    super(reason, null, false, false); // a sender's fault, not ours: no stack trace
  }

  /** Why, in words for the sender. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
