package dev.housecount.access;

import java.time.Duration;

/** Whether a token is valid cannot be told now; the same request may be sent again. */
public final class TokenUnverifiableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Duration retryAfter;
  private final boolean flooded;

  /**
   * @param retryAfter how long to wait
   * @param flooded whether too many tokens name unknown keys, and not the key server is the cause
   */
  public TokenUnverifiableException(Duration retryAfter, boolean flooded) {
    super("a token cannot be verified now");
    this.retryAfter = retryAfter;
    this.flooded = flooded;
  }

  public Duration retryAfter() {
    return retryAfter;
  }

  public boolean isFlooded() {
    return flooded;
  }
}
