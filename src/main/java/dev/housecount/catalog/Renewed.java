package dev.housecount.catalog;

import dev.housecount.event.FieldValue;
import dev.housecount.event.Mentions;
import dev.housecount.event.Pseudonym;
import dev.housecount.keys.Pseudonymizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Facts whose people are others now: under the newest key, or nobody. */
final class Renewed {
  /** What stands where a person was; no ref. */
  private static final String NOBODY = Mentions.SOMEBODY;

  private Renewed() {}

  /** Brings facts up to date that were learned under a key. */
  static UnaryOperator<CapturedEntity> from(String keyId, Pseudonymizer pseudonymizer) {
    Function<Pseudonym, String> renew = user -> pseudonymizer.renewUser(user, keyId).value();
    return entity ->
        entity instanceof UserFacts user
            ? new UserFacts(
                pseudonymizer.renewUser(user.user(), keyId),
                user.groups(),
                fields(user.identity(), renew),
                user.counted())
            : mentions((EntityFacts) entity, renew);
  }

  /** Takes people out of the facts of others. */
  static CapturedEntity without(CapturedEntity entity, java.util.Set<Pseudonym> people) {
    Function<Pseudonym, String> hide = user -> people.contains(user) ? NOBODY : user.value();
    return entity instanceof UserFacts user
        ? new UserFacts(user.user(), user.groups(), fields(user.identity(), hide), user.counted())
        : mentions((EntityFacts) entity, hide);
  }

  private static EntityFacts mentions(EntityFacts facts, Function<Pseudonym, String> change) {
    String owner = text(facts.owner(), change);
    return new EntityFacts(
        facts.ref(),
        facts.type(),
        facts.lifecycle(),
        owner != null && owner.contains(NOBODY) ? null : owner,
        text(facts.title(), change),
        fields(facts.fields(), change),
        facts.minutesSaved(),
        facts.sourceTemplate(),
        facts.createdAt(),
        facts.group());
  }

  private static @Nullable String text(@Nullable String text, Function<Pseudonym, String> change) {
    return text == null ? null : Pseudonym.replaceIn(text, change);
  }

  private static Map<String, FieldValue> fields(
      Map<String, FieldValue> fields, Function<Pseudonym, String> change) {
    if (fields.isEmpty()) {
      return fields;
    }
    Map<String, FieldValue> changed = new LinkedHashMap<>();
    fields.forEach((key, value) -> changed.put(key, value(value, change)));
    return java.util.Collections.unmodifiableMap(changed);
  }

  private static FieldValue value(FieldValue value, Function<Pseudonym, String> change) {
    if (value instanceof FieldValue.Text text) {
      return new FieldValue.Text(Pseudonym.replaceIn(text.value(), change));
    }
    if (value instanceof FieldValue.Items items) {
      return new FieldValue.Items(items.values().stream().map(v -> value(v, change)).toList());
    }
    return value instanceof FieldValue.Fields nested
        ? new FieldValue.Fields(fields(nested.values(), change))
        : value;
  }
}
