package dev.housecount.scrub;

import dev.housecount.event.EntityPath;
import dev.housecount.event.EntityRef;
import dev.housecount.event.FieldValue;
import dev.housecount.event.RawEvent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks through an event for the people whom it names, in the fields that will be dropped as well.
 * An event leads to a person by its attributes or a subject that is an address, and it is about the
 * person on whose page it happened unless it leads to another entity. See RATIONALE.md.
 */
final class PeopleSearch {
  /** The shortest name of a sender that is looked for. */
  private static final int LEAST_SENDER = 3;

  /** Accounts that several people share. */
  private static final Set<String> SHARED =
      Set.of("admin", "anonymous", "backstage", "guest", "root", "test", "unknown", "user");

  /**
   * Who sends, the same in many events.
   *
   * @param own the name that is looked for; null where it is too short, or several people's
   */
  record Sender(@Nullable EntityRef ref, EventPeople.@Nullable Name own) {
    private static final Sender NOBODY = new Sender(null, null);

    private static Sender of(String user, People people) {
      EntityRef ref = EntityRef.parse(EntityRef.ofUser(user), EntityRef.USER).orElse(null);
      return ref == null ? NOBODY : new Sender(ref, isOwn(ref.name()) ? name(ref, people) : null);
    }

    private static boolean isOwn(String name) {
      return name.length() >= LEAST_SENDER && !SHARED.contains(name);
    }

    private static EventPeople.Name name(EntityRef ref, People people) {
      return PeopleSearch.name(ref, people, true);
    }
  }

  private final People people;
  private final AllowList context;
  private final Set<EntityRef> named = new LinkedHashSet<>();
  private final Sender sender;
  private @Nullable EntityRef target;
  private @Nullable EntityRef page;
  private boolean leadsElsewhere;

  private PeopleSearch(ActionRule rule, People people, Sender sender) {
    this.context = rule.context();
    this.people = people;
    this.sender = sender;
  }

  /**
   * @param rule what is kept of the event
   */
  static EventPeople in(RawEvent event, ActionRule rule, People people, BatchNotes notes) {
    String user = event.user();
    Sender sender =
        user == null ? Sender.NOBODY : notes.sender(user, ref -> Sender.of(ref, people));
    PeopleSearch search = new PeopleSearch(rule, people, sender);
    search.fields(event.attributes(), true);
    search.fields(event.context(), false);
    search.subject(event.subject(), rule.subject());
    return search.found();
  }

  private EventPeople found() {
    EntityRef about = target != null ? target : leadsElsewhere ? null : page;
    EventPeople.Name own = sender.own();
    if (about == null && named.isEmpty() && own == null) {
      return EventPeople.NOBODY;
    }
    List<EventPeople.Name> names = new ArrayList<>();
    named.forEach(person -> names.add(name(person, people, false)));
    if (own != null && !named.contains(sender.ref())) {
      names.add(own);
    }
    return new EventPeople(about == null ? null : people.ref(about), names);
  }

  private static EventPeople.Name name(EntityRef person, People people, boolean own) {
    String ref = people.ref(person);
    return EventPeople.Name.of(person, ref.substring(ref.lastIndexOf('/') + 1), own);
  }

  private void fields(Map<String, FieldValue> fields, boolean attributes) {
    if (fields.isEmpty()) {
      return;
    }
    boolean entity = FieldKeys.nameEntity(fields);
    EntityRef route = entity ? people.routePerson(fields) : null;
    if (route != null) {
      found(route, attributes);
    }
    leadsElsewhere |= attributes && entity && route == null;
    fields.forEach(
        (key, value) -> {
          boolean kept = attributes || context.keeps(key);
          value(FieldKeys.of(key, entity), value, attributes, kept);
        });
  }

