package dev.housecount.person;

import dev.housecount.event.Pseudonym;
import dev.housecount.scrub.Pseudonymizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What proves that somebody was erased, without saying who: only who asks by name finds it. */
public final class Receipts {
  /**
   * As long as claims may be raised: three years after the year's end (German Civil Code, 195,
   * 199).
   */
  private static final Duration KEPT = Duration.ofDays(4 * 365);

  private static final List<String> TEXTS = List.of("id", "requestedAt", "completedAt", "keyIds");

  private final PeopleStore store;
  private final Envelope envelope;
  private final Pseudonymizer pseudonymizer;

  public Receipts(PeopleStore store, Envelope envelope, Pseudonymizer pseudonymizer) {
    this.store = store;
    this.envelope = envelope;
    this.pseudonymizer = pseudonymizer;
  }

  void put(ErasureJob job) {
    Instant completed = Objects.requireNonNull(job.completedAt());
    Map<String, String> fields = new HashMap<>();
    of(job).forEach((name, value) -> fields.put(name, value.toString()));
    String key = job.key() + "#" + job.id();
    store.put(new PersonRecord(PersonRecord.Kind.RECEIPT, key, fields, completed.plus(KEPT)));
  }

  /** The receipt of an erasure, by the names of its members. */
  public Map<String, Object> of(ErasureJob job) {
    Map<String, Object> receipt = new LinkedHashMap<>();
    receipt.put("id", job.id());
    receipt.put("requestedAt", job.requestedAt().toString());
    if (job.completedAt() != null) {
      receipt.put("completedAt", job.completedAt().toString());
    }
    receipt.put("keyIds", String.join(",", pseudonymizer.keyIds()));
    receipt.putAll(job.erased().figures());
    return receipt;
  }

  /** A person's receipts since the last rotation of the keys. */
  public List<Map<String, Object>> find(Pseudonym person, Instant now) {
    List<Map<String, Object>> found = new ArrayList<>();
    store
        .read(PersonRecord.Kind.RECEIPT, envelope.mark(person) + "#", now)
        .forEachRemaining(record -> found.add(receipt(record)));
    return found;
  }

  private static Map<String, Object> receipt(PersonRecord record) {
    Map<String, Object> receipt = new LinkedHashMap<>();
    TEXTS.forEach(name -> receipt.put(name, record.field(name)));
    receipt.putAll(Erased.of(record.fields()).figures());
    return receipt;
  }
}
