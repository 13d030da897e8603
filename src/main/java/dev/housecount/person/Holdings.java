package dev.housecount.person;

import dev.housecount.event.Pseudonym;
import dev.housecount.scrub.Pseudonymizer;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

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

  /** By the names of their members; the name itself is not told. */
  public Map<String, Object> of(Pseudonym person) {
    Map<String, Object> held = new LinkedHashMap<>();
    held.put("user", person.value());
    held.put("keyIds", pseudonymizer.keyIds());
    held.put("optedOut", refusals.isOptedOut(person));
    held.put("nameKept", names.find(person).isPresent());
    held.put("erasures", receipts.find(person, clock.instant()));
    return held;
  }
}
