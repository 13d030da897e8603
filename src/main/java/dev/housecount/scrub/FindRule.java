package dev.housecount.scrub;

import java.util.Set;

/** Where one kind of find is looked for, and what replaces it. */
public record FindRule(Set<Place> places, Replacement replacement) {
  public FindRule {
    places = Set.copyOf(places);
  }

  /** A part of an event. */
  public enum Place {
    SUBJECT,
    /** The texts of attributes, at any depth. */
    ATTRIBUTES,
    /** The texts of the context, at any depth. */
    CONTEXT,
    /** The keys of attributes and context, at any depth. */
    KEYS,
    /** The event's id and action. */
    IDS,
    /** The event's value, and the numbers in attributes and context. */
    NUMBERS
  }

  /** What takes the place of a find. */
  public enum Replacement {
    /** The kind: {@code <email>}. */
    PLACEHOLDER,
    /** The kind and a keyed hash: equal finds remain equal. */
    HASH,
    /** An asterisk for every letter and digit. */
    MASK,
    /** Nothing: the whole text goes, with its key. */
    DROP
  }
}
