package dev.housecount.scrub;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.housecount.keys.Pseudonymizer;
import dev.housecount.scrub.FindRule.Place;
import dev.housecount.scrub.detect.Detectors;
import java.util.List;
import java.util.Locale;

/** Shows an operator what a policy makes of a text, before any event is sent. */
public final class PolicyTrial {
  /** Nobody's: what is hashed with it is only an example. */
  private static final byte[] EXAMPLE_KEY = "an example, and no secret to keep".getBytes(UTF_8);

  private final TextScrubber texts;
  private final Detectors detectors;

  private PolicyTrial(TextScrubber texts, Detectors detectors) {
    this.texts = texts;
    this.detectors = detectors;
  }

  /** A trial of this policy; pseudonyms and hashes are of a key that is only for that. */
  public static PolicyTrial of(ScrubPolicy policy) {
    People people = new People(new Pseudonymizer(EXAMPLE_KEY));
    FindReplacer finds = new FindReplacer(policy, EXAMPLE_KEY);
    return new PolicyTrial(
        new TextScrubber(finds, people, policy.paths()), policy.detectors(Place.ATTRIBUTES));
  }

  /** What the text becomes as a subject, an attribute, a value of the context, a key and an id. */
  public String show(String text) {
    StringBuilder shown = new StringBuilder();
    for (Place place : Place.values()) {
      if (place != Place.NUMBERS) {
        String scrubbed = texts.text(text, place);
        shown
            .append("%-12s".formatted(place.name().toLowerCase(Locale.ROOT)))
            .append(FindReplacer.isDropped(scrubbed) ? "(dropped)" : scrubbed)
            .append('\n');
      }
    }
    return shown.toString().stripTrailing();
  }

  /** The labels of what the detectors find in a text as an attribute, in their order. */
  public List<String> finds(String text) {
    return detectors.find(text).stream().map(find -> find.kind().label()).toList();
  }
}
