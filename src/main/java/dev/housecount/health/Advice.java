package dev.housecount.health;

/**
 * Something that is wrong, or looks like it, and what to do about it.
 *
 * @param code for machines; part of the API: new ones may come, none changes
 * @param level how bad it is
 * @param text what is the case, for people
 * @param todo what to do, for people
 */
public record Advice(String code, Level level, String text, String todo) {
  /** The worst first. */
  public enum Level {
    /** Figures are missing or wrong. */
    ERROR,
    /** Figures may be. */
    WARNING,
    /** Good to know. */
    INFO
  }
}
