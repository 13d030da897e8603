package dev.housecount.sealed;

import dev.housecount.event.Mentions;
import dev.housecount.keys.Pseudonymizer;
import java.util.function.UnaryOperator;

/** Reads texts that were written under older keys as if they were of the newest. */
record Keys(Pseudonymizer pseudonymizer) implements RowCodec.Texts {
  String newest() {
    return pseudonymizer.keyId();
  }

  @Override
  public UnaryOperator<String> of(String keyId) {
    if (keyId.equals(newest())) {
      return text -> text;
    }
    Mentions mentions = new Mentions(named -> pseudonymizer.renewUser(named, keyId).value());
    return mentions::replaceIn;
  }
}
