package dev.housecount.app;

import dev.housecount.keys.Pseudonymizer;
import dev.housecount.person.AuditTrail;
import dev.housecount.person.Envelope;
import dev.housecount.person.Erasure;
import dev.housecount.person.ErasureStep;
import dev.housecount.person.Holder;
import dev.housecount.person.Holdings;
import dev.housecount.person.Names;
import dev.housecount.person.PeopleStore;
import dev.housecount.person.Receipts;
import dev.housecount.person.Refusals;
import dev.housecount.rotation.Renewal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** What is kept about people beside their events: opt-outs, names, audits, receipts. */
final class PersonalData {
  private final Inputs inputs;
  private final Envelope envelope;
  private final Refusals refusals;
  private final Names names;
  private final AuditTrail audit;
  private final Receipts receipts;
  private final Holdings holdings;

  /** Calls no store. */
  PersonalData(Inputs inputs, Pseudonymizer pseudonymizer) {
    this.inputs = inputs;
    PeopleStore people = inputs.stores().people();
    Clock clock = inputs.clock();
    envelope = new Envelope(inputs.keys(), pseudonymizer);
    refusals = new Refusals(people, envelope, clock);
    names =
        new Names(
            people, inputs.keys(), pseudonymizer, inputs.policy().retention().longest(), clock);
    audit = new AuditTrail(people, pseudonymizer, inputs.choices().auditKept(), clock);
    receipts = new Receipts(people, envelope, pseudonymizer);
    holdings = new Holdings(pseudonymizer, refusals, names, receipts, clock);
  }

  /**
   * Of all of it, of events, and of what others hold.
   *
   * @param others who hold something of people
   */
  Erasure erasure(Renewal renewal, List<Holder> others) {
    List<Holder> holders = new ArrayList<>(List.of(names, audit));
    holders.addAll(others);
    return new Erasure(
        inputs.stores().people(),
        envelope,
        refusals,
        receipts,
        new ErasureStep(inputs.stores().sweeper(), renewal, holders),
        inputs.policy().retention(),
        inputs.clock(),
        inputs.timeLeft());
  }

  Refusals refusals() {
    return refusals;
  }

  Names names() {
    return names;
  }

  AuditTrail audit() {
    return audit;
  }

  Receipts receipts() {
    return receipts;
  }

  Holdings holdings() {
    return holdings;
  }
}
