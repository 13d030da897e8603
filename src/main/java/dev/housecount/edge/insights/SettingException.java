package dev.housecount.edge.insights;

/**
 * A setting or a file that cannot be used; the message says where it is wrong and what is right.
 */
public final class SettingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param place a setting's name, or which file and line
   */
  public SettingException(String place, String what) {
    super(place + ": " + what);
  }
}
