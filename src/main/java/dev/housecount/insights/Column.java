package dev.housecount.insights;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A column of a report.
 *
 * @param unit what a figure counts or measures; null for what is no figure
 * @param definition what it means, for a person
 */
public record Column(String name, Type type, @Nullable String unit, String definition) {
  /** What stands in a column; null may stand in any. */
  public enum Type {
    TEXT,
    /** A moment: ISO 8601 in UTC. */
    TIME,
    /** A whole number, not negative. */
    COUNT,
    /** A number. */
    NUMBER,
    /** From 0 to 1. */
    SHARE;

    /** As it stands in an answer. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean isFigure() {
      return this == COUNT || this == NUMBER || this == SHARE;
    }
  }

  static Column text(String name, String definition) {
    return new Column(name, Type.TEXT, null, definition);
  }

  static Column time(String name, String definition) {
    return new Column(name, Type.TIME, null, definition);
  }

  static Column count(String name, String unit, String definition) {
    return new Column(name, Type.COUNT, unit, definition);
  }

  static Column people(String name, String definition) {
    return count(name, "people", definition);
  }

  static Column number(String name, String unit, String definition) {
    return new Column(name, Type.NUMBER, unit, definition);
  }

  static Column share(String name, String definition) {
    return new Column(name, Type.SHARE, "share", definition);
  }
}
