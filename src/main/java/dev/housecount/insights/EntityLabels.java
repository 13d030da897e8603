package dev.housecount.insights;

import dev.housecount.catalog.EntityFacts;
import dev.housecount.event.EntityRef;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the catalog says of the entity that a row is about. */
final class EntityLabels {
  private final Function<EntityRef, @Nullable EntityFacts> facts;

  /**
   * @param facts null where the catalog did not have it
   */
  EntityLabels(Function<EntityRef, @Nullable EntityFacts> facts) {
    this.facts = facts;
  }

  /** For columns alone. */
  static EntityLabels none() {
    return new EntityLabels(ref -> null);
  }

  static Column key(String name, String definition) {
    return Column.text(name, definition);
  }

  Label title() {
    return label("title", "Its title in the catalog at the end of the range.", EntityFacts::title);
  }

  Label owner() {
    return label(
        "owner",
        "Who owned it at the end of the range; a person is a pseudonym.",
        EntityFacts::owner);
  }

  /** All that {@code entities} tells. */
  List<Label> all() {
    return List.of(
        title(),
        new Label(Column.text("kind", "Its kind."), name -> ref(name).kind()),
        label("type", "Its type at the end of the range.", EntityFacts::type),
        label("lifecycle", "Its lifecycle at the end of the range.", EntityFacts::lifecycle),
        owner());
  }

  private Label label(String name, String definition, Function<EntityFacts, @Nullable String> of) {
    return new Label(
        Column.text(name, definition),
        value -> {
          EntityFacts found = facts.apply(ref(value));
          return found == null ? null : of.apply(found);
        });
  }

  /** The entity whose name a row has. */
  static EntityRef ref(String name) {
    return EntityRef.parse(name, EntityRef.USER).orElseThrow();
  }
}
