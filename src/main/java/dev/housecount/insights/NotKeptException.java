package dev.housecount.insights;

/** What is asked for was not kept; the message says what can be asked instead. */
public final class NotKeptException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param instead for a person
   */
  public NotKeptException(String instead) {
    super(instead);
  }

  /** What can be asked instead, for a person. */
  public String instead() {
    return String.valueOf(getMessage());
  }
}
