package dev.housecount.person;

import dev.housecount.collect.Batch;
import dev.housecount.collect.RejectionReason;
import dev.housecount.collect.Sieve;
import dev.housecount.event.RawEvent;
import org.jspecify.annotations.Nullable;

/**
 * Stands behind all other sieves and takes note of whose events come through; refuses nothing. A
 * name that cannot be kept fails the request, which its sender then repeats.
 */
public final class NameKeeper implements Sieve {
  private final Names names;

  public NameKeeper(Names names) {
    this.names = names;
  }

  @Override
  public @Nullable RejectionReason refuse(RawEvent event, Batch batch) {
    if (event.user() != null) {
      names.remember(event.user());
    }
    return null;
  }
}
