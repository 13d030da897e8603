package dev.housecount.edge.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.housecount.store.StoreUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Whatever keeps a call from being answered, its sender may try again. */
class CallsTest {
  @Test
  void answer_anyFailure_isOneToTryAgain() {
    for (RuntimeException failure :
        List.of(
            SdkClientException.create("no route"),
            new UncheckedIOException(new IOException("cut off")),
            // What java.net's connection does when it times out while it is opened.
            new RuntimeException(new NullPointerException("this.http is null")))) {
      assertThatThrownBy(
              () ->
                  Calls.answer(
                      () -> {
                        throw failure;
                      }))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessage("DynamoDB failed: " + failure.getClass().getSimpleName());
    }
  }

  @Test
  void answer_ourOwnFailure_isAsItWas() {
    StoreUnavailableException own = new StoreUnavailableException("no time is left");
    assertThatThrownBy(
            () ->
                Calls.answer(
                    () -> {
                      throw own;
                    }))
        .isSameAs(own);
    assertThat(Calls.answer(() -> 7)).isEqualTo(7);
  }
}
