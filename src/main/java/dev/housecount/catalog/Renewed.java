package dev.housecount.catalog;

import dev.housecount.event.EntityRef;
import dev.housecount.event.Mentions;
import dev.housecount.event.Pseudonym;
import dev.housecount.keys.Pseudonymizer;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Facts whose people are others now: under the newest key, or nobody. */
final class Renewed {
  private Renewed() {}

  /** Brings facts up to date that were learned under a key. */
  static UnaryOperator<CapturedEntity> from(String keyId, Pseudonymizer pseudonymizer) {
    UnaryOperator<Pseudonym> renewal = user -> pseudonymizer.renewUser(user, keyId);
    Mentions mentions = new Mentions(user -> renewal.apply(user).value());
    return entity ->
        entity instanceof UserFacts user
            ? replaced(user, renewal.apply(user.user()), mentions)
            : replaced((EntityFacts) entity, mentions);
  }

  /** Takes people out of the facts of others. */
  static CapturedEntity without(CapturedEntity entity, Set<Pseudonym> people) {
    Mentions mentions = Mentions.without(people::contains);
    return entity instanceof UserFacts user
        ? replaced(user, user.user(), mentions)
        : replaced((EntityFacts) entity, mentions);
  }

  private static UserFacts replaced(UserFacts facts, Pseudonym user, Mentions mentions) {
    return new UserFacts(
        user, facts.groups(), mentions.replaceIn(facts.identity()), facts.counted());
  }

  private static EntityFacts replaced(EntityFacts facts, Mentions mentions) {
    String owner = text(facts.owner(), mentions);
    EntityRef template = facts.sourceTemplate();
    return new EntityFacts(
        facts.ref(),
        text(facts.type(), mentions),
        text(facts.lifecycle(), mentions),
        owner != null && owner.contains(Mentions.SOMEBODY) ? null : owner,
        text(facts.title(), mentions),
        mentions.replaceIn(facts.fields()),
        facts.minutesSaved(),
        template == null ? null : mentions.replaceIn(template),
        facts.createdAt(),
        facts.group());
  }

  private static @Nullable String text(@Nullable String text, Mentions mentions) {
    return text == null ? null : mentions.replaceIn(text);
  }
}
