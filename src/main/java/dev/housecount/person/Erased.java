package dev.housecount.person;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an erasure came to. A crash may leave out what the step before it removed, never count
 * anything twice.
 *
 * @param events of the person, removed
 * @param chunks of the person, removed
 * @param changed chunks from which the person was taken, and which keep other events
 * @param names records of the person's name, removed
 * @param audits entries of the audit, from which the person was taken
 * @param unknownKeys chunks under keys that are not configured: nobody can tell whose they are
 */
public record Erased(
    long events, long chunks, long changed, long names, long audits, long unknownKeys) {
  private static final String EVENTS = "removedEvents";
  private static final String CHUNKS = "removedChunks";
  private static final String CHANGED = "changedChunks";
  private static final String NAMES = "removedNames";
  private static final String AUDITS = "changedAuditEntries";
  private static final String UNKNOWN_KEYS = "chunksUnderUnknownKeys";

  static final Erased NOTHING = new Erased(0, 0, 0, 0, 0, 0);

  static Erased chunk(long events) {
    return new Erased(events, 1, 0, 0, 0, 0);
  }

  static Erased change(long events) {
    return new Erased(events, 0, 1, 0, 0, 0);
  }

  static Erased records(long names, long audits) {
    return new Erased(0, 0, 0, names, audits, 0);
  }

  static Erased unknownKey() {
    return new Erased(0, 0, 0, 0, 0, 1);
  }

  Erased plus(Erased more) {
    return new Erased(
        events + more.events,
        chunks + more.chunks,
        changed + more.changed,
        names + more.names,
        audits + more.audits,
        unknownKeys + more.unknownKeys);
  }

  /** The figures by their names. */
  public Map<String, Long> figures() {
    Map<String, Long> figures = new LinkedHashMap<>();
    figures.put(EVENTS, events);
    figures.put(CHUNKS, chunks);
    figures.put(CHANGED, changed);
    figures.put(NAMES, names);
    figures.put(AUDITS, audits);
    figures.put(UNKNOWN_KEYS, unknownKeys);
    return figures;
  }

  static Erased of(Map<String, String> fields) {
    return new Erased(
        number(fields, EVENTS),
        number(fields, CHUNKS),
        number(fields, CHANGED),
        number(fields, NAMES),
        number(fields, AUDITS),
        number(fields, UNKNOWN_KEYS));
  }

  private static long number(Map<String, String> fields, String name) {
    return Long.parseLong(fields.getOrDefault(name, "0"));
  }
}
