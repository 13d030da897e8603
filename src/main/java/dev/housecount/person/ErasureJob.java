package dev.housecount.person;

import dev.housecount.event.Pseudonym;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An erasure and how far it is.
 *
 * @param key of its record
 * @param id random
 * @param person under the newest key; sealed in the record
 * @param completedAt when the first look was through; null before
 * @param settled whether the second look has begun
 * @param position where the look under way goes on; null at its beginning
 */
public record ErasureJob(
    String key,
    String id,
    Pseudonym person,
    Instant requestedAt,
    @Nullable Instant completedAt,
    boolean settled,
    @Nullable String position,
    Erased erased) {
  private static final String ID = "id";
  private static final String PERSON = "person";
  private static final String REQUESTED_AT = "requestedAt";
  private static final String COMPLETED_AT = "completedAt";
  private static final String SETTLED = "settled";
  private static final String POSITION = "position";

  static ErasureJob begin(String key, String id, Pseudonym person, Instant now) {
    return new ErasureJob(key, id, person, now, null, false, null, Erased.NOTHING);
  }

  ErasureJob at(@Nullable String next, Erased more) {
    return new ErasureJob(
        key, id, person, requestedAt, completedAt, settled, next, erased.plus(more));
  }

  ErasureJob completed(Instant now) {
    return new ErasureJob(key, id, person, requestedAt, now, settled, null, erased);
  }

  ErasureJob lookAgain() {
    return new ErasureJob(key, id, person, requestedAt, completedAt, true, position, erased);
  }

  PersonRecord record(Envelope envelope) {
    Map<String, String> fields = new HashMap<>();
    fields.put(ID, id);
    fields.put(PERSON, envelope.close(person));
    fields.put(REQUESTED_AT, requestedAt.toString());
    if (completedAt != null) {
      fields.put(COMPLETED_AT, completedAt.toString());
    }
    fields.put(SETTLED, Boolean.toString(settled));
    if (position != null) {
      fields.put(POSITION, position);
    }
    erased.figures().forEach((name, figure) -> fields.put(name, figure.toString()));
    return new PersonRecord(PersonRecord.Kind.ERASURE, key, fields, null);
  }

  static ErasureJob of(PersonRecord record, Envelope envelope) {
    Map<String, String> fields = record.fields();
    String completed = fields.get(COMPLETED_AT);
    return new ErasureJob(
        record.key(),
        record.field(ID),
        envelope.open(record.field(PERSON)),
        Instant.parse(record.field(REQUESTED_AT)),
        completed == null ? null : Instant.parse(completed),
        Boolean.parseBoolean(record.field(SETTLED)),
        fields.get(POSITION),
        Erased.of(fields));
  }
}
