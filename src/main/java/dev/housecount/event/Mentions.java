package dev.housecount.event;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** People who are looked at: the pseudonyms in an event's texts. */
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
        event.withTexts(text(event.subject()), fields(event.attributes()), fields(event.context()));
    return new HydratedEvent(
        replaced, hydrated.portal(), hydrated.versions(), entity(hydrated.entity()));
  }

  private @Nullable EntityRef entity(@Nullable EntityRef entity) {
    return entity == null
        ? null
        : new EntityRef(entity.kind(), entity.namespace(), text(entity.name()));
  }

  private Map<String, FieldValue> fields(Map<String, FieldValue> fields) {
    Map<String, FieldValue> replaced = new LinkedHashMap<>();
    fields.forEach((key, value) -> replaced.put(text(key), field(value)));
    return replaced;
  }

  private FieldValue field(FieldValue value) {
    if (value instanceof FieldValue.Text text) {
      return new FieldValue.Text(text(text.value()));
    }
    if (value instanceof FieldValue.Items items) {
      return new FieldValue.Items(items.values().stream().map(this::field).toList());
    }
    return value instanceof FieldValue.Fields nested
        ? new FieldValue.Fields(fields(nested.values()))
        : value;
  }

  private String text(String text) {
    return Pseudonym.replaceIn(text, replacement);
  }
}
