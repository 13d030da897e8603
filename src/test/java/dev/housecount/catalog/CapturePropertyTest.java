package dev.housecount.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.event.EntityRef;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.testing.Pipeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

/** Whatever is captured, and wherever a portal writes a person's ref: no name comes out. */
class CapturePropertyTest {
  private static final List<String> PATHS =
      List.of(
          "spec.lead",
          "spec.people",
          "spec.nested.x.y",
          "metadata.annotations.example.com/contact",
          "metadata.name",
          "relations.ownedBy",
          "relations.knows",
          "spec.owner",
          "spec.list.who");

  private final Capture capture =
      new Capture(
          new CaptureSettings(
              PATHS.stream().map(FieldPath::new).toList(),
              PATHS.stream().map(FieldPath::new).toList(),
              EntityFilter.ALL,
              EntityFilter.ofUsers(null)),
          new Pseudonymizer(Pipeline.KEYS),
          Pipeline.scrubber()::value);

  @Property(tries = 1_000, seed = "13")
  void noName_isCaptured(
      @ForAll Random random,
      @ForAll
          @StringLength(min = 3, max = 12)
          @CharRange(from = 'a', to = 'z')
          @CharRange(from = '0', to = '9')
          String letters,
      @ForAll boolean user) {
    String name = "zq" + letters; // no word of the entity's own
    Assume.that(!"zq".contains(letters));
    Map<String, Object> sent = entity(random, name, user);
    assertThat(text(capture.of(sent))).doesNotContain(name);
  }

  private static String text(CapturedEntity captured) {
    return captured.toString().toLowerCase(Locale.ROOT);
  }

  private static Map<String, Object> entity(Random random, String name, boolean user) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", user ? cased(name, random) : "thing");
    metadata.put("title", words(random, name));
    metadata.put("annotations", Map.of("example.com/contact", words(random, name), name, name));
    List<Object> relations = new ArrayList<>();
    for (String type : List.of("ownedBy", "knows", "memberOf", "childOf", "parentOf")) {
      relations.add(Map.of("type", type, "targetRef", ref(random, name, "user:default/")));
    }
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("type", words(random, name));
    spec.put("lifecycle", ref(random, name, "user:"));
    spec.put("owner", ref(random, name, "user:"));
    spec.put("lead", words(random, name));
    spec.put("people", List.of(words(random, name), List.of(name), Map.of(name, name)));
    spec.put("nested", Map.of("x.y", words(random, name), name, words(random, name)));
    spec.put("list", List.of(Map.of("who", words(random, name)), Map.of("who", 7)));
    spec.put("parent", ref(random, name, "user:"));
    spec.put("memberOf", List.of(ref(random, name, "user:")));
    Map<String, Object> sent = new LinkedHashMap<>();
    sent.put("kind", user ? cased(EntityRef.USER, random) : kind(random));
    sent.put("metadata", metadata);
    sent.put("spec", spec);
    if (random.nextBoolean()) {
      sent.put("relations", relations);
    }
    return sent;
  }

  private static String kind(Random random) {
    return List.of("Component", "Group", "Template", "Location").get(random.nextInt(4));
  }

  private static String words(Random random, String name) {
    String ref = ref(random, name, "user:default/");
    return switch (random.nextInt(5)) {
      case 0 -> ref;
      case 1 -> "ask " + ref + ", please";
      case 2 -> "https://portal.test/catalog/default/user/" + cased(name, random) + "?a=b";
      case 3 -> name + "@acme.test";
      default -> "lead:" + ref + ";" + ref;
    };
  }

  private static String ref(Random random, String name, String prefix) {
    return cased(prefix, random) + cased(name, random);
  }

  private static String cased(String text, Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> text.toUpperCase(Locale.ROOT);
      case 1 -> text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
      default -> text;
    };
  }
}
