package dev.housecount.insights;

/** An answer would need more than may be read for one. */
public final class TooMuchToReadException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int units;

  /**
   * @param units that may be read
   */
  public TooMuchToReadException(int units) {
    super("more than %d read units, or more time than there is".formatted(units));
    this.units = units;
  }

  /** The read units that may be read for one answer. */
  public int units() {
    return units;
  }
}
