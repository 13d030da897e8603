package dev.housecount.catalog;

import java.util.List;

/**
 * What became of a page.
 *
 * @param accepted lines whose entity is kept, or would be if the person had not opted out
 * @param rejected the other lines, in their order
 */
public record PageReceipt(int accepted, List<Rejection> rejected) {
  public PageReceipt {
    rejected = List.copyOf(rejected);
  }

  /**
   * A line that is not taken.
   *
   * @param line from 1 on
   * @param reason without anything that the line said
   */
  public record Rejection(int line, String reason) {}
}
