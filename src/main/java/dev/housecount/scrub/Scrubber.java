package dev.housecount.scrub;

import dev.housecount.event.EntityRef;
import dev.housecount.event.EventId;
import dev.housecount.event.EventTime;
import dev.housecount.event.FieldValue;
import dev.housecount.event.RawEvent;
import dev.housecount.event.ScrubbedEvent;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a scrubbed event of a raw one. The only way from the one type to the other. */
public final class Scrubber {
  /** The longest sender's id that is kept as it is, in characters. */
  static final int MAX_ID_LENGTH = 128;

  /** Actions whose subject is a path. */
  private static final Set<String> PATH_ACTIONS = Set.of("navigate", "not-found");

  /** Keys whose value is a URL or path whatever it looks like. */
  private static final Set<String> URL_KEYS =
      Set.of("to", "href", "url", "uri", "path", "pathname", "link", "from", "referrer");

  private final AllowList allowList;
  private final Pseudonymizer pseudonymizer;
  private final EventIdentity identity;
  private final Detector detectors = new Detectors();
  private final UrlScrubber urls;

  public Scrubber(AllowList allowList, Pseudonymizer pseudonymizer, EventIdentity identity) {
    this.allowList = allowList;
    this.pseudonymizer = pseudonymizer;
    this.identity = identity;
    this.urls = new UrlScrubber(detectors, pseudonymizer);
  }

  /** The id of the key under which its pseudonyms are. */
  public String keyId() {
    return pseudonymizer.keyId();
  }

  /** Keeps what is allowed, replaces what is found, and gives the event its id. */
  public ScrubbedEvent scrub(RawEvent raw, EventTime time, Receipt receipt) {
    String user = raw.user();
    String session = raw.sessionId();
    return new ScrubbedEvent(
        id(raw, receipt),
        time,
        text(raw.action()),
        PATH_ACTIONS.contains(raw.action()) ? urls.scrubUrl(raw.subject()) : text(raw.subject()),
        raw.value(),
        people(fields(raw.attributes(), allowList.attributes())),
        fields(raw.context(), allowList.context()),
        user == null ? null : pseudonymizer.user(user),
        session == null ? null : pseudonymizer.session(session));
  }

  private EventId id(RawEvent raw, Receipt receipt) {
    String sent = raw.id();
    if (sent == null) {
      return identity.derive(raw, receipt.receivedAt(), receipt.repetition(), receipt.sender());
    }
    boolean clean = sent.length() <= MAX_ID_LENGTH && text(sent).equals(sent);
    return clean ? new EventId(sent) : identity.replace(sent);
  }

  private String text(String text) {
    return detectors.scrub(urls.scrubWords(text));
  }

  private Map<String, FieldValue> fields(Map<String, FieldValue> fields, Set<String> allowed) {
    Map<String, FieldValue> kept = new LinkedHashMap<>();
    fields.forEach(
        (key, value) -> {
          if (allowed.contains(key)) {
            kept.put(key, field(key, value));
          }
        });
    return kept;
  }

  private FieldValue field(String key, FieldValue value) {
    if (value instanceof FieldValue.Text text) {
      return new FieldValue.Text(fieldText(key, text.value()));
    }
    if (value instanceof FieldValue.Items items) {
      return new FieldValue.Items(items.values().stream().map(item -> field(key, item)).toList());
    }
    if (value instanceof FieldValue.Fields fields) {
      Map<String, FieldValue> scrubbed = new LinkedHashMap<>();
      fields.values().forEach((name, nested) -> scrubbed.put(text(name), field(name, nested)));
      return new FieldValue.Fields(scrubbed);
    }
    return value;
  }

  private String fieldText(String key, String text) {
    if (URL_KEYS.contains(key.toLowerCase(Locale.ROOT))) {
      return urls.scrubUrl(text);
    }
    EntityRef person =
        EntityRef.parse(text, "").filter(EntityRef::isUser).map(pseudonymizer::entity).orElse(null);
    return person == null ? text(text) : person.toString();
  }

  /** Route parameters that name a person's page name the person. */
  private Map<String, FieldValue> people(Map<String, FieldValue> attributes) {
    String name = FieldValue.text(attributes, "name");
    String kind = FieldValue.text(attributes, "kind");
    if (name != null && EntityRef.USER.equalsIgnoreCase(kind)) {
      attributes.put("name", new FieldValue.Text(personName(attributes, name)));
    }
    return attributes;
  }

  private String personName(Map<String, FieldValue> attributes, String name) {
    @Nullable String namespace = FieldValue.text(attributes, "namespace");
    return EntityRef.of(EntityRef.USER, namespace == null ? "default" : namespace, name)
        .map(person -> pseudonymizer.entity(person).name())
        .orElseGet(() -> pseudonymizer.user(name).value());
  }
}