  private void value(FieldKeys.Kind key, FieldValue value, boolean attributes, boolean kept) {
    if (value instanceof FieldValue.Text text) {
      text(key, text.value(), attributes, kept);
    } else if (value instanceof FieldValue.Items items) {
      items.values().forEach(item -> value(key, item, attributes, kept));
    } else if (value instanceof FieldValue.Fields nested) {
      fields(nested.values(), attributes);
    }
  }

  private void text(FieldKeys.Kind key, String text, boolean attributes, boolean kept) {
    if (key.isWords() && NameText.isQuiet(text)) {
      return;
    }
    boolean leads = attributes && key != FieldKeys.Kind.ORIGIN;
    EntityRef person = key == FieldKeys.Kind.REF ? people.refPerson(text) : whole(text);
    if (person != null) {
      // Who sends may be named in every event, and so may whoever is known to the sender alone.
      if (key != FieldKeys.Kind.OTHER || (kept && !isSender(person))) {
        found(person, leads);
      } else {
        name(person);
      }
    } else if (key == FieldKeys.Kind.REST) {
      return;
    } else if (key.isAddress() || UrlText.isAddress(text)) {
      address(text, leads);
    } else if (leads && key == FieldKeys.Kind.REF) {
      leadsElsewhere = true;
    }
  }

  private void subject(String subject, ActionRule.Subject rule) {
    EntityRef person = whole(subject);
    if (person != null) {
      found(person, true);
    } else if (rule == ActionRule.Subject.PATH || UrlText.isAddress(subject)) {
      address(subject, rule != ActionRule.Subject.PATH);
    } else if (NameText.mayName(subject)) {
      people.find(subject, this::name);
    }
  }

  private @Nullable EntityRef whole(String text) {
    if (!NameText.mayName(text)) {
      return null;
    }
    EntityRef person = people.wholePerson(text);
    return person == null && PlainSpelling.mayDiffer(text)
        ? people.wholePerson(PlainSpelling.of(text))
        : person;
  }

  /** The page that an address leads to: in its path, in its fragment, and refs anywhere in it. */
  private void address(String text, boolean leads) {
    if (!NameText.mayName(text)) {
      leadsElsewhere |= leads && isEntity(page(text));
      return;
    }
    String plain = PlainSpelling.mayDiffer(text) ? PlainSpelling.of(text) : text;
    int query = UrlText.beforeQuery(plain).length();
    people.find(plain.substring(0, query), person -> found(person, leads));
    people.find(
        plain.substring(query),
        person -> {
          if (!isSender(person)) {
            found(person, leads);
          }
        });
    boolean person = false;
    for (String part : new String[] {text, plain}) {
      UrlSegments url = page(part);
      person |= found(url, leads);
      int fragment = part.indexOf('#');
      person |= fragment >= 0 && found(new UrlSegments(part.substring(fragment + 1)), leads);
      leadsElsewhere |= leads && !person && isEntity(url);
    }
  }

  private static UrlSegments page(String address) {
    UrlSegments url = new UrlSegments(UrlText.beforeQuery(address));
    url.resolveDots();
    return url;
  }

  private static boolean isEntity(UrlSegments url) {
    EntityPath.Place place = EntityPaths.placeOf(url);
    EntityPath path = EntityPaths.find(url, place);
    return path != null && (path.sure() || place == EntityPath.Place.PATH);
  }

  private boolean isSender(EntityRef person) {
    EntityRef ref = sender.ref();
    return ref != null && EntityRef.ofUser(person.toString()).equals(ref.toString());
  }

  private boolean found(UrlSegments url, boolean leads) {
    EntityRef person = people.page(url);
    if (person == null) {
      return false;
    }
    found(person, leads);
    return true;
  }

  private void found(EntityRef person, boolean leads) {
    name(person);
    if (leads) {
      target = target == null ? person : target;
    } else {
      page = page == null ? person : page;
    }
  }

  private void name(EntityRef person) {
    if (named.size() < EventPeople.MOST) {
      named.add(person);
    }
  }
}
