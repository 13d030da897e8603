package dev.housecount.catalog;

import java.util.List;

/** Not all pages are there, or too many; nothing has changed, and the sender can go on. */
public final class IncompleteGenerationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Integer> missing;
  private final transient List<Integer> surplus;

  /**
   * @param missing pages that have not arrived, ascending
   * @param surplus pages beyond the number that the sender says, ascending
   */
  public IncompleteGenerationException(List<Integer> missing, List<Integer> surplus) {
    super(missing.size() + " pages are missing, " + surplus.size() + " too many");
    this.missing = List.copyOf(missing);
    this.surplus = List.copyOf(surplus);
  }

  public List<Integer> missing() {
    return missing;
  }

  public List<Integer> surplus() {
    return surplus;
  }
}
