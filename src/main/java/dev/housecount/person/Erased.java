package dev.housecount.person;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an erasure came to. A crash may leave out what the step before it removed, never count
 * anything twice.
 *
 * @param events of the person, removed
 * @param chunks of the person, removed
 * @param changed chunks from which the person was taken, and which keep other events
 * @param held what each {@link Holder} forgot, by its figure
 * @param unknownKeys chunks under keys that are not configured: nobody can tell whose they are
 */
public record Erased(
    long events, long chunks, long changed, Map<String, Long> held, long unknownKeys) {
  private static final String EVENTS = "removedEvents";
  private static final String CHUNKS = "removedChunks";
  private static final String CHANGED = "changedChunks";
  private static final String UNKNOWN_KEYS = "chunksUnderUnknownKeys";

  /** What the figures of holders begin with where they are stored. */
  private static final String HELD = "held.";

  static final Erased NOTHING = new Erased(0, 0, 0, Map.of(), 0);

  public Erased {
    held = Map.copyOf(held);
  }

  static Erased chunk(long events) {
    return new Erased(events, 1, 0, Map.of(), 0);
  }

  static Erased change(long events) {
    return new Erased(events, 0, 1, Map.of(), 0);
  }

  static Erased held(String figure, long count) {
    return new Erased(0, 0, 0, Map.of(figure, count), 0);
  }

  static Erased unknownKey() {
    return new Erased(0, 0, 0, Map.of(), 1);
  }

  Erased plus(Erased more) {
    Map<String, Long> both = new TreeMap<>(held);
    more.held.forEach((figure, count) -> both.merge(figure, count, Long::sum));
    return new Erased(
        events + more.events,
        chunks + more.chunks,
        changed + more.changed,
        both,
        unknownKeys + more.unknownKeys);
  }

  /** The figures by their names, those of the holders in the order of theirs. */
  public Map<String, Long> figures() {
    return figures("");
  }

  /** The same, written so that {@link #of} can tell whose they are. */
  Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    figures(HELD).forEach((name, figure) -> fields.put(name, figure.toString()));
    return fields;
  }

  static Erased of(Map<String, String> fields) {
    Map<String, Long> held = new TreeMap<>();
    fields.forEach(
        (name, figure) -> {
          if (name.startsWith(HELD)) {
            held.put(name.substring(HELD.length()), Long.valueOf(figure));
          }
        });
    return new Erased(
        number(fields, EVENTS),
        number(fields, CHUNKS),
        number(fields, CHANGED),
        held,
        number(fields, UNKNOWN_KEYS));
  }

  private Map<String, Long> figures(String beforeHeld) {
    Map<String, Long> figures = new LinkedHashMap<>();
    figures.put(EVENTS, events);
    figures.put(CHUNKS, chunks);
    figures.put(CHANGED, changed);
    new TreeMap<>(held).forEach((figure, count) -> figures.put(beforeHeld + figure, count));
    figures.put(UNKNOWN_KEYS, unknownKeys);
    return figures;
  }

  private static long number(Map<String, String> fields, String name) {
    return Long.parseLong(fields.getOrDefault(name, "0"));
  }
}
