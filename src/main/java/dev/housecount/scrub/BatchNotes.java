package dev.housecount.scrub;

import dev.housecount.event.Pseudonym;
import dev.housecount.scrub.FindRule.Place;
import dev.housecount.scrub.PeopleSearch.Sender;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is noted while the events of one batch are scrubbed: how much was dropped, and what became
 * of people and texts, since most batches are of one user in one session and say the same over and
 * over. It holds names, so it is forgotten with the batch. Not for concurrent use.
 */
public final class BatchNotes {
  private final Map<String, Pseudonym> users = new HashMap<>();
  private final Map<String, Pseudonym> sessions = new HashMap<>();
  private final Map<String, Sender> senders = new HashMap<>();
  private final Map<Place, Map<String, String>> texts = new EnumMap<>(Place.class);
  private @Nullable Scrubber by;
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

  /** Who a user is when events are looked through for people. */
  Sender sender(String user, Function<String, Sender> sender) {
    return senders.computeIfAbsent(user, sender);
  }

  /**
   * What became of a text when the batch had it before in such a place, else what becomes of it.
   */
  String text(String sent, Place place, BiFunction<String, Place, String> scrubbed) {
    Map<String, String> known = texts.computeIfAbsent(place, all -> new HashMap<>());
    String before = known.get(sent);
    if (before != null) {
      return before;
    }
    String now = scrubbed.apply(sent, place);
    known.put(sent, now);
    return now;
  }

  /** An event begins: what was dropped of the one before does not count unless it was kept. */
  void begin() {
    newAttributes = 0;
    newContext = 0;
  }

  /** An event begins that this one scrubs: what became of texts under another policy is nothing. */
  void begin(Scrubber scrubber) {
    if (by != scrubber) {
      texts.clear();
      by = scrubber;
    }
    begin();
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
