package dev.housecount.edge.policy;

/** A policy that cannot be used; the message says where it is wrong and what to do. */
public final class PolicyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PolicyException(PolicyNode.Origin origin, String what) {
    super(origin + ": " + what);
  }

  /**
   * A policy that cannot even be read.
   *
   * @param source what the message calls it
   */
  public PolicyException(String source, String what, Throwable cause) {
    super(source + ": " + what, cause);
  }
}
