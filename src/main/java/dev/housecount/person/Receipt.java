package dev.housecount.person;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What proves that somebody was erased, without saying who.
 *
 * @param id of the erasure, random
 * @param completedAt null while there is more to do
 * @param keyIds of the secret keys that were at hand, oldest first: chunks under others were beyond
 *     reach
 * @param erased what it came to
 */
public record Receipt(
    String id,
    Instant requestedAt,
    @Nullable Instant completedAt,
    List<String> keyIds,
    Erased erased) {
  public Receipt {
    keyIds = List.copyOf(keyIds);
  }
}
