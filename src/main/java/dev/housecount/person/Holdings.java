package dev.housecount.person;

import dev.housecount.event.Pseudonym;
import dev.housecount.keys.Pseudonymizer;
import java.time.Clock;
import java.util.List;

/** What is held about a person beside events. */
public final class Holdings {
  private final Pseudonymizer pseudonymizer;
  private final Refusals refusals;
  private final Names names;
  private final Receipts receipts;
  private final Clock clock;

  public Holdings(
      Pseudonymizer pseudonymizer, Refusals refusals, Names names, Receipts receipts, Clock clock) {
    this.pseudonymizer = pseudonymizer;
    this.refusals = refusals;
    this.names = names;
    this.receipts = receipts;
    this.clock = clock;
  }

  /** Nothing but a summary of what is held; the name itself is not told. */
  public Held of(Pseudonym person) {
    return new Held(
        person,
        pseudonymizer.keyIds(),
        refusals.isOptedOut(person),
        names.find(person).isPresent(),
        receipts.find(person, clock.instant()));
  }

  /**
   * What is held about a person beside events.
   *
   * @param keyIds of the secret keys that are at hand, oldest first
   * @param erasures since the last rotation of the keys
   */
  public record Held(
      Pseudonym user,
      List<String> keyIds,
      boolean optedOut,
      boolean nameKept,
      List<Receipt> erasures) {
    public Held {
      keyIds = List.copyOf(keyIds);
      erasures = List.copyOf(erasures);
    }
  }
}
