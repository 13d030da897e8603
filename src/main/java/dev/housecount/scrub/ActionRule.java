package dev.housecount.scrub;

/** What is kept of the events of one action. */
public record ActionRule(Subject subject, AllowList attributes, AllowList context) {
  /** What a subject is. */
  public enum Subject {
    /** A path or URL, cut before its query and fragment. */
    PATH,
    /** Words, among which URLs may stand. */
    TEXT,
    /** Not kept: the event's subject is empty. */
    DROP
  }
}
