package dev.housecount.person;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is kept about a person, beside events.
 *
 * @param key unique within the kind, not empty
 * @param fields texts that are not empty
 * @param expiresAt when the record is over; null for never
 */
public record PersonRecord(
    Kind kind, String key, Map<String, String> fields, @Nullable Instant expiresAt) {
  public PersonRecord {
    fields = Map.copyOf(fields);
  }

  /** The kinds of records. */
  public enum Kind {
    /** Whose events are not taken: those who opted out, and what was erased. */
    REFUSAL,
    /** Erasures under way. */
    ERASURE,
    /** Erasures that were completed. */
    RECEIPT,
    /** Who is behind a pseudonym. */
    NAME,
    /** Who read a name. */
    AUDIT
  }

  /** The text of a field that every record of the kind has. */
  String field(String name) {
    return Objects.requireNonNull(fields.get(name), name);
  }
}
