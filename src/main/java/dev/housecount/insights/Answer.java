package dev.housecount.insights;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report answers.
 *
 * @param completeUntil all that happened before it and is stored is counted
 * @param previous of the days to compare with; null where none are asked for
 * @param fewest people that a figure may be about
 * @param readUnits what reading for it has cost
 */
public record Answer(
    Report.Card report,
    Question question,
    Instant completeUntil,
    Table table,
    @Nullable Table previous,
    int fewest,
    double readUnits) {
  /** What whoever reads it should know. */
  public List<String> notes() {
    return table.notes();
  }
}
