package dev.housecount.scrub;

import dev.housecount.event.EventId;
import dev.housecount.event.EventTime;
import dev.housecount.event.FieldValue;
import dev.housecount.event.PolicyVersion;
import dev.housecount.event.RawEvent;
import dev.housecount.event.ScrubbedEvent;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.scrub.FindRule.Place;
import org.jspecify.annotations.Nullable;

/** Makes a scrubbed event of a raw one. The only way from the one type to the other. */
public final class Scrubber {
  /** The longest sender's id that is kept as it is, in characters. */
  static final int MAX_ID_LENGTH = 128;

  /** The action of an event whose own may not be kept: an event has one. */
  private static final String DROPPED_ACTION = "<dropped>";

  private final ScrubPolicy policy;
  private final Pseudonymizer pseudonymizer;
  private final EventIdentity identity;
  private final FindReplacer finds;
  private final People people;
  private final TextScrubber texts;
  private final FieldScrubber fields;

  /**
   * @param secret from which the key for hashes of finds is derived
   */
  public Scrubber(
      ScrubPolicy policy, Pseudonymizer pseudonymizer, EventIdentity identity, byte[] secret) {
    this.policy = policy;
    this.pseudonymizer = pseudonymizer;
    this.identity = identity;
    this.finds = new FindReplacer(policy, secret);
    this.people = new People(pseudonymizer);
    this.texts = new TextScrubber(finds, people, policy.paths());
    this.fields = new FieldScrubber(policy, texts, finds, people, pseudonymizer);
  }

  /** Under which policy this scrubs. */
  public PolicyVersion policy() {
    return policy.version();
  }

  /** An action's one name: the scrubbed one. Policy and retention know it by this name. */
  private String action(RawEvent raw, BatchNotes notes) {
    String action = notes.text(raw.action(), Place.IDS, texts::text);
    return action.isBlank() || FindReplacer.isDropped(action) ? DROPPED_ACTION : action;
  }

  /** The id of the key under which its pseudonyms are. */
  public String keyId() {
    return pseudonymizer.keyId();
  }

  /**
   * Keeps what is allowed, replaces what is found, and gives the event its id.
   *
   * @param notes of the event's batch; {@link BatchNotes#keep} says that the event is stored
   */
  public ScrubbedEvent scrub(RawEvent raw, EventTime time, Arrival arrival, BatchNotes notes) {
    notes.begin(this);
    String action = action(raw, notes);
    ActionRule rule = policy.of(action);
    String user = raw.user();
    String session = raw.sessionId();
    EventPeople named = PeopleSearch.in(raw, rule, people, notes);
    Surrounding attributes = new Surrounding(Place.ATTRIBUTES, named, notes);
    Surrounding context = new Surrounding(Place.CONTEXT, named, notes);
    return new ScrubbedEvent(
        id(raw, arrival, named),
        time,
        action,
        subject(raw.subject(), rule.subject(), new Surrounding(Place.SUBJECT, named, notes)),
        value(raw),
        fields.scrub(raw.attributes(), rule.attributes(), attributes, notes::dropAttribute),
        fields.scrub(raw.context(), rule.context(), context, notes::dropContext),
        user == null ? null : notes.user(user, pseudonymizer::user),
        session == null ? null : notes.session(session, pseudonymizer::session));
  }

  /**
   * A subject that is asked for, as that of an event would be stored.
   *
   * @param asked a subject as portals send it or as it is stored; a prefix when it ends with {@code
   *     *}
   * @param action of the events that are asked for; null for any
   */
  public String subject(String asked, @Nullable String action) {
    boolean prefix = asked.endsWith("*");
    String sent = prefix ? asked.substring(0, asked.length() - 1) : asked;
    boolean path =
        UrlText.isAddress(sent)
            || (action != null && policy.of(action).subject() == ActionRule.Subject.PATH);
    String kept = path ? texts.url(sent, Place.SUBJECT) : texts.text(sent, Place.SUBJECT);
    // What was cut is behind the end of what is stored: no prefix of more.
    boolean whole = path && UrlText.isCut(sent);
    return FindReplacer.isDropped(kept) ? "" : prefix && !whole ? kept + "*" : kept;
  }

  private EventId id(RawEvent raw, Arrival arrival, EventPeople named) {
    String sent = raw.id();
    if (sent == null) {
      return identity.derive(raw, arrival.receivedAt(), arrival.repetition(), arrival.sender());
    }
    boolean clean =
        sent.length() <= MAX_ID_LENGTH
            && texts.text(sent, Place.IDS).equals(sent)
            && named.inText(sent).equals(sent);
    return clean ? new EventId(sent) : identity.replace(sent);
  }

  private String subject(String sent, ActionRule.Subject rule, Surrounding around) {
    String subject =
        switch (rule) {
          case PATH -> path(sent, around.named());
          case TEXT -> texts.words(sent, around);
          case DROP -> "";
        };
    return FindReplacer.isDropped(subject) ? "" : subject;
  }

  /** A sender may have put a title where a path belongs. */
  private String path(String sent, EventPeople named) {
    String path = named.inAddress(texts.url(sent, Place.SUBJECT));
    String about = named.about();
    if (about == null || path.isEmpty() || UrlText.looksLikeUrl(path.strip())) {
      return path;
    }
    boolean words = path.indexOf('/') < 0 || path.chars().anyMatch(Character::isWhitespace);
    return words ? about : path;
  }

  private @Nullable Double value(RawEvent raw) {
    Double value = raw.value();
    return value == null || finds.scrub(value) != null ? null : value;
  }

  /**
   * A value that is no event's, as an attribute of one would be stored.
   *
   * @param key what it is called
   * @param value a text, a number or a flag
   * @return null when nothing of it may be kept
   */
  public @Nullable FieldValue value(String key, FieldValue value) {
    return fields.value(key, value);
  }
}
