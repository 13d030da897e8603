package dev.housecount.catalog;

import dev.housecount.event.EntityRef;
import dev.housecount.event.FieldValue;
import dev.housecount.event.Mentions;
import dev.housecount.event.Pseudonym;
import dev.housecount.keys.KeyRing;
import dev.housecount.keys.Pseudonymizer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A small portal: a few entities of a few kinds, each in one of a few variants. */
final class CatalogWorld {
  static final byte[] FIRST = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
  static final byte[] SECOND = "fedcba9876543210fedcba9876543210".getBytes(StandardCharsets.UTF_8);
  static final int COMPONENTS = 9;
  static final int GROUPS = 5;
  static final int USERS = 7;
  static final int ALL = COMPONENTS + GROUPS + USERS;

  /** As variant 2 of a component, but that its owner was erased. */
  static final int ERASED = 3;

  private CatalogWorld() {}

  static Pseudonymizer oneKey() {
    return new Pseudonymizer(KeyRing.of(FIRST));
  }

  static Pseudonymizer twoKeys() {
    return new Pseudonymizer(new KeyRing(List.of(FIRST, SECOND)));
  }

  /** What a line of a page says: which entity, in which variant. */
  record Thing(int index, int variant) {}

  static PushedPage page(String portal, String generation, int number, List<Thing> things) {
    List<PushedPage.Line> lines = new ArrayList<>();
    for (int i = 0; i < things.size(); i++) {
      Thing thing = things.get(i);
      Map<String, Object> entity = Map.of("index", thing.index(), "variant", thing.variant());
      lines.add(new PushedPage.Line(i + 1, entity));
    }
    return new PushedPage(portal, generation, number, lines);
  }

  /** What {@link Capture} is elsewhere. */
  static Reduction reduction(Pseudonymizer pseudonymizer) {
    return entity -> {
      if (!(entity.get("index") instanceof Integer index)) {
        throw new NoEntityException("no index");
      }
      return facts(new Thing(index, (Integer) entity.get("variant")), pseudonymizer);
    };
  }

  static CapturedEntity facts(Thing thing, Pseudonymizer pseudonymizer) {
    if (isUser(thing.index())) {
      return user(thing, pseudonymizer);
    }
    return isGroup(thing.index()) ? group(thing) : component(thing, pseudonymizer);
  }

  static boolean isUser(int index) {
    return index >= COMPONENTS + GROUPS;
  }

  static boolean isGroup(int index) {
    return index >= COMPONENTS && !isUser(index);
  }

  static EntityRef ref(int index) {
    String kind = isGroup(index) ? "group" : index % 2 == 0 ? "component" : "api";
    String namespace = index % 3 == 0 ? "other" : "default";
    return new EntityRef(kind, namespace, "thing-" + index % 4 + "." + index);
  }

  static Pseudonym person(int index, Pseudonymizer pseudonymizer) {
    return pseudonymizer.user(person(index).toString());
  }

  private static EntityRef person(int index) {
    return new EntityRef(EntityRef.USER, "default", "person-" + index);
  }

  private static UserFacts user(Thing thing, Pseudonymizer pseudonymizer) {
    List<EntityRef> groups =
        switch (thing.variant()) {
          case 0 -> List.of();
          case 1 -> List.of(ref(COMPONENTS + thing.index() % GROUPS));
          default -> List.of(ref(COMPONENTS), ref(COMPONENTS + GROUPS - 1));
        };
    Map<String, FieldValue> identity =
        Map.of("metadata.namespace", new FieldValue.Text("ns" + thing.variant()));
    boolean counted = thing.variant() != 2;
    return new UserFacts(person(thing.index(), pseudonymizer), groups, identity, counted);
  }

  private static EntityFacts group(Thing thing) {
    int above = COMPONENTS + (thing.index() + thing.variant()) % GROUPS;
    GroupPlace place = new GroupPlace(List.of(ref(above)), thing.variant() != 1);
    return new EntityFacts(
        ref(thing.index()), "team", null, null, "A Team", Map.of(), null, null, null, place);
  }

  /** The person that owns a component in variant 2. */
  static int owner(int index) {
    return COMPONENTS + GROUPS + index % USERS;
  }

  private static EntityFacts component(Thing thing, Pseudonymizer pseudonymizer) {
    if (thing.variant() == ERASED) {
      return ownerless(component(new Thing(thing.index(), 2), pseudonymizer));
    }
    String owner =
        switch (thing.variant()) {
          case 0 -> null;
          case 1 -> ref(COMPONENTS + thing.index() % GROUPS).toString();
          default -> "user:default/" + person(owner(thing.index()), pseudonymizer);
        };
    Map<String, FieldValue> fields =
        thing.variant() == 1
            ? Map.of("spec.tags", new FieldValue.Items(List.of(new FieldValue.Flag(true))))
            : Map.of();
    return new EntityFacts(
        ref(thing.index()),
        thing.variant() == 2 ? "of " + owner : "service",
        thing.variant() == 2 ? owner : "v" + thing.variant(),
        owner,
        thing.variant() == 0 ? "Thing " + thing.index() : null,
        fields,
        thing.variant() == 2 ? 2.5 : null,
        thing.variant() == 2 ? pseudonymizer.entity(person(owner(thing.index()))) : null,
        thing.variant() == 0 ? java.time.Instant.ofEpochSecond(thing.index()) : null,
        null);
  }

  private static EntityFacts ownerless(EntityFacts facts) {
    return new EntityFacts(
        facts.ref(),
        "of user:default/" + Mentions.SOMEBODY,
        "user:default/" + Mentions.SOMEBODY,
        null,
        facts.title(),
        facts.fields(),
        facts.minutesSaved(),
        new EntityRef(EntityRef.USER, "default", Mentions.SOMEBODY),
        facts.createdAt(),
        null);
  }
}
