package dev.housecount.person;

import dev.housecount.event.Pseudonym;
import dev.housecount.keys.Pseudonymizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Keeps the receipts of erasures: only who asks by name finds one. */
public final class Receipts {
  /**
   * As long as claims may be raised: three years after the year's end (German Civil Code, 195,
   * 199).
   */
  private static final Duration KEPT = Duration.ofDays(4 * 365);

  private static final String ID = "id";
  private static final String REQUESTED_AT = "requestedAt";
  private static final String COMPLETED_AT = "completedAt";
  private static final String KEY_IDS = "keyIds";

  private final PeopleStore store;
  private final Envelope envelope;
  private final Pseudonymizer pseudonymizer;

  public Receipts(PeopleStore store, Envelope envelope, Pseudonymizer pseudonymizer) {
    this.store = store;
    this.envelope = envelope;
    this.pseudonymizer = pseudonymizer;
  }

  void put(ErasureJob job) {
    Receipt receipt = of(job);
    Instant completed = Objects.requireNonNull(receipt.completedAt());
    Map<String, String> fields = new HashMap<>(receipt.erased().fields());
    fields.put(ID, receipt.id());
    fields.put(REQUESTED_AT, receipt.requestedAt().toString());
    fields.put(COMPLETED_AT, completed.toString());
    fields.put(KEY_IDS, String.join(",", receipt.keyIds()));
    String key = job.key() + "#" + job.id();
    store.put(new PersonRecord(PersonRecord.Kind.RECEIPT, key, fields, completed.plus(KEPT)));
  }

  /** The receipt of an erasure, as far as it is. */
  public Receipt of(ErasureJob job) {
    return new Receipt(
        job.id(), job.requestedAt(), job.completedAt(), pseudonymizer.keyIds(), job.erased());
  }

  /** A person's receipts since the last rotation of the keys. */
  public List<Receipt> find(Pseudonym person, Instant now) {
    List<Receipt> found = new ArrayList<>();
    store
        .read(PersonRecord.Kind.RECEIPT, envelope.mark(person) + "#", now)
        .forEachRemaining(record -> found.add(receipt(record)));
    return found;
  }

  private static Receipt receipt(PersonRecord record) {
    return new Receipt(
        record.field(ID),
        Instant.parse(record.field(REQUESTED_AT)),
        Instant.parse(record.field(COMPLETED_AT)),
        List.of(record.field(KEY_IDS).split(",", -1)),
        Erased.of(record.fields()));
  }
}
