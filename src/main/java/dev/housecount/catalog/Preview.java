package dev.housecount.catalog;

import dev.housecount.event.EntityRef;
import dev.housecount.event.FieldValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows an operator what would be captured of a catalog, before anything is sent anywhere. */
public final class Preview {
  static final String OWNER = "owner";
  static final String TITLE = "title";

  /** What the detectors find. */
  @FunctionalInterface
  public interface Finder {
    /** The labels of what is found in a text. */
    Collection<String> finds(String text);
  }

  private final CaptureSettings settings;
  private final Reduction reduction;
  private final Finder finder;
  private final Map<String, PreviewedField> entities = new LinkedHashMap<>();
  private final Map<String, PreviewedField> people = new LinkedHashMap<>();
  private final Map<String, Integer> kinds = new TreeMap<>();
  private final Map<String, Integer> refused = new TreeMap<>();
  private final Set<String> names = new TreeSet<>();
  private int counted;
  private int shown;

  public Preview(CaptureSettings settings, Reduction reduction, Finder finder) {
    this.settings = settings;
    this.reduction = reduction;
    this.finder = finder;
  }

  /** The paths of what is looked at beside the defaults. */
  public List<String> fields() {
    return settings.entityFields().stream().map(FieldPath::text).toList();
  }

  /** Takes an entity in; what is none is counted. */
  public void add(Map<String, Object> entity) {
    try {
      CapturedEntity captured = reduction.of(entity);
      if (captured instanceof EntityFacts facts) {
        entity(facts, entity);
      } else {
        user((UserFacts) captured, RawEntity.of(entity));
      }
    } catch (NoEntityException e) {
      refused.merge(e.reason(), 1, Integer::sum);
    }
  }

  private void entity(EntityFacts facts, Map<String, Object> raw) {
    kinds.merge(facts.ref().kind(), 1, Integer::sum);
    GroupPlace place = facts.group();
    shown += place != null && place.shown() ? 1 : 0;
    add("spec.type", facts.type(), raw, "spec.type");
    add("spec.lifecycle", facts.lifecycle(), raw, "spec.lifecycle");
    add(OWNER, facts.owner(), raw, "spec.owner");
    add(TITLE, facts.title(), raw, "metadata.title");
    for (FieldPath path : settings.entityFields()) {
      field(entities, path, false).add(facts.fields().get(path.text()), texts(raw, path), finder);
    }
  }

  private void add(String name, @Nullable String kept, Map<?, ?> raw, String path) {
    FieldValue value = kept == null ? null : new FieldValue.Text(kept);
    field(entities, new FieldPath(name), false).add(value, texts(raw, new FieldPath(path)), finder);
  }

  private void user(UserFacts facts, RawEntity raw) {
    kinds.merge(EntityRef.USER, 1, Integer::sum);
    counted += facts.counted() ? 1 : 0;
    Stream.of(raw.metadata("name"), raw.profile("displayName"), raw.profile("email"))
        .flatMap(name -> Stream.ofNullable(RawEntity.text(name)))
        .forEach(name -> names.add(TermSearch.lower(name.strip())));
    Stream.concat(
            Stream.of(new FieldPath("metadata.namespace")), settings.identityFields().stream())
        .distinct()
        .forEach(
            path ->
                field(people, path, true)
                    .add(facts.identity().get(path.text()), texts(raw.plain(), path), finder));
  }

  private static PreviewedField field(
      Map<String, PreviewedField> fields, FieldPath path, boolean ofPeople) {
    return fields.computeIfAbsent(path.text(), text -> new PreviewedField(text, ofPeople));
  }

  private static List<String> texts(Map<?, ?> raw, FieldPath path) {
    Object value = path.in(raw);
    List<?> values =
        value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
    return values.stream()
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(text -> text.length() <= CapturedValues.MAX_TEXT)
        .toList();
  }

  /** The whole, for people to read. */
  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add("entities: " + counts(kinds));
    refused.forEach((reason, count) -> lines.add("refused " + count + ": " + reason));
    lines.add("users that count: " + counted + ", groups that are shown: " + shown);
    lines.add("\nkept of entities that are no people");
    entities.values().forEach(field -> lines.addAll(field.lines(names)));
    lines.add("\nkept of people, under their pseudonyms (and shown where at least five share it)");
    people.values().forEach(field -> lines.addAll(field.lines(names)));
    return String.join("\n", lines);
  }

  private static String counts(Map<String, Integer> counts) {
    return counts.isEmpty()
        ? "none"
        : counts.entrySet().stream()
            .map(count -> count.getValue() + " " + count.getKey())
            .collect(Collectors.joining(", "));
  }
}
