package dev.housecount.edge.dynamodb;

import dev.housecount.store.StoreUnavailableException;
import java.util.function.Supplier;

/** How a call of DynamoDB that failed looks from outside, whichever call it was. */
final class Calls {
  private Calls() {}

  /**
   * The answer of a call.
   *
   * @throws StoreUnavailableException when there is none; for whatever reason that the call does
   *     not catch itself
   */
  static <T> T answer(Supplier<T> call) {
    try {
      return call.get();
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      // Not only the SDK's own: its parser throws others where an answer is cut off or garbled, and
      // its connection where it times out while it is opened. Whether the call was done is unknown
      // then, too. The message of a service error can repeat what was sent: only its type is told.
      throw new StoreUnavailableException("DynamoDB failed: " + e.getClass().getSimpleName(), e);
    }
  }
}
