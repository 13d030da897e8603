package dev.housecount.catalog;

import static java.util.Comparator.comparing;

import dev.housecount.event.EntityRef;
import dev.housecount.event.FieldValue;
import dev.housecount.event.Pseudonym;
import dev.housecount.keys.Pseudonymizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reduces an entity to what is kept of it. The only way from a raw one to facts. */
public final class Capture implements Reduction {
  private static final String GROUP = "group";
  private static final String NAMESPACE = "metadata.namespace";

  private final CaptureSettings settings;
  private final Pseudonymizer pseudonymizer;
  private final CapturedValues values;

  /**
   * @param redaction what every captured text and number passes
   */
  public Capture(CaptureSettings settings, Pseudonymizer pseudonymizer, Redaction redaction) {
    this.settings = settings;
    this.pseudonymizer = pseudonymizer;
    this.values = new CapturedValues(redaction);
  }

  /**
   * @param entity JSON as plain values, whole or already reduced by its sender
   */
  @Override
  public CapturedEntity of(Map<String, Object> entity) {
    RawEntity raw = RawEntity.of(entity);
    return raw.ref().isUser() ? user(raw) : entity(raw);
  }

  private UserFacts user(RawEntity raw) {
    Pseudonym user = pseudonymizer.user(raw.ref().toString());
    return new UserFacts(
        user,
        sorted(raw.related("memberOf", "memberOf", GROUP)),
        identity(raw, user),
        settings.totalUsers().matches(raw.plain()));
  }

  /** Whoever has a profile captured wants what it says; elsewhere nobody is called by a name. */
  private Map<String, FieldValue> identity(RawEntity raw, Pseudonym user) {
    Object name = raw.metadata("name");
    PersonNames ofProfile = new PersonNames(user, name);
    PersonNames elsewhere = new PersonNames(user, name, raw.profile("displayName"));
    Map<String, FieldValue> identity = new TreeMap<>();
    identity.put(NAMESPACE, new FieldValue.Text(raw.ref().namespace()));
    for (FieldPath path : settings.identityFields()) {
      PersonNames names = path.isBelow("spec.profile") ? ofProfile : elsewhere;
      FieldValue value = values.of(path.key(), path.in(raw.plain()), names);
      if (value != null && !path.text().equals(NAMESPACE)) {
        identity.put(path.text(), value);
      }
    }
    return identity;
  }

  private EntityFacts entity(RawEntity raw) {
    boolean group = raw.ref().kind().equals(GROUP);
    return new EntityFacts(
        raw.ref(),
        values.title("type", raw.spec("type")),
        values.title("lifecycle", raw.spec("lifecycle")),
        owner(raw),
        title(raw, group),
        fields(raw),
        saved(raw),
        sourceTemplate(raw),
        createdAt(raw),
        group ? place(raw) : null);
  }

  private @Nullable String owner(RawEntity raw) {
    return raw.related("ownedBy", "owner", GROUP).stream()
        .map(owner -> pseudonymizer.entity(owner).toString())
        .findFirst()
        .orElse(null);
  }

  private @Nullable String title(RawEntity raw, boolean group) {
    String title = values.title("title", raw.metadata("title"));
    return title == null && group ? values.title("title", raw.profile("displayName")) : title;
  }

  private Map<String, FieldValue> fields(RawEntity raw) {
    Map<String, FieldValue> fields = new TreeMap<>();
    for (FieldPath path : settings.entityFields()) {
      FieldValue value = values.of(path.key(), path.in(raw.plain()), text -> text);
      if (value != null) {
        fields.put(path.text(), value);
      }
    }
    return fields;
  }

  private static @Nullable Double saved(RawEntity raw) {
    Double saved = SavedMinutes.read(raw.annotation("backstage.io/time-saved"));
    return saved == null ? SavedMinutes.read(raw.annotation("rhdh.redhat.com/time-saved")) : saved;
  }

  private @Nullable EntityRef sourceTemplate(RawEntity raw) {
    String template = RawEntity.text(raw.annotation("backstage.io/source-template"));
    return template == null || template.length() > RawEntity.MAX_REF
        ? null
        : EntityRef.parse(template, "template").map(pseudonymizer::entity).orElse(null);
  }

  /** The catalog itself tells nobody; these are what portals add. */
  private static @Nullable Instant createdAt(RawEntity raw) {
    return Stream.of(
            raw.metadata("creationTimestamp"),
            raw.annotation("backstage.io/createdAt"),
            raw.annotation("backstage.io/created-at"))
        .flatMap(time -> Stream.ofNullable(time(time)))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Instant time(@Nullable Object value) {
    String text = RawEntity.text(value);
    if (text == null) {
      return null;
    }
    try {
      return text.strip().indexOf('T') < 0
          ? LocalDate.parse(text.strip()).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(text.strip()).toInstant();
    } catch (DateTimeParseException e) {
      return null; // prose, in a field of which nobody says what it holds
    }
  }

  private GroupPlace place(RawEntity raw) {
    List<EntityRef> parents = raw.related("childOf", "parent", GROUP);
    boolean related = !RawEntity.targets(raw.plain(), "parentOf").isEmpty();
    List<EntityRef> children = related ? List.of() : raw.named("children", GROUP);
    return new GroupPlace(
        sorted(parents), sorted(children), settings.groups().matches(raw.plain()));
  }

  /** Groups only: a person among them would stand there by name. */
  private static List<EntityRef> sorted(List<EntityRef> refs) {
    return refs.stream()
        .filter(ref -> ref.kind().equals(GROUP))
        .distinct()
        .sorted(comparing(EntityRef::toString))
        .toList();
  }
}
