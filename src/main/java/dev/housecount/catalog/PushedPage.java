package dev.housecount.catalog;

import java.util.List;
import java.util.Map;

/**
 * A page of a generation as it arrives.
 *
 * @param number from 1 on
 * @param lines those that could be read at all
 */
public record PushedPage(String portal, String generation, int number, List<Line> lines) {
  public PushedPage {
    lines = List.copyOf(lines);
  }

  /**
   * One entity.
   *
   * @param number of the line, from 1 on
   * @param entity JSON as plain values: {@code Map}, {@code List}, {@code String}, {@code Number},
   *     {@code Boolean}; members that are null are left out
   */
  public record Line(int number, Map<String, Object> entity) {}
}
