package dev.housecount.event;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** People who are looked at: the pseudonyms in the texts of an event or an entity. */
public final class Mentions {
  /** What stands where a person was. No pseudonym, and no name of an entity. */
  public static final String SOMEBODY = "<person>";

  private final Function<Pseudonym, String> replacement;

  /**
   * @param replacement what stands for a pseudonym from now on
   */
  public Mentions(Function<Pseudonym, String> replacement) {
    this.replacement = replacement;
  }

  /** Takes out the pseudonyms of some people. */
  public static Mentions without(Predicate<Pseudonym> people) {
    return new Mentions(person -> people.test(person) ? SOMEBODY : person.value());
  }

  /** The event with every mention replaced; user and session stay. */
  public HydratedEvent replaceIn(HydratedEvent hydrated) {
    ScrubbedEvent event = hydrated.event();
    ScrubbedEvent replaced =
        event.withTexts(
            replaceIn(event.subject()), replaceIn(event.attributes()), replaceIn(event.context()));
    @Nullable EntityRef entity = hydrated.entity();
    return new HydratedEvent(
        replaced,
        hydrated.portal(),
        hydrated.versions(),
        entity == null ? null : replaceIn(entity));
  }

  /** The ref with every mention replaced. */
  public EntityRef replaceIn(EntityRef entity) {
    return new EntityRef(entity.kind(), entity.namespace(), replaceIn(entity.name()));
  }

  /** The fields, in their order, with every mention in keys and values replaced. */
  public Map<String, FieldValue> replaceIn(Map<String, FieldValue> fields) {
    if (fields.isEmpty()) {
      return fields;
    }
    Map<String, FieldValue> replaced = new LinkedHashMap<>();
    fields.forEach((key, value) -> replaced.put(replaceIn(key), field(value)));
    return Collections.unmodifiableMap(replaced);
  }

  private FieldValue field(FieldValue value) {
    if (value instanceof FieldValue.Text text) {
      return new FieldValue.Text(replaceIn(text.value()));
    }
    if (value instanceof FieldValue.Items items) {
      return new FieldValue.Items(items.values().stream().map(this::field).toList());
    }
    return value instanceof FieldValue.Fields nested
        ? new FieldValue.Fields(replaceIn(nested.values()))
        : value;
  }

  /** The text with every mention replaced. */
  public String replaceIn(String text) {
    return Pseudonym.replaceIn(text, replacement);
  }
}
