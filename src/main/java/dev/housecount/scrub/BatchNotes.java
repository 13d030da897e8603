package dev.housecount.scrub;

import dev.housecount.event.Pseudonym;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What is noted while the events of one batch are scrubbed: how much was dropped, and the
 * pseudonyms of those who are in it, since most batches are of one user in one session. It holds
 * names, so it is forgotten with the batch. Not for concurrent use.
 */
public final class BatchNotes {
  private final Map<String, Pseudonym> users = new HashMap<>();
  private final Map<String, Pseudonym> sessions = new HashMap<>();
  private int attributes;
  private int context;
  private int newAttributes;
  private int newContext;

  Pseudonym user(String ref, Function<String, Pseudonym> pseudonym) {
    return users.computeIfAbsent(ref, pseudonym);
  }

  Pseudonym session(String id, Function<String, Pseudonym> pseudonym) {
    return sessions.computeIfAbsent(id, pseudonym);
  }

  /** An event begins: what was dropped of the one before does not count unless it was kept. */
  void begin() {
    newAttributes = 0;
    newContext = 0;
  }

  void dropAttribute() {
    newAttributes++;
  }

  void dropContext() {
    newContext++;
  }

  /** The event that was scrubbed last is stored: what was dropped of it counts. */
  public void keep() {
    attributes += newAttributes;
    context += newContext;
    begin();
  }

  /** How many attributes were dropped, nested ones included. */
  public int attributes() {
    return attributes;
  }

  /** How many keys of contexts were dropped, nested ones included. */
  public int context() {
    return context;
  }
}
