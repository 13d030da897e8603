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
 * @param position where the look under way goes on; null at its beginning and between looks
 */
public record ErasureJob(
    String key,
    String id,
    Pseudonym person,
    Instant requestedAt,
    Phase phase,
    @Nullable Instant completedAt,
    @Nullable String position,
    Erased erased) {
  private static final String ID = "id";
  private static final String PERSON = "person";
  private static final String REQUESTED_AT = "requestedAt";
  private static final String PHASE = "phase";
  private static final String COMPLETED_AT = "completedAt";
  private static final String POSITION = "position";

  /** The phases of an erasure, in their order. */
  public enum Phase {
    /** Everything is looked at for the first time. */
    FIRST_LOOK,
    /** All is gone but what other instances, which do not know yet, write meanwhile. */
    SETTLING,
    /** Everything is looked at again, for what was written meanwhile. */
    SECOND_LOOK,
    /** Nothing is left to do. */
    SETTLED
  }

  static ErasureJob begin(String key, String id, Pseudonym person, Instant now) {
    return new ErasureJob(key, id, person, now, Phase.FIRST_LOOK, null, null, Erased.NOTHING);
  }

  /** Whether all that was there when the erasure was asked for is gone. */
  public boolean isCompleted() {
    return phase != Phase.FIRST_LOOK;
  }

  boolean isSettled() {
    return phase == Phase.SETTLED;
  }

  ErasureJob at(@Nullable String next, Erased more) {
    return new ErasureJob(
        key, id, person, requestedAt, phase, completedAt, next, erased.plus(more));
  }

  /** The look under way is through. */
  ErasureJob lookedThrough(Instant now) {
    return phase == Phase.FIRST_LOOK ? in(Phase.SETTLING, now) : in(Phase.SETTLED, completedAt);
  }

  /** What was written meanwhile is looked for. */
  ErasureJob lookAgain() {
    return phase == Phase.SETTLING ? in(Phase.SECOND_LOOK, completedAt) : this;
  }

  private ErasureJob in(Phase other, @Nullable Instant completed) {
    return new ErasureJob(key, id, person, requestedAt, other, completed, null, erased);
  }

  PersonRecord record(Envelope envelope) {
    Map<String, String> fields = new HashMap<>(erased.fields());
    fields.put(ID, id);
    fields.put(PERSON, envelope.close(person));
    fields.put(REQUESTED_AT, requestedAt.toString());
    fields.put(PHASE, phase.name());
    if (completedAt != null) {
      fields.put(COMPLETED_AT, completedAt.toString());
    }
    if (position != null) {
      fields.put(POSITION, position);
    }
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
        Phase.valueOf(record.field(PHASE)),
        completed == null ? null : Instant.parse(completed),
        fields.get(POSITION),
        Erased.of(fields));
  }
}
