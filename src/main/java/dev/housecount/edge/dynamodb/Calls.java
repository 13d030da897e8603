package dev.housecount.edge.dynamodb;

import dev.housecount.store.StoreUnavailableException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

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
    } catch (SdkException | UncheckedIOException e) {
      // The second is what the SDK's parser throws where an answer is cut off or garbled. The
      // message of a service error can repeat what was sent: only its type is told.
      throw new StoreUnavailableException("DynamoDB failed: " + e.getClass().getSimpleName(), e);
    }
  }
}
